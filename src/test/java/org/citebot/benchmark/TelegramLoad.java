package org.citebot.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            if (i % 100 == 99) {
                mostWaiting = Math.max(
                        mostWaiting,
                        i + 1 - answers(asked, since(server, before)).size());
            }
        }
        Instant end = Instant.now().plus(PATIENCE);
        List<Answer> answers = answers(asked, since(server, before));
        while (answers.size() < count) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Only " + answers.size() + " of " + count + " answered");
            }
            Thread.sleep(100);
            answers = answers(asked, since(server, before));
        }
        return new TelegramLoad(
                new Samples(answers.stream().map(Answer::milliseconds).toList()),
                Duration.between(start, answers.getLast().at()).toNanos() / 1e9,
                mostASecond(since(server, before)),
                mostWaiting);
    }

    private record Answer(Instant at, double milliseconds) {}

    double perSecond() {
        return waits.ascending().size() / seconds;
    }

    private static List<RecordedRequest> since(FakeTelegramServer server, int before) {
        List<RecordedRequest> all = server.requests("sendMessage");
        return all.subList(before, all.size());
    }

    /** The first message after each question; a long answer comes in several. */
    private static List<Answer> answers(Map<Long, Queue<Instant>> asked, List<RecordedRequest> sent) {
        Map<Long, Queue<Instant>> open = new HashMap<>();
        asked.forEach((chat, times) -> open.put(chat, new ArrayDeque<>(times)));
        List<Answer> answers = new ArrayList<>();
        for (RecordedRequest request : sent) {
            Queue<Instant> questions = open.get(request.fields().path("chat_id").asLong());
            if (questions != null && !questions.isEmpty() && questions.element().isBefore(request.at())) {
                Duration waited = Duration.between(questions.remove(), request.at());
                answers.add(new Answer(request.at(), waited.toNanos() / 1e6));
            }
        }
        return answers;
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
}
