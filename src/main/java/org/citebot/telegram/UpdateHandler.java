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
import org.citebot.telegram.text.Keyboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Does what one update asks for. For many threads. */
final class UpdateHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final Duration TYPING_RENEWAL = Duration.ofMillis(4500);

    private final UpdateDecoder decoder;
    private final IntentReader intents;
    private final QuestionAnswerer answerer;
    private final Doorkeeper door;
    private final DeskClerk clerk;
    private final MessageSender sender;
    private final Outbox outbox;
    private final MigratedChats chats;
    private final ReplyLog replies;
    private final ReplyWriter writer;
    private final Backoff backoff;
    private final Clock clock;

    UpdateHandler(
            UpdateDecoder decoder,
            IntentReader intents,
            QuestionAnswerer answerer,
            Doorkeeper door,
            DeskClerk clerk,
            MessageSender sender,
            Outbox outbox,
            MigratedChats chats,
            ReplyLog replies,
            Backoff backoff,
            Clock clock) {
        this.decoder = decoder;
        this.intents = intents;
        this.answerer = answerer;
        this.door = door;
        this.clerk = clerk;
        this.sender = sender;
        this.outbox = outbox;
        this.chats = chats;
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
            Long current = written.message().getMigrateToChatId();
            if (current != null) {
                chats.move(target.chat(), current);
                return new Outcome.Done();
            }
            Optional<Intent> forDesk = clerk.read(written.message(), update.received());
            Intent wanted = forDesk.isPresent() ? forDesk.get() : intents.read(written);
            answer(update, door.check(update, written.message(), wanted), target, written.message());
            return new Outcome.Done();
        } catch (BotApiException e) {
            return outcome(update, e);
        } catch (Throwable e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("Update {} was interrupted; it is taken up again at the next start", update.id());
                return new Outcome.Failed();
            }
            LOG.error("Update {} could not be answered", update.id(), e);
            apologise(target);
            return new Outcome.Failed();
        }
    }

    private Outcome handle(StoredUpdate update, Received.Pressed press) {
        try {
            boolean fresh = Lateness.isFresh(update.received(), clock.instant());
            if (door.admits(press.from())) {
                clerk.press(press, update.received(), fresh);
            } else if (fresh) {
                sender.answerPress(press.id(), FixedTexts.PRIVATE_BOT_PRESS);
            }
            return new Outcome.Done();
        } catch (BotApiException e) {
            return outcome(update, e);
        } catch (Throwable e) {
            LOG.error("Update {}: what the button stands for could not be done", update.id(), e);
            apologise(press);
            return new Outcome.Failed();
        }
    }

    private void answer(StoredUpdate update, Intent intent, ReplyTarget target, Message message)
            throws BotApiException {
        switch (intent) {
            case Intent.Ask ask -> {
                Outbox.Reply reply = outbox.find(update).orElseGet(() -> make(update, ask, target, message));
                writer.write(target, reply.text(), reply.keyboard());
            }
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

    /** Makes an answer and keeps it: whatever happens to its sending, the question is not answered again. */
    private Outbox.Reply make(StoredUpdate update, Intent.Ask ask, ReplyTarget target, Message message) {
        FormattedText answer = answer(ask, target, message);
        Outbox.Reply reply =
                new Outbox.Reply(Lateness.excused(answer, message, update.received(), clock.instant()), Keyboard.NONE);
        outbox.keep(update, reply);
        return reply;
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
        boolean heldBack = failure.kind() == BotApiException.Kind.TOO_MANY_REQUESTS && failure.code() == 0;
        LOG.atLevel(heldBack ? Level.DEBUG : Level.WARN).log("Update {}: {}", update.id(), failure.getMessage());
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
