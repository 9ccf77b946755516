package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** The updates that wait for the bot: fetched by long polling, gone once a higher offset is asked for. */
final class UpdateQueue {

    private final TreeMap<Long, JsonNode> waiting = new TreeMap<>();
    private long nextId = 1_000;
    private long currentPoll;
    private boolean webhook;

    /** Adds an update, made for its number. */
    synchronized long add(LongFunction<JsonNode> update) {
        long id = nextId++;
        waiting.put(id, update.apply(id));
        notifyAll();
        return id;
    }

    /** Counts the next updates from here. */
    synchronized void continueAt(long id) {
        nextId = id;
    }

    /** The first update, which stays; empty if there is none. */
    synchronized Optional<Map.Entry<Long, JsonNode>> first() {
        return Optional.ofNullable(waiting.firstEntry());
    }

    /** It was delivered. */
    synchronized void remove(long id) {
        waiting.remove(id);
    }

    /** While a webhook is set nobody may poll. */
    synchronized void webhook(boolean set) {
        webhook = set;
        notifyAll();
    }

    synchronized int size() {
        return waiting.size();
    }

    synchronized List<JsonNode> poll(long offset, int limit, Duration timeout) throws Refusal, InterruptedException {
        long poll = ++currentPoll;
        notifyAll();
        // An offset from the far future, left over from before a quiet week, is not looked at.
        if (waiting.isEmpty() || offset <= waiting.lastKey() + 1) {
            waiting.headMap(offset, false).clear();
        }
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            if (webhook) {
                throw new Refusal(
                        409,
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
                                + " the webhook first",
                        null);
            }
            if (poll != currentPoll) {
                throw new Refusal(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                + " running",
                        null);
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (!waiting.isEmpty() || left <= 0) {
                return waiting.values().stream().limit(limit).toList();
            }
            wait(left);
        }
    }
}
