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
import org.citebot.telegram.TelegramBot.Tempo;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.jspecify.annotations.Nullable;

/** A bot against the fake Telegram, quick in its pauses; it can be stopped and started again on its database. */
final class BotHarness implements AutoCloseable {

    static final long ADA = 100;
    static final long BEN = 200;
    static final long GROUP = -1001;
    static final long FORUM = -1002;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    final FakeTelegramServer server = new FakeTelegramServer();
    final ScriptedAnswerer answerer = new ScriptedAnswerer();
    final ShiftedClock clock = new ShiftedClock();
    final Database database;
    final CorpusStore store;
    final Moderation moderation;
    private final Desk desk;
    private final int workers;
    private @Nullable TelegramBot bot;

    BotHarness(Path folder) {
        this(folder, 4);
    }

    BotHarness(Path folder, int workers) {
        this.database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        this.store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        this.moderation = Moderation.over(store, folder, clock);
        this.desk = new Desk(moderation, store, database, clock);
        this.workers = workers;
        server.openPrivateChat(ADA);
        server.openPrivateChat(BEN);
        server.openGroup(GROUP);
        server.openForum(FORUM);
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
        return new TelegramSettings(Optional.of(server.token()), url, Duration.ofSeconds(20), workers);
    }

    TelegramBot start() {
        Backoff quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1));
        Tempo tempo = new Tempo(new Pace(Duration.ofMillis(200), quick), quick, Duration.ofSeconds(2));
        TelegramBot started = new TelegramBot(
                settings(server.url(), server, workers),
                AnswerSource.of(answerer, store),
                desk,
                database,
                clock,
                tempo);
        started.start();
        bot = started;
        return started;
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
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not within " + PATIENCE + ": " + what);
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
