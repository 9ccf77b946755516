package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.Project;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.citebot.answering.fake.ReceivedPrompt;
import org.citebot.telegram.fake.Content;
import org.citebot.telegram.fake.FakeButton;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.TranscriptPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader's first minutes with a fresh bot, a process of its own with the real index on the project's own documents.
 * What they see is written to {@code target/transcript.html}.
 */
class ReaderConversationTest {

    private static final FakePerson ANNA = new FakePerson(11, "Anna");
    private static final FakePerson OLEH = new FakePerson(22, "Олег").speaking("uk");
    private static final FakePerson VERA = new FakePerson(33, "Вера").speaking("ru");
    private static final long GROUP = -1001;

    @TempDir
    private Path home;

    @Test
    void whatReadersSee() throws Exception {
        TranscriptPage page = new TranscriptPage();
        aReaderAsksChecksAndAsksOn(page);
        aModelsAnswerGrowsSentenceBySentence(page);
        Path file = Project.root().resolve("target/transcript.html");
        Files.writeString(file, page.html());
        System.out.println("What users see: " + file);
    }

    private void aReaderAsksChecksAndAsksOn(TranscriptPage page) throws Exception {
        try (BotProcess bot = new BotProcess(home, Project.root().resolve("seeds"))) {
            bot.telegram.openPrivateChat(ANNA.id());
            bot.telegram.openPrivateChat(OLEH.id());
            bot.telegram.openPrivateChat(VERA.id());
            bot.telegram.openGroup(GROUP);

            // The greeting suggests three questions, and each is answered.
            FakeMessage greeting = bot.say(ANNA.id(), ANNA, "/start");
            assertThat(greeting.keyboard()).hasSize(3);
            FakeMessage suggested = bot.press(
                    ANNA.id(),
                    ANNA,
                    greeting,
                    greeting.keyboard().getFirst().getFirst().label());
            assertThat(suggested.text()).contains("[1]", "Newsweek");

            // A question, the passage behind its second citation, and a question that goes on with it.
            FakeMessage answer = bot.say(ANNA.id(), ANNA, "what did ISW say?");
            assertThat(answer.text()).contains("[2]", "Citebot digest of “Russia and Belarus Move Closer Together”");
            FakeMessage card = bot.press(ANNA.id(), ANNA, answer, "[2]");
            assertThat(card.text()).startsWith("[2] Citebot digest of");
            assertThat(card.entities()).extracting("type").contains("bold");
            FakeMessage further = bot.say(ANNA.id(), ANNA, "and what about Liubakova?");
            assertThat(further.text()).contains("Liubakova");
            FakeMessage on = bot.say(ANNA.id(), ANNA, "and what did she say about mobilization?");
            assertThat(on.text()).contains("mobilization").contains("[1]");
            bot.press(ANNA.id(), ANNA, on, "How I read this");

            // Somebody with another Telegram is spoken to in that language; quotations stay as they are.
            FakeMessage ukrainian = bot.say(OLEH.id(), OLEH, "/start");
            assertThat(ukrainian.text()).startsWith("Вітаю!");
            FakeMessage answered = bot.say(OLEH.id(), OLEH, "What did Politika Strani say?");
            assertThat(answered.text()).contains("100,000 more troops", "30 січ. 2024");
            bot.press(OLEH.id(), OLEH, answered, "[1]");
            FakeMessage none = bot.say(OLEH.id(), OLEH, "What did the IMF say about Belarus?");
            assertThat(none.text()).startsWith("Я не знайшов на це відповіді.");
            bot.press(OLEH.id(), OLEH, none, "Повідомити модераторів");

            // A group: by name, and by a reply.
            FakeMessage inGroup = bot.say(GROUP, ANNA, "@citebot_test_bot what did Politika Strani say?");
            assertThat(inGroup.text()).contains("100,000 more troops");
            bot.telegram.post(
                    GROUP, OLEH, Content.text("and Liubakova?").andThen(bot.telegram.replyingTo(GROUP, inGroup.id())));
            bot.settle();
            assertThat(bot.telegram.messages(GROUP)).hasSize(2);
            assertThat(bot.telegram.messages(GROUP).getLast().text()).contains("Liubakova");

            // Who said what, in Russian; and what else the same speaker said.
            FakeMessage said = bot.say(VERA.id(), VERA, "Что сказал Кротевич?");
            assertThat(said.text())
                    .contains("the possibility of Belarus entering the war", "сообщает Politika Strani", "30 янв. 2024")
                    .doesNotContain("via ", "probably");
            FakeMessage quoted = bot.press(VERA.id(), VERA, said, "[1]");
            String more = quoted.keyboard().stream()
                    .flatMap(List::stream)
                    .map(FakeButton::label)
                    .filter(label -> label.startsWith("Ещё: "))
                    .findFirst()
                    .orElseThrow();
            FakeMessage others = bot.press(VERA.id(), VERA, quoted, more);
            assertThat(others.text()).contains("Bohdan Krotevych", "[1]");
            FakeMessage speakers = bot.say(VERA.id(), VERA, "/speakers");
            assertThat(speakers.text()).contains("Institute for the Study of War (ISW)", "высказыван");

            page.add("Citebot", "bot", bot.telegram.lines(ANNA.id()))
                    .add("Citebot", "бот", bot.telegram.lines(OLEH.id()))
                    .add("Citebot", "бот", bot.telegram.lines(VERA.id()))
                    .add("Editors", "3 members", bot.telegram.lines(GROUP));
        }
    }

    /** A model that writes a word every now and then: what it has proved so far is shown while it writes. */
    private void aModelsAnswerGrowsSentenceBySentence(TranscriptPage page) throws Exception {
        try (FakeModelServer model = new FakeModelServer()) {
            model.always(new Behaviour.Trickles(ReaderConversationTest::quote, Duration.ofMillis(110)));
            Map<String, String> settings = Map.of(
                    "CITEBOT_MODEL_PROVIDER",
                    "openai",
                    "CITEBOT_MODEL_NAME",
                    "test-model",
                    "CITEBOT_MODEL_URL",
                    model.url().toString());
            try (BotProcess bot = new BotProcess(
                    Files.createDirectory(home.resolve("model")), Project.root().resolve("seeds"), settings)) {
                bot.telegram.openPrivateChat(ANNA.id());
                FakeMessage answer = bot.say(ANNA.id(), ANNA, "Which agreements did Putin and Lukashenko sign?");

                List<String> frames = bot.telegram.requests("sendMessageDraft").stream()
                        .map(request -> request.fields().path("text").asText())
                        .toList();
                assertThat(frames).as(answer.text()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(frames.getLast()).contains("[1]").endsWith(" …");
                assertThat(frames).doesNotHaveDuplicates();
                for (String frame : frames.subList(1, frames.size())) {
                    assertThat(answer.html()).contains(frame.replace(" …", ""));
                }
                page.add("Citebot", "with a language model", bot.telegram.lines(ANNA.id()));
            }
        }
    }

    /** The last two sentences of each of the best passages, cited. */
    private static String quote(ReceivedPrompt prompt) {
        return prompt.passages().stream()
                .limit(2)
                .flatMap(passage -> passage.sentences().stream()
                        .skip(Math.max(0, passage.sentences().size() - 2))
                        .map(sentence -> sentence.replaceFirst("[.!?]+$", "") + " [" + passage.number() + "]."))
                .collect(Collectors.joining(" "));
    }
}
