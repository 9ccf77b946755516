package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One chat and what it shows. For many threads. */
final class FakeChat {

    private final long id;
    private final Kind kind;
    private final TreeMap<Integer, FakeMessage> messages = new TreeMap<>();
    private final Map<Integer, ObjectNode> described = new HashMap<>();
    private final List<String> transcript = new ArrayList<>();
    private final List<TranscriptLine> lines = new ArrayList<>();
    private int nextMessage = 1;
    private boolean blocked;
    private @Nullable Long migratedTo;
    private final Set<Integer> closedTopics = new HashSet<>();

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

    /** From here on the group has another number. */
    synchronized void migrate(long to) {
        migratedTo = to;
    }

    synchronized @Nullable Long migratedTo() {
        return migratedTo;
    }

    /** From here on nobody may write in a topic. */
    synchronized void closeTopic(int topic) {
        closedTopics.add(topic);
    }

    synchronized boolean isClosed(int topic) {
        return closedTopics.contains(topic);
    }

    synchronized int takeNumber() {
        return nextMessage++;
    }

    /** Shows a message or what became of it; {@code json} is what Telegram says of it. */
    synchronized void show(FakeMessage message, String who, ObjectNode json) {
        boolean known = messages.put(message.id(), message) != null;
        described.put(message.id(), json);
        lines.add(new TranscriptLine.Said(message, who));
        transcript.add(who + (known ? " (edits " : " (") + message.id() + "): "
                + message.text().replace("\n", "\n    ") + buttons(message));
    }

    /** Adds a line to the transcript. */
    synchronized void note(String line) {
        transcript.add(line);
        lines.add(new TranscriptLine.Note(line));
    }

    /** What Telegram says of a message; empty if it is not there. */
    synchronized Optional<ObjectNode> describe(int message) {
        return Optional.ofNullable(described.get(message)).map(ObjectNode::deepCopy);
    }

    synchronized Optional<FakeMessage> find(int message) {
        return Optional.ofNullable(messages.get(message));
    }

    synchronized boolean remove(int message) {
        transcript.add("(" + message + " is deleted)");
        described.remove(message);
        return messages.remove(message) != null;
    }

    synchronized List<FakeMessage> messages() {
        return List.copyOf(messages.values());
    }

    synchronized String transcript() {
        return String.join("\n", transcript);
    }

    /** All that happened, in order. */
    synchronized List<TranscriptLine> lines() {
        return List.copyOf(lines);
    }

    private static String buttons(FakeMessage message) {
        return message.keyboard().stream()
                .map(row -> row.stream()
                        .map(button -> "[" + button.label() + "]")
                        .collect(Collectors.joining(" ", "\n    ", "")))
                .collect(Collectors.joining());
    }
}
