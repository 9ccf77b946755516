package org.citebot.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.citebot.telegram.BotIdentity;
import org.citebot.telegram.TelegramBot;
import picocli.CommandLine.Command;

/** The bot on Telegram, until the process is told to stop. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs the Telegram bot, until it is stopped with Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {

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
            session.corpus().holdWriter(() -> environment
                    .err()
                    .println("Waiting for another Citebot that is indexing the same corpus …"));
            try (CorpusKeeper keeper = new CorpusKeeper(session.corpus().indexer(), session.folderSync());
                    TelegramBot bot = new TelegramBot(
                            session.settings().telegram(),
                            session.corpus().answerer(),
                            TelegramBot.openDatabase(session.settings().data().resolve("telegram.db")),
                            environment.clock())) {
                keeper.start();
                BotIdentity identity = bot.start();
                environment.err().println("@" + identity.username() + " answers at https://t.me/" + identity.username()
                        + " from " + session.corpus().store().list().size() + " documents. Ctrl-C stops it.");
                closeOnSignal(bot, closed);
                bot.await();
            }
        } finally {
            closed.countDown();
        }
        return ExitCode.ANSWERED.number();
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
