package org.citebot.telegram;

import java.time.Duration;
import java.util.Optional;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.chat.Card;
import org.citebot.telegram.chat.ChatCommand;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Place;
import org.citebot.telegram.chat.Preferences;
import org.citebot.telegram.chat.PressResult;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Tells what a message wants, and hands it to whoever does that. For many threads. */
final class MessageClerk {

    private static final Duration TYPING_RENEWAL = Duration.ofMillis(4500);

    private final IntentReader intents;
    private final Doorkeeper door;
    private final AnswerClerk answers;
    private final PageClerk pages;
    private final DeskClerk desk;
    private final Preferences preferences;
    private final MessageSender sender;
    private final ReplyWriter writer;
    private final ReplyLog replies;

    MessageClerk(
            IntentReader intents,
            Doorkeeper door,
            AnswerClerk answers,
            PageClerk pages,
            DeskClerk desk,
            Preferences preferences,
            MessageSender sender,
            ReplyLog replies) {
        this.intents = intents;
        this.door = door;
        this.answers = answers;
        this.pages = pages;
        this.desk = desk;
        this.preferences = preferences;
        this.sender = sender;
        this.writer = new ReplyWriter(sender, replies);
        this.replies = replies;
    }

    /** Answers a message. */
    void answer(Received.Written written, StoredUpdate update) throws BotApiException {
        Message message = written.message();
        Optional<Intent> forDesk =
                desk.read(message, update.received(), words(message).language());
        Intent wanted = forDesk.isPresent() ? forDesk.get() : intents.read(written);
        answer(door.check(update, message, wanted, words(message)), message, update);
    }

    /** Answers somebody who called the bot as a guest. */
    void answerCall(Received.Called call, StoredUpdate update, InlineAnswers inline) throws BotApiException {
        if (intents.readCall(call.message()) instanceof Intent.Ask ask) {
            String quoted = ask.quoted();
            inline.answerCall(call, quoted == null ? ask.question() : ask.question() + " (“" + quoted + "”)", update);
        }
    }

    /** Says that something went wrong. */
    void apologise(Received.Written written) throws BotApiException {
        show(written.message(), plain(words(written.message()).say(Phrase.FAILED)));
    }

    private void answer(Intent intent, Message message, StoredUpdate update) throws BotApiException {
        switch (intent) {
            case Intent.Ask ask -> answers.answer(asking(ask, message, update, false));
            case Intent.Start start -> start(start.payload(), message, update);
            case Intent.Show page -> show(page.command(), message);
            case Intent.Gaps gaps -> show(message, pages.gaps(message, words(message)));
            case Intent.UnknownCommand unknown -> show(message, PageClerk.unknown(unknown.nearest(), words(message)));
            case Intent.Tell tell -> writer.write(ReplyTarget.of(message), tell.line());
            case Intent.Desk request -> typing(message, () -> desk.handle(ReplyTarget.of(message), request));
            case Intent.OfferFile file -> typing(message, () -> desk.handle(ReplyTarget.of(message), file));
            case Intent.Attachment attachment -> attachment(message);
            case Intent.Nothing nothing -> {}
        }
    }

    private void start(String payload, Message message, StoredUpdate update) throws BotApiException {
        PressResult linked = pages.linked(payload, words(message)).orElse(null);
        if (linked instanceof PressResult.Asked asked) {
            answers.answer(asking(new Intent.Ask(asked.question()), message, update, true));
        } else if (linked instanceof PressResult.Replaced page) {
            show(message, page.card());
        } else {
            show(ChatCommand.START, message);
        }
    }

    private void show(ChatCommand command, Message message) throws BotApiException {
        Optional<Card> card = pages.show(command, message, words(message));
        if (card.isPresent()) {
            show(message, card.get());
        }
    }

    private void show(Message message, Card card) throws BotApiException {
        writer.write(ReplyTarget.of(message), card.text(), card.keyboard());
    }

    /** One answer for all parts of an album. */
    private void attachment(Message message) throws BotApiException {
        String album = message.getMediaGroupId();
        if (album == null || !replies.answeredAlbum(ReplyTarget.of(message), album)) {
            show(message, plain(words(message).say(Phrase.ATTACHMENT)));
        }
    }

    private Asking asking(Intent.Ask ask, Message message, StoredUpdate update, boolean suggested) {
        return new Asking(
                ReplyTarget.of(message),
                place(message),
                Sender.asker(message),
                words(message),
                update,
                "message:" + message.getMessageId(),
                Lateness.written(message, update.received()),
                ask,
                message.getChat().isUserChat(),
                suggested);
    }

    private static Place place(Message message) {
        Integer topic = ReplyTarget.topic(message);
        return topic == null ? Place.chat(message.getChatId()) : Place.topic(message.getChatId(), topic);
    }

    private Words words(Message message) {
        User from = message.getFrom();
        return preferences.words(Sender.asker(message), from == null ? null : from.getLanguageCode());
    }

    private void typing(Message message, Work work) throws BotApiException {
        TypingIndicator typing = TypingIndicator.start(sender, ReplyTarget.of(message), TYPING_RENEWAL);
        try {
            work.run();
        } finally {
            typing.close();
        }
    }

    private static Card plain(String text) {
        return new Card(FormattedText.plain(text), Keyboard.NONE);
    }

    /** What may end with a call that failed. */
    private interface Work {
        void run() throws BotApiException;
    }
}
