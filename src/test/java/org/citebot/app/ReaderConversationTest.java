package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.citebot.Project;
import org.citebot.telegram.fake.Content;
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
    private static final long GROUP = -1001;

    @TempDir
    private Path home;

    @Test
    void aReaderAsksChecksAndAsksOn() throws Exception {
        try (BotProcess bot = new BotProcess(home, Project.root().resolve("seeds"))) {
            bot.telegram.openPrivateChat(ANNA.id());
            bot.telegram.openPrivateChat(OLEH.id());
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

            String page = new TranscriptPage()
                    .add("Citebot", "bot", bot.telegram.lines(ANNA.id()))
                    .add("Citebot", "бот", bot.telegram.lines(OLEH.id()))
                    .add("Editors", "3 members", bot.telegram.lines(GROUP))
                    .html();
            Path file = Project.root().resolve("target/transcript.html");
            Files.writeString(file, page);
            System.out.println("What users see: " + file);
        }
    }
}
