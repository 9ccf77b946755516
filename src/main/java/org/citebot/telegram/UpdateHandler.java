package org.citebot.telegram;

import java.time.Duration;
import java.util.Optional;
import org.citebot.telegram.ChatQueues.Outcome;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.UpdateDecoder.UnreadableUpdateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Has done what one update asks for, and tells what came of it. For many threads. */
final class UpdateHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);

    private final UpdateDecoder decoder;
    private final MigratedChats chats;
    private final MessageClerk messages;
    private final PressClerk presses;
    private final InlineAnswers inline;
    private final Backoff backoff;

    UpdateHandler(
            UpdateDecoder decoder,
            MigratedChats chats,
            MessageClerk messages,
            PressClerk presses,
            InlineAnswers inline,
            Backoff backoff) {
        this.decoder = decoder;
        this.chats = chats;
        this.messages = messages;
        this.presses = presses;
        this.inline = inline;
        this.backoff = backoff;
    }

    /** Whatever fails becomes an outcome, nothing is thrown. */
    Outcome handle(StoredUpdate update) {
        Optional<Received> received;
        try {
            received = decoder.decode(update.json());
        } catch (UnreadableUpdateException e) {
            return new Outcome.Failed();
        }
        return received.map(each -> handle(update, each)).orElseGet(Outcome.Done::new);
    }

    private Outcome handle(StoredUpdate update, Received received) {
        try {
            switch (received) {
                case Received.Written written -> handle(update, written);
                case Received.Pressed pressed -> presses.press(pressed, update);
                case Received.Searched search -> inline.offer(search, update);
                case Received.Called call -> messages.answerCall(call, update, inline);
            }
            return new Outcome.Done();
        } catch (BotApiException e) {
            return outcome(update, e);
        } catch (Throwable e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("Update {} was interrupted; it is taken up again at the next start", update.id());
                return new Outcome.Failed();
            }
            LOG.error("Update {} could not be handled", update.id(), e);
            apologise(received);
            return new Outcome.Failed();
        }
    }

    private void handle(StoredUpdate update, Received.Written written) throws BotApiException {
        Long current = written.message().getMigrateToChatId();
        if (current == null) {
            messages.answer(written, update);
        } else {
            chats.move(written.message().getChatId(), current);
        }
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

    private void apologise(Received received) {
        try {
            switch (received) {
                case Received.Written written -> messages.apologise(written);
                case Received.Pressed pressed -> presses.apologise(pressed);
                // Nobody waits for these.
                case Received.Searched search -> {}
                case Received.Called call -> {}
            }
        } catch (BotApiException | RuntimeException e) {
            LOG.warn("The apology could not be sent: {}", e.getMessage());
        }
    }
}
