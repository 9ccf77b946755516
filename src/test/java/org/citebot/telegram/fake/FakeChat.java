package org.citebot.telegram.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One chat and what it shows. For many threads. */
final class FakeChat {

    private final long id;
    private final Kind kind;
    private final TreeMap<Integer, FakeMessage> messages = new TreeMap<>();
    private final List<String> transcript = new ArrayList<>();
    private int nextMessage = 1;
    private boolean blocked;

    enum Kind {
        PRIVATE,
        SUPERGROUP,
        FORUM
    }

    FakeChat(long id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    long id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    /** From here on the bot may not write here. */
    synchronized void block() {
        blocked = true;
    }

    synchronized boolean blocked() {
        return blocked;
    }

    synchronized int takeNumber() {
        return nextMessage++;
    }

    synchronized void show(FakeMessage message, String who) {
        boolean known = messages.put(message.id(), message) != null;
        transcript.add(who + (known ? " (edits " : " (") + message.id() + "): "
                + message.text().replace("\n", "\n    "));
    }

    synchronized Optional<FakeMessage> find(int message) {
        return Optional.ofNullable(messages.get(message));
    }

    synchronized boolean remove(int message) {
        transcript.add("(" + message + " is deleted)");
        return messages.remove(message) != null;
    }

    synchronized List<FakeMessage> messages() {
        return List.copyOf(messages.values());
    }

    synchronized String transcript() {
        return String.join("\n", transcript);
    }
}
