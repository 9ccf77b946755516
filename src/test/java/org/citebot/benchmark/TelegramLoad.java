package org.citebot.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.RecordedRequest;

/**
 * People in many chats who ask one question after the other, at a rate that does not depend on the answers.
 *
 * @param waits from each question to its answer, milliseconds
 * @param seconds from the first question to the last answer
 * @param mostASecond the most messages that came in any second
 * @param mostWaiting the most questions that were without an answer at once
 */
record TelegramLoad(Samples waits, double seconds, int mostASecond, int mostWaiting) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Asks {@code count} questions over all chats in turn, {@code rate} a second, and waits for the answers. */
    static TelegramLoad run(FakeTelegramServer server, List<Long> chats, List<String> questions, int rate, int count)
            throws InterruptedException {
        int before = server.requests("sendMessage").size();
        Map<Long, Queue<Instant>> asked = new HashMap<>();
        Instant start = Instant.now();
        int mostWaiting = 0;
        for (int i = 0; i < count; i++) {
            Instant due = start.plusNanos(i * 1_000_000_000L / rate);
            Duration rest = Duration.between(Instant.now(), due);
            if (rest.isPositive()) {
                Thread.sleep(rest);
            }
            long chat = chats.get(i % chats.size());
            asked.computeIfAbsent(chat, each -> new ArrayDeque<>()).add(Instant.now());
            server.say(chat, questions.get(i % questions.size()));
            if (i % 100 == 0) {
                mostWaiting = Math.max(mostWaiting, i + before - answers(server));
            }
        }
        mostWaiting = Math.max(mostWaiting, count + before - answers(server));
        Instant end = Instant.now().plus(PATIENCE);
        while (answers(server) < before + count) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Only " + (answers(server) - before) + " of " + count + " answered");
            }
            Thread.sleep(20);
        }
        List<RecordedRequest> sent = server.requests("sendMessage").subList(before, before + count);
        return new TelegramLoad(
                waits(asked, sent), seconds(start, sent.getLast().at()), mostASecond(sent), mostWaiting);
    }

    double perSecond() {
        return waits.ascending().size() / seconds;
    }

    private static int answers(FakeTelegramServer server) {
        return server.requests("sendMessage").size();
    }

    private static Samples waits(Map<Long, Queue<Instant>> asked, List<RecordedRequest> sent) {
        List<Double> waits = new ArrayList<>();
        for (RecordedRequest request : sent) {
            long chat = request.fields().path("chat_id").asLong();
            Instant question = Objects.requireNonNull(asked.get(chat)).remove();
            waits.add(seconds(question, request.at()) * 1_000);
        }
        return new Samples(waits);
    }

    private static int mostASecond(List<RecordedRequest> sent) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < sent.size(); i++) {
            while (!sent.get(from).at().plusSeconds(1).isAfter(sent.get(i).at())) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
