package org.citebot.telegram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.citebot.telegram.chat.Card;
import org.citebot.telegram.chat.ChatCommand;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.PressResult;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Answers commands. For many threads. */
final class PageClerk {

    private final ChatServices chat;
    private final DeskClerk desk;
    private final RunningAnswers running;
    private final Clock clock;

    PageClerk(ChatServices chat, DeskClerk desk, RunningAnswers running, Clock clock) {
        this.chat = chat;
        this.desk = desk;
        this.running = running;
        this.clock = clock;
    }

    /** What a command shows; empty for nothing. */
    Optional<Card> show(ChatCommand command, Message message, Words words) {
        LocalDate today = LocalDate.now(clock);
        return switch (command) {
            case START -> Optional.of(chat.pages().start(words, today));
            case HELP -> Optional.of(help(message, words));
            case ABOUT -> Optional.of(chat.pages().about(words));
            case PRIVACY -> Optional.of(chat.pages().privacy(words));
            case ASK -> Optional.of(chat.pages().askEmpty(words, today));
            case SOURCES -> Optional.of(chat.pages().sources(0, words, today));
            case SPEAKERS -> Optional.of(chat.pages().speakers(words));
            case LANGUAGE -> Optional.of(chat.pages().chooseLanguage(words));
            case FORGET -> Optional.of(forget(message, words));
            case STOP -> stop(message, words);
        };
    }

    /** What a link opened: a page, or a question to be answered; empty if it means nothing. */
    Optional<PressResult> linked(String payload, Words words) {
        return payload.isEmpty() ? Optional.empty() : chat.pages().linked(payload, words, LocalDate.now(clock));
    }

    /** What was not answered, for moderators; for everybody else there is no such command. */
    Card gaps(Message message, Words words) {
        return message.getChat().isUserChat() && desk.moderates(message)
                ? chat.pages().gaps(words)
                : unknown(null, words);
    }

    static Card unknown(@Nullable ChatCommand nearest, Words words) {
        return plain(
                nearest == null
                        ? words.say(Phrase.UNKNOWN_COMMAND)
                        : words.say(Phrase.NEAREST_COMMAND, "command", nearest.word()));
    }

    private Card help(Message message, Words words) {
        Card help = chat.pages().help(words);
        return desk.help(message, words.language())
                .map(more -> new Card(help.text().followedBy(more), help.keyboard()))
                .orElse(help);
    }

    private Card forget(Message message, Words words) {
        return message.getChat().isUserChat() && Sender.of(message).isPresent()
                ? chat.pages().forget(words, desk.moderates(message))
                : plain(words.say(Phrase.FORGET_PRIVATELY));
    }

    /** What was stopped says so itself. */
    private Optional<Card> stop(Message message, Words words) {
        return running.tookStop(message.getChatId(), Sender.asker(message))
                ? Optional.empty()
                : Optional.of(plain(words.say(Phrase.NOTHING_TO_STOP)));
    }

    private static Card plain(String text) {
        return new Card(FormattedText.plain(text), Keyboard.NONE);
    }
}
