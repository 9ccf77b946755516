package org.citebot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.answering.TimeLimitedAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.LanguageDetector;
import org.citebot.moderation.Moderation;
import org.citebot.operation.Metrics;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.TelegramSettings;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.limit.Quotas;

/**
 * How many questions the bot answers on Telegram, and how fast: quoted answers from 5,000 documents, found by words,
 * over HTTP through the fake server, which runs in the same process. Beside it a bot that only echoes.
 */
final class TelegramBenchmark {

    private static final int DOCUMENTS = 5_000;
    private static final int CHATS = 600;
    private static final int QUESTIONS = 400;
    private static final int WARM_UP = 300;
    private static final int UNLIMITED = 1_000;
    private static final int LIMIT = 30;

    private TelegramBenchmark() {}

    static void run(Path folder) throws IOException {
        try {
            ScaleTexts texts = ScaleTexts.ofSets();
            List<String> questions = texts.questions(QUESTIONS);
            System.out.printf("%nTelegram, %d chats; milliseconds from update to answer%n", CHATS);
            System.out.println(
                    "| bot | asked a second | answered a second | p50 | p95 | p99 | most waiting | most a second |");
            System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
            try (FakeTelegramServer server = withChats(FakeTelegramServer.lenient())) {
                EchoBot echo = new EchoBot(server);
                measure("echo", server, questions);
                echo.close();
            }
            Path data = Files.createTempDirectory(Files.createDirectories(folder), "telegram");
            CorpusStore store = CorpusStore.open(data.resolve("corpus.db"), Clock.systemUTC());
            texts.storeDocuments(store, DOCUMENTS);
            try (TextAnalysis analysis = new TextAnalysis();
                    PassageIndex index = PassageIndex.open(data.resolve("index"), analysis, "none")) {
                PassageVectors vectors = new PassageVectors(VectorCache.open(data.resolve("vectors.db")), null);
                new CorpusIndexer(store, index, vectors).catchUp();
                QuestionAnswerer answerer = new TimeLimitedAnswerer(
                        new CorpusAnswerer(
                                store,
                                new QuestionAnalyzer(new LanguageDetector(), analysis),
                                new Retriever(index, vectors, store),
                                new SentenceRanker(analysis, index, vectors)),
                        Duration.ofSeconds(30));
                measureBot(data, store, answerer, questions);
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measureBot(Path data, CorpusStore store, QuestionAnswerer answerer, List<String> questions)
            throws InterruptedException {
        try (FakeTelegramServer server = server();
                TelegramBot bot = bot(data, "fast", server, store, answerer, UNLIMITED)) {
            bot.start();
            measure("Citebot", server, questions);
        }
        try (FakeTelegramServer server = server();
                TelegramBot bot = bot(data, "limited", server, store, answerer, LIMIT)) {
            bot.start();
            print("Citebot, 30 messages a second", 60, TelegramLoad.run(server, chats(), questions, 60, 1_800));
        }
    }

    private static void measure(String name, FakeTelegramServer server, List<String> questions)
            throws InterruptedException {
        TelegramLoad.run(server, chats(), questions, 60, WARM_UP);
        print(name, 20, TelegramLoad.run(server, chats(), questions, 20, 600));
        print(name, 60, TelegramLoad.run(server, chats(), questions, 60, 1_800));
        // All at once: as fast as it can.
        print(name, UNLIMITED, TelegramLoad.run(server, chats(), questions, UNLIMITED, 1_200));
    }

    private static void print(String name, int rate, TelegramLoad load) {
        System.out.printf(
                "| %s | %d | %.1f | %.0f | %.0f | %.0f | %d | %d |%n",
                name,
                rate,
                load.perSecond(),
                load.waits().median(),
                load.waits().percentile(95),
                load.waits().percentile(99),
                load.mostWaiting(),
                load.mostASecond());
    }

    private static FakeTelegramServer server() {
        return withChats(new FakeTelegramServer());
    }

    private static FakeTelegramServer withChats(FakeTelegramServer server) {
        chats().forEach(server::openPrivateChat);
        return server;
    }

    private static List<Long> chats() {
        return LongStream.rangeClosed(1, CHATS).boxed().toList();
    }

    private static TelegramBot bot(
            Path data, String name, FakeTelegramServer server, CorpusStore store, QuestionAnswerer answerer, int rate) {
        Clock clock = Clock.systemUTC();
        Database database = TelegramBot.openDatabase(data.resolve(name + ".db"));
        TelegramSettings settings = new TelegramSettings(
                Optional.of(server.token()),
                server.url(),
                Duration.ofSeconds(20),
                4,
                rate,
                new Quotas.Limits(1_000_000, 1_000_000),
                false,
                Optional.empty(),
                false);
        Desk desk = new Desk(Moderation.over(store, data, clock), store, database, clock);
        return new TelegramBot(settings, AnswerSource.of(answerer, store), desk, database, new Metrics(), clock);
    }
}
