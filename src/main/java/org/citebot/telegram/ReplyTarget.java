package org.citebot.telegram;

import org.citebot.telegram.UpdateDecoder.Received;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where an answer goes.
 *
 * @param chat the chat
 * @param topic the topic of a forum; null outside of topics
 * @param question the message that is answered; for a button, the one below which it was pressed
 * @param quoting whether the answer is attached to that message, so that in a group one sees whose question it is
 */
record ReplyTarget(long chat, @Nullable Integer topic, int question, boolean quoting) {

    static ReplyTarget of(Message message) {
        return new ReplyTarget(
                message.getChatId(),
                topic(message),
                message.getMessageId(),
                !message.getChat().isUserChat());
    }

    static ReplyTarget of(Received.Pressed press) {
        return new ReplyTarget(press.chat(), press.topic(), press.message(), !press.direct());
    }

    /** The topic in which a message stands, if any. */
    static @Nullable Integer topic(Message message) {
        // Outside of forums a message has a thread number too, and Telegram refuses it there.
        return Boolean.TRUE.equals(message.getIsTopicMessage()) ? message.getMessageThreadId() : null;
    }

    /** The same place, for a message that is attached to another one. */
    ReplyTarget below(int message) {
        return new ReplyTarget(chat, topic, message, true);
    }

    /** The same place, for an answer to another message. */
    ReplyTarget answering(int message) {
        return new ReplyTarget(chat, topic, message, quoting);
    }

    /** The same place, for what follows the first part of an answer. */
    ReplyTarget followUp() {
        return new ReplyTarget(chat, topic, question, false);
    }
}
