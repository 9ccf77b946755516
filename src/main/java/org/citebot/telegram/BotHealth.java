package org.citebot.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.citebot.operation.HealthCheck;

/** Tells how a bot that runs is. For many threads. */
final class BotHealth {

    /** What a poll may take above the time that it waits for updates, and the pause before the next one. */
    private static final Duration POLL_PATIENCE = Duration.ofSeconds(35);

    /** What handling may take above the time for an answer: two calls that are slow. */
    private static final Duration SENDING_PATIENCE = Duration.ofSeconds(45);

    private final TelegramContact contact;
    private final Inbox inbox;
    private final ChatQueues queues;
    private final CompletableFuture<?> ended;
    private final Duration longestSilence;
    private final Duration longestHandling;

    /**
     * The health of one run of the bot.
     *
     * @param ended completed when updates no longer come in
     * @param pollTimeout how long one request for updates waits for one
     * @param deadline how long an answer may take
     */
    BotHealth(
            TelegramContact contact,
            Inbox inbox,
            ChatQueues queues,
            CompletableFuture<?> ended,
            Duration pollTimeout,
            Duration deadline) {
        this.contact = contact;
        this.inbox = inbox;
        this.queues = queues;
        this.ended = ended;
        this.longestSilence = pollTimeout.plus(POLL_PATIENCE);
        this.longestHandling = deadline.plus(SENDING_PATIENCE);
    }

    List<HealthCheck> checks() {
        return List.of(telegram(), handling());
    }

    private HealthCheck telegram() {
        Duration age = contact.age();
        String trouble = contact.trouble().orElse("");
        boolean over = ended.isDone();
        return new HealthCheck(
                "telegram",
                !over && trouble.isEmpty() && age.compareTo(longestSilence) <= 0,
                "last contact " + age.toSeconds() + " s ago"
                        + (over ? "; updates no longer come in" : trouble.isEmpty() ? "" : "; " + trouble));
    }

    private HealthCheck handling() {
        int waiting = inbox.waiting();
        Duration longest = queues.longestInHand();
        return new HealthCheck(
                "inbox",
                waiting < Inbox.CAPACITY && longest.compareTo(longestHandling) <= 0,
                waiting + " waiting, " + queues.inHand() + " in hand, the first for " + longest.toSeconds()
                        + " s; outbox " + inbox.unsent());
    }
}
