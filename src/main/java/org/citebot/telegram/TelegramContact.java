package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When Telegram last gave us updates, or told that there are none, and what is wrong since. For many threads. */
final class TelegramContact {

    private final Clock clock;
    private State state;

    private record State(Instant last, @Nullable String trouble) {}

    /** The moment of its making counts as a contact. */
    TelegramContact(Clock clock) {
        this.clock = clock;
        this.state = new State(clock.instant(), null);
    }

    synchronized void made() {
        state = new State(clock.instant(), null);
    }

    /** @param trouble one line that holds no secret */
    synchronized void lost(String trouble) {
        state = new State(state.last(), trouble);
    }

    synchronized Duration age() {
        return Duration.between(state.last(), clock.instant());
    }

    /** What the last attempt failed with; empty if it did not fail. */
    synchronized Optional<String> trouble() {
        return Optional.ofNullable(state.trouble());
    }
}
