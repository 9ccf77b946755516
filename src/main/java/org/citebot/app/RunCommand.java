package org.citebot.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.citebot.corpus.Database;
import org.citebot.moderation.Moderation;
import org.citebot.telegram.BotIdentity;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.chat.Retention;
import org.citebot.telegram.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

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
            try (PeriodicWork upkeep = new PeriodicWork();
                    TelegramBot bot = bot(session, moderation, database)) {
                upkeep.every(
                        FOLDER_PAUSE,
                        "Reading the folder of documents",
                        () -> session.folderSync().sync(LOG::debug));
                upkeep.every(ERASING_PAUSE, "Erasing what is past its time", retention::expire);
                session.corpus().embedInBackground();
                closeOnSignal(bot, closed);
                BotIdentity identity = bot.start();
                session.say("@" + identity.username() + " answers at https://t.me/" + identity.username() + " from "
                        + session.documentCount() + ". Ctrl-C stops it.");
                offerOwnership(session, moderation, identity);
                bot.await();
            }
        } finally {
            closed.countDown();
        }
        return ExitCode.ANSWERED.number();
    }

    private TelegramBot bot(Session session, Moderation moderation, Database database) {
        return new TelegramBot(
                session.settings().telegram(),
                session.answerSource(),
                new Desk(moderation, session.store(), database, environment.clock()),
                database,
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
