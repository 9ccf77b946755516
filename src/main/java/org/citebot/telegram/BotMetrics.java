package org.citebot.telegram;

import java.time.Duration;
import java.util.Locale;
import org.citebot.operation.Metrics;

/** The figures of the bot, with their names. */
final class BotMetrics {

    private final Metrics metrics;

    BotMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    void received(int count) {
        for (int i = 0; i < count; i++) {
            metrics.count("citebot_updates_received", "Updates of Telegram that were stored");
        }
    }

    void unreadable() {
        metrics.count("citebot_updates_unreadable", "Updates that could not be read and were set aside");
    }

    /**
     * An update came to its end, or was put off.
     *
     * @param outcome done, failed, expired or postponed
     * @param age how long ago it had arrived
     */
    void handled(String outcome, Duration age) {
        metrics.time("citebot_update", "From the arrival of an update to what came of it", age, "outcome", outcome);
    }

    /**
     * A method of the Bot API was called.
     *
     * @param result ok, or the kind of failure in lower case
     */
    void called(String method, String result, Duration time) {
        metrics.time(
                "citebot_bot_api_call",
                "Calls of the Bot API",
                time,
                "method",
                method.toLowerCase(Locale.ROOT),
                "result",
                result);
    }

    /** A call that had to wait for longer than a moment, to keep to Telegram's limits. */
    void heldBack() {
        metrics.count("citebot_calls_held_back", "Calls that were put off, to keep to Telegram's limits");
    }

    /** What is asked for whenever somebody looks. */
    void watch(Inbox inbox, ChatQueues queues, TelegramContact contact) {
        metrics.gauge("citebot_inbox_waiting", "Updates that wait, those in hand included", inbox::waiting);
        metrics.gauge("citebot_outbox_waiting", "Answers that are made and not yet sent", inbox::unsent);
        metrics.gauge("citebot_updates_in_hand", "Updates that are being handled", queues::inHand);
        metrics.gauge(
                "citebot_contact_age_seconds",
                "Time since Telegram last answered a poll or, with a webhook, sent an update or told its state",
                () -> contact.age().toMillis() / 1000.0);
    }
}
