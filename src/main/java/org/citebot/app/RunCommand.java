package org.citebot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.citebot.corpus.Database;
import org.citebot.moderation.Moderation;
import org.citebot.operation.Metrics;
import org.citebot.telegram.BotIdentity;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.chat.Retention;
import org.citebot.telegram.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bot on Telegram, until the process is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the Telegram bot, until it is stopped with Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final Duration FOLDER_PAUSE = Duration.ofSeconds(5);
    private static final Duration ERASING_PAUSE = Duration.ofHours(1);

    private final Environment environment;

    RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Option(
            names = "--delete-webhook",
            description = "First takes away the address to which Telegram brings updates, so that they can be fetched;"
                    + " what waits there stays.")
    private boolean deleteWebhook;

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (Session session = Session.open(environment, null)) {
            // Before anything long is done: a wrong token shows at once.
            TelegramBot.fetchIdentity(session.settings().telegram());
            session.syncFolder();
            holdWriter(session);
            session.indexStored();
            Moderation moderation = session.moderation();
            Database database = DataFolder.open(
                    session.settings().data().resolve("telegram.db"),
                    "restore it from a backup, or move it away: questions not yet answered are lost with it",
                    TelegramBot::openDatabase);
            Retention retention = TelegramBot.retention(database, environment.clock());
            Metrics metrics = Metrics.ofProcess();
            try (PeriodicWork upkeep = new PeriodicWork();
                    TelegramBot bot = bot(session, moderation, database, metrics);
                    Servers servers = new Servers()) {
                // Before Telegram is told the address: what comes too early is to come again.
                serve(session, bot, metrics, servers);
                upkeep.every(
                        FOLDER_PAUSE,
                        "Reading the folder of documents",
                        () -> session.folderSync().sync(LOG::debug));
                upkeep.every(ERASING_PAUSE, "Erasing what is past its time", retention::expire);
                session.corpus().embedInBackground();
                closeOnSignal(bot, closed);
                run(session, moderation, bot);
            }
        } finally {
            closed.countDown();
        }
        return ExitCode.ANSWERED.number();
    }

    private void run(Session session, Moderation moderation, TelegramBot bot) throws InterruptedException {
        if (deleteWebhook) {
            TelegramBot.deleteWebhook(session.settings().telegram());
        }
        BotIdentity identity = bot.start();
        session.say("@" + identity.username() + " answers at https://t.me/" + identity.username() + " from "
                + session.documentCount() + ". Ctrl-C stops it.");
        offerOwnership(session, moderation, identity);
        bot.await();
    }

    private void serve(Session session, TelegramBot bot, Metrics metrics, Servers servers) {
        session.settings().telegram().webhook().ifPresent(webhook -> servers.add(BotEndpoints.webhook(webhook, bot)));
        MonitoringSettings monitoring = session.settings().monitoring();
        if (monitoring.isOn()) {
            CorpusHealth corpus = new CorpusHealth(session, environment.clock());
            corpus.watch(metrics);
            servers.add(BotEndpoints.monitoring(
                    monitoring,
                    () -> Stream.concat(bot.health().stream(), corpus.checks().stream())
                            .toList(),
                    metrics));
        }
    }

    /** What listens, closed together. */
    private static final class Servers implements AutoCloseable {

        private final List<WebServer> all = new ArrayList<>();

        void add(WebServer server) {
            all.add(server);
        }

        @Override
        public void close() {
            all.forEach(WebServer::close);
        }
    }

    private TelegramBot bot(Session session, Moderation moderation, Database database, Metrics metrics) {
        return new TelegramBot(
                session.settings().telegram(),
                session.answerSource(),
                new Desk(moderation, session.store(), database, environment.clock()),
                database,
                metrics,
                environment.clock());
    }

    /** Says how somebody comes to own the bot, as long as nobody does. The link is shown here and nowhere else. */
    private static void offerOwnership(Session session, Moderation moderation, BotIdentity identity) {
        moderation
                .roles()
                .newClaimCode()
                .ifPresent(
                        code -> session.say("Nobody owns this bot yet. Open this link in Telegram to own it, within a"
                                + " day; it works once: https://t.me/" + identity.username() + "?start=claim-"
                                + code.reveal()));
    }

    private static void holdWriter(Session session) {
        if (!session.corpus().holdWriter(SHORT)) {
            session.say("Waiting for another Citebot that is at work on the same documents to end …");
            session.corpus().holdWriter(FOREVER);
        }
    }

    /** The process may end only when all is closed: an inference cut off crashes natively. */
    private static void closeOnSignal(TelegramBot bot, CountDownLatch closed) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            bot.close();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
