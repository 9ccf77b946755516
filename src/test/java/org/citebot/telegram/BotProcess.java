package org.citebot.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.citebot.answering.Answer;
import org.citebot.config.Secret;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.moderation.Moderation;
import org.citebot.operation.Metrics;
import org.citebot.telegram.TelegramBot.Tempo;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.limit.SendLimiter;

/**
 * A process with a bot whose answers take some milliseconds and name their question. It waits for a byte on its standard
 * input, so that it can be started before the one before it is dead, and says when it runs. On SIGTERM it closes the bot
 * as the command does.
 */
final class BotProcess {

    private static final int LONGEST_ANSWER_MILLIS = 20;

    private BotProcess() {}

    /** @param args the folder, the address of the Bot API, the token; anything more for answers that wait for a byte */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        Database database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        Desk desk = new Desk(Moderation.over(store, folder, Clock.systemUTC()), store, database, Clock.systemUTC());
        TelegramSettings settings = new TelegramSettings(
                Optional.of(new Secret(args[2])),
                URI.create(args[1]),
                Duration.ofSeconds(20),
                4,
                30,
                Quotas.Limits.NONE,
                false,
                Optional.empty(),
                false);
        Random random = new Random();
        CountDownLatch stalled = new CountDownLatch(args.length > 3 ? 1 : 0);
        TelegramBot bot = new TelegramBot(
                settings,
                AnswerSource.of(question -> answer(question.text(), stalled, random), store),
                desk,
                database,
                new Metrics(),
                Clock.systemUTC(),
                tempo());
        answer("warm up", new CountDownLatch(0), random);
        if (System.in.read() < 0) {
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
        bot.start();
        System.out.println("runs");
        if (stalled.getCount() > 0 && System.in.read() >= 0) {
            stalled.countDown();
        }
        bot.await();
    }

    private static Tempo tempo() {
        Backoff quick = new Backoff(Duration.ofMillis(20), Duration.ofMillis(200), new Random(1));
        return new Tempo(
                new Pace(Duration.ofMillis(50), quick, quick, Thread::sleep),
                quick,
                new SendLimiter(SendLimiter.Rates.UNLIMITED),
                Duration.ofSeconds(8));
    }

    private static Answer answer(String question, CountDownLatch stalled, Random random) {
        try {
            stalled.await();
            Thread.sleep(random.nextInt(LONGEST_ANSWER_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return SampleAnswers.cited(
                question, SampleAnswers.document(SampleAnswers.details("Report"), "This answers " + question + "."), 0);
    }
}
