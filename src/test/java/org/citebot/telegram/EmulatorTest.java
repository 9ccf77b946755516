package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citebot.answering.Answer;
import org.citebot.config.Secret;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.DocumentVersion;
import org.citebot.moderation.Moderation;
import org.citebot.operation.Metrics;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.limit.Quotas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A conversation on a Bot API that others wrote, and that is looser than Telegram: it dates messages in milliseconds,
 * which the library cannot read, knows few methods, and answers getUpdates at once, whatever the timeout.
 */
class EmulatorTest {

    private static final String TOKEN = "666:an-emulated-token";
    private static final long ADA = 7;
    private static final long GROUP = -1_007;
    private static final Duration WINDOW = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    @Test
    void buttonsFollowUpsAndAGroup() throws IOException, InterruptedException {
        ScriptedAnswerer answerer = new ScriptedAnswerer();
        Database database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        Desk desk = new Desk(Moderation.over(store, folder, Clock.systemUTC()), store, database, Clock.systemUTC());
        DocumentVersion ferry = new SampleLibrary(store).ferry();
        answerer.script(question -> SampleLibrary.quote(question, ferry, SampleLibrary.at(0, 1)));
        try (Emulator emulator = Emulator.start();
                TelegramBot bot = new TelegramBot(
                        new TelegramSettings(
                                Optional.of(new Secret(TOKEN)),
                                emulator.url(),
                                Duration.ofSeconds(20),
                                4,
                                30,
                                Quotas.Limits.NONE,
                                false,
                                Optional.empty(),
                                false),
                        AnswerSource.of(answerer, store),
                        desk,
                        database,
                        new Metrics(),
                        Clock.systemUTC())) {
            bot.start();

            converse(emulator, "What did Ilse Brandt say?", 1);
            JsonNode button = fromBot(emulator)
                    .getFirst()
                    .findPath("inline_keyboard")
                    .path(0)
                    .path(0);
            assertThat(button.path("text").asText()).isEqualTo("[1]");
            emulator.press(
                    TOKEN,
                    ADA,
                    emulator.lastNumber(TOKEN, ADA),
                    button.path("callback_data").asText());
            BotHarness.await("the passage", () -> fromBot(emulator).size() == 2);
            assertThat(fromBot(emulator).getLast().path("text").asText())
                    .contains("<b>Ilse Brandt said that ice is early.</b>");

            converse(emulator, "and what did she say about the buses?", 3);
            emulator.sayInGroup(TOKEN, GROUP, ADA, "@TestNameBot what did Ilse Brandt say?", 0);
            BotHarness.await("the answer in the group", () -> fromBot(emulator).size() == 4);
            emulator.sayInGroup(TOKEN, GROUP, ADA, "why?", emulator.lastNumber(TOKEN, GROUP));
            BotHarness.await(
                    "the second answer in the group", () -> fromBot(emulator).size() == 5);

            assertThat(answerer.asked())
                    .containsExactly(
                            "What did Ilse Brandt say?",
                            "What did Ilse Brandt say about the buses?",
                            "what did Ilse Brandt say?",
                            "what did Ilse Brandt say — why?");
            print(emulator);
        }
    }

    @Test
    void questionsAreAnsweredOnceAndWithoutAHotLoop() throws IOException, InterruptedException {
        ScriptedAnswerer answerer = new ScriptedAnswerer();
        Database database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        Desk desk = new Desk(Moderation.over(store, folder, Clock.systemUTC()), store, database, Clock.systemUTC());
        answerer.script(question -> question.startsWith("Who won")
                ? SampleAnswers.nothing(question)
                : slowly(SampleAnswers.ferry(question)));
        try (Emulator emulator = Emulator.start();
                TelegramBot bot = new TelegramBot(
                        new TelegramSettings(
                                Optional.of(new Secret(TOKEN)),
                                emulator.url(),
                                Duration.ofSeconds(20),
                                4,
                                30,
                                Quotas.Limits.NONE,
                                false,
                                Optional.empty(),
                                false),
                        AnswerSource.of(answerer, store),
                        desk,
                        database,
                        new Metrics(),
                        Clock.systemUTC())) {
            assertThat(bot.start().username()).isEqualTo("TestNameBot");

            converse(emulator, "/start", 1);
            converse(emulator, "What did the harbour master say?", 2);
            converse(emulator, "Who won the cup?", 3);

            int before = emulator.calls("getupdates");
            Thread.sleep(WINDOW);
            int polls = emulator.calls("getupdates") - before;
            System.out.println("EmulatorTest: " + polls + " polls in " + WINDOW);
            assertThat(polls).isBetween(1, 8);
            assertThat(fromBot(emulator)).hasSize(3);
            assertThat(fromBot(emulator).get(1).path("text").asText()).contains("ice is early. [1]");
            assertThat(answerer.asked()).hasSize(2);
            assertThat(emulator.calls("sendchataction")).isEqualTo(1);
            print(emulator);
        }
    }

    /** Longer than it takes until "typing" is shown, and not so long that it is shown again. */
    private static Answer slowly(Answer answer) {
        try {
            Thread.sleep(Duration.ofMillis(900));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static void converse(Emulator emulator, String question, int answers)
            throws IOException, InterruptedException {
        emulator.say(TOKEN, ADA, question);
        BotHarness.await("answer " + answers, () -> fromBot(emulator).size() >= answers);
    }

    private static List<JsonNode> fromBot(Emulator emulator) throws IOException, InterruptedException {
        return emulator.history(TOKEN).stream()
                .filter(message -> message.has("chat_id"))
                .toList();
    }

    private static void print(Emulator emulator) throws IOException, InterruptedException {
        System.out.println("A conversation on the emulator:");
        for (JsonNode message : emulator.history(TOKEN)) {
            String who = message.has("chat_id") ? "bot" : "person";
            System.out.println(who + ": " + message.path("text").asText().replace("\n", "\n    "));
        }
    }
}
