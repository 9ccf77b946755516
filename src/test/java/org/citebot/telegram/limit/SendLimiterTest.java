package org.citebot.telegram.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.citebot.FaultReport;
import org.citebot.telegram.limit.SendLimiter.Rates;
import org.citebot.telegram.limit.SendLimiter.Verdict;
import org.citebot.telegram.limit.SendLimiter.Weight;
import org.junit.jupiter.api.Test;

/** The rates of sending, on a clock of the test. */
class SendLimiterTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = 60 * SECOND;
    private static final int CHATS = 100;
    private static final int GROUPS = 5;

    private long now;

    /** A send that wants to go out. */
    private record Wish(long at, String chat) {}

    @Test
    void knownRatesAreKeptAndUsed() {
        Map<String, List<Long>> sent =
                simulate(new SendLimiter(Rates.ofTelegram(30), () -> now), CHATS, GROUPS, 10 * MINUTE);

        List<Long> all = sent.values().stream().flatMap(List::stream).sorted().toList();
        int groupMost = 0;
        for (Map.Entry<String, List<Long>> chat : sent.entrySet()) {
            assertThat(most(chat.getValue(), SECOND)).as(chat.getKey()).isEqualTo(1);
            if (chat.getKey().startsWith("-")) {
                groupMost = Math.max(groupMost, most(chat.getValue(), MINUTE));
            }
        }
        assertThat(groupMost).isBetween(1, 20);
        assertThat(most(all, SECOND)).isEqualTo(30);
        // Nearly all of what is allowed is used: 100 chats want more than 30 a second.
        assertThat(all.size()).isGreaterThan(29 * 600 - 100);
        FaultReport.note(
                "R14",
                "100 chats and 5 groups that always want to send, 10 minutes on a virtual clock",
                "at most 1 in a second in a chat, %d in a minute in a group, %d in a second over all; %d sent"
                        .formatted(groupMost, most(all, SECOND), all.size()));
    }

    @Test
    void aGroupGetsTwentyAMinuteAndNoMore() {
        Map<String, List<Long>> sent = simulate(new SendLimiter(Rates.ofTelegram(30), () -> now), 0, 3, 10 * MINUTE);

        assertThat(sent.values()).hasSize(3).allSatisfy(times -> {
            assertThat(most(times, MINUTE)).isEqualTo(20);
            assertThat(times.size()).isGreaterThan(190);
        });
    }

    @Test
    void theOverallRateIsASetting() {
        Map<String, List<Long>> sent =
                simulate(new SendLimiter(Rates.ofTelegram(70), () -> now), CHATS, GROUPS, MINUTE);

        List<Long> all = sent.values().stream().flatMap(List::stream).sorted().toList();
        assertThat(most(all, SECOND)).isEqualTo(70);
    }

    @Test
    void aChatThatIsToBeLeftAloneIsLeftAloneAndNoOther() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(30), () -> now);
        limiter.beSilent("7", Duration.ofMinutes(5));

        for (Weight weight : Weight.values()) {
            assertThat(limiter.ask("7", weight))
                    .isInstanceOfSatisfying(
                            Verdict.Ask.class, ask -> assertThat(ask.after()).isGreaterThan(Duration.ofMinutes(5)));
            assertThat(limiter.ask("8", weight)).isEqualTo(new Verdict.Go(Duration.ZERO));
        }
        now += 301 * SECOND;
        assertThat(limiter.ask("7", Weight.MESSAGE)).isEqualTo(new Verdict.Go(Duration.ZERO));
    }

    @Test
    void aShorterSilenceDoesNotEndALongerOne() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(30), () -> now);
        limiter.beSilent("7", Duration.ofMinutes(1));
        limiter.beSilent("7", Duration.ofSeconds(1));

        assertThat(limiter.silence("7")).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void hintsLeaveRoomForMessages() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(30), () -> now);
        int hints = 0;
        while (limiter.ask("hint" + hints, Weight.HINT) instanceof Verdict.Go) {
            hints++;
        }
        assertThat(hints).isEqualTo(20);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.ask("message" + i, Weight.MESSAGE)).isEqualTo(new Verdict.Go(Duration.ZERO));
        }
        assertThat(limiter.ask("one more", Weight.MESSAGE))
                .isInstanceOfSatisfying(
                        Verdict.Go.class, go -> assertThat(go.after()).isPositive());
    }

    @Test
    void whoAsksFirstGoesFirst() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(10), () -> now);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 100; i++) {
            Duration after = ((Verdict.Go) limiter.ask("chat" + i, Weight.MESSAGE)).after();
            assertThat(after).isGreaterThanOrEqualTo(last);
            last = after;
        }
        assertThat(last).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void whatIsKnownOfChatsIsForgotten() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(1000), () -> now);
        limiter.beSilent("silent", Duration.ofDays(1));
        for (int i = 0; i < 100_000; i++) {
            limiter.ask("chat" + i, Weight.MESSAGE);
            now += SECOND / 100;
        }

        assertThat(limiter.known()).isLessThan(25_000);
        assertThat(limiter.silence("silent")).isPositive();
    }

    /** Lets chats and groups want to send all the time, and tells when they did. */
    private Map<String, List<Long>> simulate(SendLimiter limiter, int chats, int groups, long end) {
        Random random = new Random(14);
        PriorityQueue<Wish> wishes = new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
        for (int i = 0; i < chats + groups; i++) {
            wishes.add(new Wish(random.nextLong(SECOND), i < chats ? "" + i : "-" + i));
        }
        Map<String, List<Long>> sent = new HashMap<>();
        for (Wish wish = wishes.remove(); wish.at() < end; wish = wishes.remove()) {
            now = Math.max(now, wish.at());
            switch (limiter.ask(wish.chat(), Weight.MESSAGE)) {
                case Verdict.Go go -> {
                    long at = now + go.after().toNanos();
                    sent.computeIfAbsent(wish.chat(), chat -> new ArrayList<>()).add(at);
                    wishes.add(new Wish(at + 1 + random.nextLong(SECOND / 10), wish.chat()));
                }
                case Verdict.Ask later ->
                    wishes.add(new Wish(now + later.after().toNanos(), wish.chat()));
            }
        }
        return sent;
    }

    /** The most that lie in any stretch of a length. */
    private static int most(List<Long> ascending, long length) {
        int most = 0;
        int from = 0;
        for (int i = 0; i < ascending.size(); i++) {
            while (ascending.get(i) - ascending.get(from) >= length) {
                from++;
            }
            most = Math.max(most, i - from + 1);
        }
        return most;
    }
}
