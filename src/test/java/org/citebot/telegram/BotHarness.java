package org.citebot.telegram;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.moderation.Moderation;
import org.citebot.operation.Metrics;
import org.citebot.telegram.TelegramBot.Tempo;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.limit.SendLimiter;
import org.jspecify.annotations.Nullable;

/** A bot against the fake Telegram, quick in its pauses; it can be stopped and started again on its database. */
final class BotHarness implements AutoCloseable {

    static final long ADA = 100;
    static final long BEN = 200;
    static final long GROUP = -1001;
    static final long FORUM = -1002;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    final FakeTelegramServer server;
    final ScriptedAnswerer answerer = new ScriptedAnswerer();
    final ShiftedClock clock = new ShiftedClock();
    final Database database;
    final Metrics metrics = new Metrics();
    final CorpusStore store;
    final Moderation moderation;
    private final Desk desk;
    private final int workers;
    private Duration standDown = Duration.ofSeconds(2);
    private @Nullable TelegramBot bot;

    BotHarness(Path folder) {
        this(folder, 4);
    }

    BotHarness(Path folder, int workers) {
        this(folder, workers, new FakeTelegramServer());
    }

    /** One more bot with the same token; whoever closes both closes the server twice, which does no harm. */
    BotHarness(Path folder, int workers, FakeTelegramServer server) {
        this.server = server;
        this.database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        this.store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        this.moderation = Moderation.over(store, folder, clock);
        this.desk = new Desk(moderation, store, database, clock);
        this.workers = workers;
        if (!server.knows(ADA)) {
            server.openPrivateChat(ADA);
            server.openPrivateChat(BEN);
            server.openGroup(GROUP);
            server.openForum(FORUM);
        }
    }

    /** The real time, moved by a test. */
    static final class ShiftedClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        void advance(Duration duration) {
            shift = shift.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(shift);
        }
    }

    static TelegramSettings settings(URI url, FakeTelegramServer server, int workers) {
        return settings(server, url, workers, Optional.empty());
    }

    static TelegramSettings settings(
            FakeTelegramServer server, URI url, int workers, Optional<WebhookSettings> webhook) {
        return new TelegramSettings(
                Optional.of(server.token()),
                url,
                Duration.ofSeconds(20),
                workers,
                30,
                Quotas.Limits.NONE,
                false,
                webhook,
                false);
    }

    TelegramBot start() {
        return start(settings(server.url(), server, workers), SendLimiter.Rates.UNLIMITED);
    }

    /** Starts a bot with settings of its own. */
    TelegramBot start(TelegramSettings settings, SendLimiter.Rates rates) {
        TelegramBot started = make(settings, rates);
        started.start();
        bot = started;
        return started;
    }

    /** A bot on the same database that is not started. */
    TelegramBot make(TelegramSettings settings, SendLimiter.Rates rates) {
        return new TelegramBot(
                settings, AnswerSource.of(answerer, store), desk, database, metrics, clock, tempo(rates));
    }

    private Tempo tempo(SendLimiter.Rates rates) {
        Backoff quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1));
        return new Tempo(
                new Pace(
                        Duration.ofMillis(200), quick, new Backoff(standDown, standDown, new Random(1)), Thread::sleep),
                quick,
                new SendLimiter(
                        rates,
                        () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos()),
                Duration.ofSeconds(2));
    }

    /** From the next start on: how long the bot leaves Telegram to another poller. */
    void standDown(Duration time) {
        standDown = time;
    }

    /** Makes a person the owner, without the bot. */
    void own(long person) {
        moderation
                .roles()
                .claim(
                        Sender.person(person),
                        moderation.roles().newClaimCode().orElseThrow().reveal());
    }

    void stop() {
        if (bot != null) {
            bot.close();
            bot = null;
        }
    }

    /** How many updates of the inbox are in this state. */
    int inState(String state) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE state = ?")
                        .bind(0, state)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Waits until every update of the inbox is at its end and the server has no more. */
    void awaitQuiet() {
        await("all updates are handled", () -> server.unconfirmed() == 0 && inState("waiting") == 0);
    }

    static void await(String what, Callable<Boolean> condition) {
        await(what, PATIENCE, condition);
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(String what, Duration patience, Callable<Boolean> condition) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not within " + patience + ": " + what);
                }
                Thread.sleep(10);
            }
        } catch (AssertionError e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    @Override
    public void close() {
        stop();
        server.close();
    }
}
