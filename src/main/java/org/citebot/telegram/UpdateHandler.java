package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.citebot.answering.Answer;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.telegram.ChatQueues.Outcome;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;
import org.citebot.telegram.text.FormattedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Does what one update asks for. For many threads. */
final class UpdateHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final Duration TYPING_RENEWAL = Duration.ofMillis(4500);

    private final UpdateDecoder decoder;
    private final IntentReader intents;
    private final QuestionAnswerer answerer;
    private final DeskClerk clerk;
    private final MessageSender sender;
    private final ReplyLog replies;
    private final ReplyWriter writer;
    private final Backoff backoff;
    private final Clock clock;

    UpdateHandler(
            UpdateDecoder decoder,
            IntentReader intents,
            QuestionAnswerer answerer,
            DeskClerk clerk,
            MessageSender sender,
            ReplyLog replies,
            Backoff backoff,
            Clock clock) {
        this.decoder = decoder;
        this.intents = intents;
        this.answerer = answerer;
        this.clerk = clerk;
        this.sender = sender;
        this.replies = replies;
        this.writer = new ReplyWriter(sender, replies);
        this.backoff = backoff;
        this.clock = clock;
    }

    /** Whatever fails becomes an outcome, nothing is thrown. */
    Outcome handle(StoredUpdate update) {
        try {
            return switch (decoder.decode(update.json()).orElse(null)) {
                case null -> new Outcome.Done();
                case Received.Written written -> handle(update, written);
                case Received.Pressed press -> handle(update, press);
            };
        } catch (UnreadableUpdateException e) {
            return new Outcome.Failed();
        }
    }

    private Outcome handle(StoredUpdate update, Received.Written written) {
        ReplyTarget target = ReplyTarget.of(written.message());
        try {
            Optional<Intent> forDesk = clerk.read(written.message(), update.received());
            answer(forDesk.isPresent() ? forDesk.get() : intents.read(written), target, written.message());
            return new Outcome.Done();
        } catch (BotApiException e) {
            return outcome(update, e);
        } catch (Throwable e) {
            LOG.error("Update {} could not be answered", update.id(), e);
            apologise(target);
            return new Outcome.Failed();
        }
    }

    private Outcome handle(StoredUpdate update, Received.Pressed press) {
        try {
            clerk.press(press, update.received());
            return new Outcome.Done();
        } catch (BotApiException e) {
            return outcome(update, e);
        } catch (Throwable e) {
            LOG.error("Update {}: what the button stands for could not be done", update.id(), e);
            apologise(press);
            return new Outcome.Failed();
        }
    }

    private void answer(Intent intent, ReplyTarget target, Message message) throws BotApiException {
        switch (intent) {
            case Intent.Ask ask -> writer.write(target, answer(ask, target, message));
            case Intent.Start start -> writer.write(target, FixedTexts.START);
            case Intent.Help help -> writer.write(target, clerk.help(message));
            case Intent.UnknownCommand unknownCommand -> writer.write(target, FixedTexts.UNKNOWN_COMMAND);
            case Intent.Tell tell -> writer.write(target, tell.line());
            case Intent.Desk request -> typing(target, () -> clerk.handle(target, request));
            case Intent.OfferFile file -> typing(target, () -> clerk.handle(target, file));
            case Intent.Attachment attachment -> {
                String album = message.getMediaGroupId();
                if (album == null || !replies.answeredAlbum(target, album)) {
                    writer.write(target, FixedTexts.ATTACHMENT);
                }
            }
            case Intent.Nothing nothing -> {}
        }
    }

    private FormattedText answer(Intent.Ask ask, ReplyTarget target, Message message) {
        LocalDate today = LocalDate.now(clock);
        TypingIndicator typing = TypingIndicator.start(sender, target, TYPING_RENEWAL);
        try {
            Answer answer = answerer.answer(Question.of(ask.question(), today).by(asker(message)));
            return AnswerRenderer.render(answer, today);
        } finally {
            typing.close();
        }
    }

    /** A channel or an anonymous admin asks on the account of the chat. */
    private static String asker(Message message) {
        User from = message.getFrom();
        return Sender.person(from == null ? message.getChatId() : from.getId()).value();
    }

    private Outcome outcome(StoredUpdate update, BotApiException failure) {
        LOG.warn("Update {}: {}", update.id(), failure.getMessage());
        LOG.debug("{}", failure.description());
        Duration pause = backoff.after(update.postponements() + 1);
        Duration asked = failure.retryAfter();
        return switch (failure.kind()) {
            case FORBIDDEN -> new Outcome.Done();
            case BAD_REQUEST -> new Outcome.Failed();
            case TOO_MANY_REQUESTS -> new Outcome.Postponed(asked == null ? pause : asked);
            case UNKNOWN_BOT, CONFLICT, SERVER, UNREACHABLE, UNINTELLIGIBLE ->
                new Outcome.Postponed(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
        };
    }

    private void typing(ReplyTarget target, Work work) throws BotApiException {
        TypingIndicator typing = TypingIndicator.start(sender, target, TYPING_RENEWAL);
        try {
            work.run();
        } finally {
            typing.close();
        }
    }

    private void apologise(Received.Pressed press) {
        try {
            clerk.apologise(press);
        } catch (BotApiException | RuntimeException e) {
            LOG.warn("The apology could not be sent: {}", e.getMessage());
        }
    }

    private void apologise(ReplyTarget target) {
        try {
            writer.write(target, FixedTexts.FAILED);
        } catch (BotApiException | RuntimeException e) {
            LOG.warn("The apology could not be sent: {}", e.getMessage());
        }
    }

    /** What may end with a call that failed. */
    private interface Work {
        void run() throws BotApiException;
    }
}
