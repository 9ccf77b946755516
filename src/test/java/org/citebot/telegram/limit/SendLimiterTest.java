package org.citebot.telegram.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import org.citebot.FaultReport;
import org.citebot.telegram.limit.SendLimiter.Rates;
import org.citebot.telegram.limit.SendLimiter.Verdict;
import org.citebot.telegram.limit.SendLimiter.Weight;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rates of sending, on a clock of the test. */
@Tag("faults")
class SendLimiterTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = 60 * SECOND;
    private static final int CHATS = 100;
    private static final int GROUPS = 5;

    private long now;

    /** The longest time from a call to its answer; Telegram sees it at some moment between. */
    private static final long LONGEST_CALL = SECOND / 20;

    /** What happens at a time. */
    private record Event(long at, Runnable happening) {}

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
        // Nearly all of what is allowed is used: a place rests for a call's time, and 100 chats want more than 30 a
        // second.
        assertThat(all.size()).isGreaterThan(29 * 600);
        FaultReport.note(
                "R14",
                "100 chats and 5 groups that always want to send, 10 minutes on a virtual clock, calls of 0 to 50 ms",
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
                            Verdict.Wait.class, ask -> assertThat(ask.time()).isGreaterThan(Duration.ofMinutes(5)));
            assertThat(limiter.ask("8", weight)).isInstanceOf(Verdict.Go.class);
        }
        now += 301 * SECOND;
        assertThat(limiter.ask("7", Weight.MESSAGE)).isInstanceOf(Verdict.Go.class);
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
            assertThat(limiter.ask("message" + i, Weight.MESSAGE)).isInstanceOf(Verdict.Go.class);
        }
        assertThat(limiter.ask("one more", Weight.MESSAGE))
                .isInstanceOfSatisfying(
                        Verdict.Full.class, full -> assertThat(full.time()).isPositive());
    }

    @Test
    void aCallThatStallsTakesItsPlacesForNoLongerThanASecondMore() {
        SendLimiter limiter = new SendLimiter(Rates.ofTelegram(2), () -> now);
        Verdict.Go stalled = (Verdict.Go) limiter.ask("1", Weight.MESSAGE);
        ((Verdict.Go) limiter.ask("2", Weight.MESSAGE)).permit().close();
        now += SECOND;
        Verdict.Go second = (Verdict.Go) limiter.ask("3", Weight.MESSAGE);
        assertThat(limiter.ask("4", Weight.MESSAGE)).isEqualTo(new Verdict.Full(Duration.ofSeconds(1)));
        now += SECOND;
        Verdict.Go third = (Verdict.Go) limiter.ask("4", Weight.MESSAGE);
        // It gives back a place that is another's by now: nothing changes.
        stalled.permit().close();
        assertThat(limiter.ask("5", Weight.MESSAGE)).isInstanceOf(Verdict.Full.class);
        second.permit().close();
        third.permit().close();
        assertThat(limiter.ask("5", Weight.MESSAGE)).isEqualTo(new Verdict.Full(Duration.ofSeconds(1)));
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
        Map<String, List<Long>> seen = new HashMap<>();
        Simulation simulation = new Simulation(limiter, seen);
        for (int i = 0; i < chats + groups; i++) {
            String chat = i < chats ? "" + i : "-" + i;
            seen.put(chat, new ArrayList<>());
            simulation.later(simulation.random.nextLong(SECOND), () -> simulation.want(chat));
        }
        simulation.run(end);
        seen.values().forEach(times -> times.sort(null));
        return seen;
    }

    /** Chats that always want to send, in turn as at the gate. */
    private final class Simulation {

        private final SendLimiter limiter;
        private final Map<String, List<Long>> seen;
        private final Random random = new Random(14);
        private final Queue<String> turn = new ArrayDeque<>();
        private final PriorityQueue<Event> events =
                new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));

        Simulation(SendLimiter limiter, Map<String, List<Long>> seen) {
            this.limiter = limiter;
            this.seen = seen;
        }

        void run(long end) {
            for (Event event = events.remove(); event.at() < end; event = events.remove()) {
                now = event.at();
                event.happening().run();
            }
        }

        void later(long time, Runnable happening) {
            events.add(new Event(now + time, happening));
        }

        void want(String chat) {
            turn.add(chat);
            if (turn.size() == 1) {
                serve();
            }
        }

        private void serve() {
            while (!turn.isEmpty()) {
                String chat = turn.element();
                switch (limiter.ask(chat, Weight.MESSAGE)) {
                    case Verdict.Full later -> {
                        later(later.time().toNanos(), this::serve);
                        return;
                    }
                    case Verdict.Wait later -> later(later.time().toNanos(), () -> want(chat));
                    case Verdict.Go go -> send(chat, go.permit());
                }
                turn.remove();
            }
        }

        private void send(String chat, SendLimiter.Permit permit) {
            long took = 1 + random.nextLong(LONGEST_CALL);
            seen.computeIfAbsent(chat, each -> new ArrayList<>()).add(now + random.nextLong(took));
            later(took, () -> {
                permit.close();
                want(chat);
            });
        }
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
