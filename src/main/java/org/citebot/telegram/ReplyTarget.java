package org.citebot.telegram;

import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where an answer goes.
 *
 * @param chat the chat
 * @param topic the topic of a forum; null outside of topics
 * @param question the message that is answered
 * @param quoting whether the answer is attached to that message, so that in a group one sees whose question it is
 */
record ReplyTarget(long chat, @Nullable Integer topic, int question, boolean quoting) {

    static ReplyTarget of(Message message) {
        // Outside of forums a message has a thread number too, and Telegram refuses it there.
        boolean inTopic = Boolean.TRUE.equals(message.getIsTopicMessage());
        return new ReplyTarget(
                message.getChatId(),
                inTopic ? message.getMessageThreadId() : null,
                message.getMessageId(),
                !message.getChat().isUserChat());
    }

    /** The same place, for what follows the first part of an answer. */
    ReplyTarget followUp() {
        return new ReplyTarget(chat, topic, question, false);
    }
}
