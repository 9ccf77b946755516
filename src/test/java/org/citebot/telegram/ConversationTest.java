package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.FORUM;
import static org.citebot.telegram.BotHarness.GROUP;
import static org.citebot.telegram.SampleLibrary.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citebot.FaultReport;
import org.citebot.answering.Answer;
import org.citebot.corpus.DocumentVersion;
import org.citebot.telegram.fake.Content;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.fake.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations: asking on, commands, languages, votes, drafts, and other chats. */
class ConversationTest {

    private static final FakePerson READER = new FakePerson(ADA, "Ada");
    private static final FakePerson MIRA = new FakePerson(ADA, "Mira").speaking("ru");

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;
    private DocumentVersion ferry;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        ferry = new SampleLibrary(harness.store).ferry();
        harness.answerer.script(this::brandt);
        harness.start();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    private Answer brandt(String question) {
        return SampleLibrary.quote(question, ferry, at(0, 1));
    }

    @Test
    void inAPrivateChatOneAsksOn() {
        say("What did Ilse Brandt say?");
        say("and what did she say about the buses?");

        assertThat(asked()).endsWith("What did Ilse Brandt say about the buses?");
        FakeMessage answer = last();
        press(answer, "How I read this");
        JsonNode notice = server.requests("answerCallbackQuery").getLast().fields();
        assertThat(notice.path("text").asText())
                .isEqualTo("I read this as “What did Ilse Brandt say about the buses?”.");
        assertThat(notice.path("show_alert").asBoolean()).isTrue();
    }

    @Test
    void afterADayNothingIsRemembered() {
        say("What did Ilse Brandt say?");
        harness.clock.advance(Duration.ofHours(25));
        say("and what did she say about the buses?");

        assertThat(asked()).endsWith("and what did she say about the buses?");
    }

    @Test
    void inAGroupAReplyAsksOnAndNothingElseDoes() {
        server.say(GROUP, "@citebot_test_bot what did Ilse Brandt say?");
        harness.awaitQuiet();
        int answer = server.messages(GROUP).getLast().id();

        server.say(GROUP, "@citebot_test_bot and what did she say about the buses?");
        server.post(
                GROUP,
                new FakePerson(5, "Eve"),
                Content.text("and what did she say about the buses?").andThen(server.replyingTo(GROUP, answer)));
        harness.awaitQuiet();

        assertThat(asked())
                .containsExactly(
                        "what did Ilse Brandt say?",
                        "and what did she say about the buses?",
                        "What did Ilse Brandt say about the buses?");
    }

    @Test
    void topicsOfAForumKnowNothingOfEachOther() {
        server.post(
                FORUM,
                Content.text("@citebot_test_bot what did Ilse Brandt say?").andThen(Content.inTopic(9)));
        harness.awaitQuiet();
        int answer = server.messages(FORUM).getLast().id();

        server.post(
                FORUM,
                Content.text("and what did she say?")
                        .andThen(server.replyingTo(FORUM, answer))
                        .andThen(Content.inTopic(8)));
        harness.awaitQuiet();

        assertThat(asked()).endsWith("and what did she say?");
    }

    @Test
    void whatIsQuotedIsTakenIntoTheQuestion() {
        server.post(
                GROUP,
                message -> message.put("text", "@citebot_test_bot is this so?")
                        .putObject("quote")
                        .put("text", "the causeway is closed")
                        .put("position", 0));
        harness.awaitQuiet();

        assertThat(asked()).containsExactly("is this so? (“the causeway is closed”)");
    }

    @ParameterizedTest
    @CsvSource({
        "/about, I am Citebot. I answer from 1 document",
        "/sources, 1 document to answer from:",
        "/speakers, Quoted in the documents",
        "/privacy, What I keep",
        "/ask, Write your question behind the command",
        "/stop, There is no answer under way.",
        "/sorces, I do not know this command. Did you mean /sources?",
        "/language, In which language shall I speak to you? Now it is English."
    })
    void commandsAreAnswered(String command, String reply) {
        say(command);

        assertThat(last().text()).startsWith(reply);
    }

    @Test
    void theGreetingSuggestsQuestionsThatAreAnswered() {
        harness.answerer.script(question ->
                question.equals("What did Ilse Brandt say?") ? brandt(question) : SampleAnswers.nothing(question));
        say("/start");

        FakeMessage greeting = last();
        assertThat(greeting.keyboard()).hasSize(1);
        press(greeting, "What did Ilse Brandt say?");
        assertThat(last().text()).startsWith("What did Ilse Brandt say?\n\nIlse Brandt said that ice is early. [1]");
    }

    @Test
    void linksOpenADocumentOrWhatASpeakerSaid() {
        say("/sources");
        String link = links(last()).getFirst();
        assertThat(link).startsWith("https://t.me/citebot_test_bot?start=doc-");
        say("/start " + link.substring(link.indexOf("doc-")));
        FakeMessage document = last();
        assertThat(document.text()).startsWith("Ferry stops for the winter\n");
        press(document, "Whole text");
        assertThat(last().text()).contains("The causeway is narrow.");

        say("/speakers");
        String speaker = links(last()).getFirst();
        say("/start " + speaker.substring(speaker.indexOf("speaker-")));
        assertThat(asked()).containsExactly("What did Ilse Brandt say?");
        say("/start speaker-brandt");
        assertThat(last().text()).startsWith("What did Ilse Brandt say?");
        say("/start speaker-nobody");
        assertThat(last().text()).startsWith("I know no speaker of that name.");
    }

    @Test
    void peopleAreSpokenToInTheLanguageOfTheirTelegramAndOfTheirChoice() {
        harness.answerer.script(SampleAnswers::nothing);
        server.say(ADA, MIRA, "Кто выиграл?");
        harness.awaitQuiet();
        assertThat(last().text())
                .startsWith("Я не нашёл на это ответа. Просмотрено: 1 документ (23 нояб. 2026")
                .contains("The ferry stops on Monday.");

        server.say(ADA, MIRA, "/language");
        harness.awaitQuiet();
        FakeMessage choice = last();
        server.press(ADA, MIRA, choice.id(), choice.data("polski"));
        harness.awaitQuiet();
        assertThat(last().text()).isEqualTo("Od teraz mój język to: polski.");
        harness.stop();
        harness.start();
        server.say(ADA, MIRA, "Кто выиграл?");
        harness.awaitQuiet();
        assertThat(last().text()).startsWith("Nie znalazłem na to odpowiedzi.");
    }

    @Test
    void aVoteIsOneAPersonAndIsForModerators() {
        server.say(GROUP, "@citebot_test_bot what did Brandt say?");
        harness.awaitQuiet();
        FakeMessage answer = server.messages(GROUP).getLast();
        String down = answer.data("👎");
        for (long person : new long[] {1, 2, 2, 2}) {
            server.press(GROUP, new FakePerson(person, "P"), answer.id(), down);
            harness.awaitQuiet();
        }
        FakeMessage why = server.messages(GROUP).getLast();
        assertThat(why.text()).isEqualTo("What was wrong with the answer?");
        server.press(GROUP, new FakePerson(1, "P"), why.id(), why.data("It is incomplete"));
        harness.awaitQuiet();

        assertThat(server.messages(GROUP)).hasSize(1);
        assertThat(count("vote WHERE liked = 0")).isEqualTo(2);
        assertThat(count("vote WHERE reason = 'INCOMPLETE'")).isEqualTo(1);
        server.press(GROUP, new FakePerson(2, "P"), answer.id(), answer.data("👍"));
        harness.awaitQuiet();
        assertThat(count("vote")).isEqualTo(2);
    }

    @Test
    void moderatorsSeeWhatIsMissing() {
        harness.own(ADA);
        harness.answerer.script(SampleAnswers::nothing);
        for (int i = 0; i < 2; i++) {
            server.say(BotHarness.BEN, "Who won the cup?");
            harness.awaitQuiet();
        }
        FakeMessage none = server.messages(BotHarness.BEN).getLast();
        for (int i = 0; i < 2; i++) {
            server.press(
                    BotHarness.BEN, new FakePerson(BotHarness.BEN, "Ben"), none.id(), none.data("Tell the moderators"));
            harness.awaitQuiet();
        }
        say("/gaps");
        assertThat(last().text())
                .contains("• Who won the cup? – asked 2 times, 1 report")
                .doesNotContain("Ben");

        server.say(BotHarness.BEN, "/gaps");
        harness.awaitQuiet();
        assertThat(server.messages(BotHarness.BEN).getLast().text()).startsWith("I do not know this command.");
    }

    @Test
    void aLateAnswerSaysSo() {
        say("What did Ilse Brandt say?");
        assertThat(last().text()).startsWith("Ilse Brandt");

        harness.answerer.script(question -> {
            harness.clock.advance(Duration.ofMinutes(12));
            return brandt(question);
        });
        say("What did Ilse Brandt say?");
        assertThat(last().text()).startsWith("You asked this 12 minutes ago; I am sorry for the wait.\n\nIlse Brandt");
    }

    @Test
    void anAnswerUnderWayIsStopped() {
        harness.answerer.script(question -> {
            try {
                Thread.sleep(Duration.ofSeconds(60));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return brandt(question);
        });
        say0("What did Ilse Brandt say?");
        BotHarness.await("it is asked", () -> harness.answerer.asked().size() == 1);
        say("/stop");

        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(last().text()).isEqualTo("Stopped.");
    }

    @Test
    @Tag("faults")
    void aSlowAnswerIsDraftedAtMostOnceASecondAndSentOnce() {
        harness.answerer.script(this::slowly);
        say("What did Ilse Brandt say?");

        List<RecordedRequest> drafts = server.requests("sendMessageDraft");
        assertThat(drafts).hasSizeBetween(1, 3);
        for (int i = 1; i < drafts.size(); i++) {
            assertThat(Duration.between(drafts.get(i - 1).at(), drafts.get(i).at()))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
        assertThat(server.messages(ADA)).hasSize(1);
        FaultReport.note("R15 frames", "a slow answer in private", "at most 1 frame a second, the answer once");
    }

    @Test
    @Tag("faults")
    void whereDraftsFailTheAnswerIsSentOnceAndGroupsGetNone() {
        server.faults().always("sendMessageDraft", new Fault.Refused(400, "Bad Request: no drafts"));
        harness.answerer.script(this::slowly);
        say("What did Ilse Brandt say?");
        assertThat(server.messages(ADA)).hasSize(1);
        assertThat(server.requests("sendMessageDraft")).hasSize(1);

        server.say(GROUP, "@citebot_test_bot what did Brandt say?");
        harness.awaitQuiet();
        assertThat(server.messages(GROUP)).hasSize(1);
        assertThat(server.requests("sendMessageDraft")).hasSize(1);
        FaultReport.note("R15 refused", "all drafts fail; a group", "the answer once, 0 drafts to the group");
    }

    private Answer slowly(String question) {
        try {
            Thread.sleep(Duration.ofMillis(2600));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return brandt(question);
    }

    @Test
    void inAnyChatCardsAreOffered() {
        search("What did Ilse Brandt say?");

        JsonNode answer = server.requests("answerInlineQuery").getLast().fields();
        assertThat(answer.path("results")).hasSize(2);
        JsonNode card = answer.path("results").get(0);
        assertThat(card.path("title").asText()).isEqualTo("What did Ilse Brandt say?");
        assertThat(card.path("input_message_content").path("message_text").asText())
                .startsWith("Ilse Brandt said that ice is early. [1]")
                .contains("<blockquote expandable>");
        assertThat(card.path("input_message_content")
                        .path("link_preview_options")
                        .path("is_disabled")
                        .asBoolean())
                .isTrue();

        search("what did ilse brandt say?");
        search("Wh");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whoSearchesTooMuchWaits() {
        for (int i = 0; i < 15; i++) {
            search("What did Brandt say, take " + i + "?");
        }

        assertThat(asked()).hasSize(12);
        assertThat(server.requests("answerInlineQuery")
                        .getLast()
                        .fields()
                        .path("button")
                        .path("text")
                        .asText())
                .startsWith("Too many questions");
    }

    @Test
    void aSearchThatIsTooOldIsPassed() {
        harness.answerer.script(question -> {
            harness.clock.advance(Duration.ofMinutes(1));
            return brandt(question);
        });
        harness.stop();
        server.postRaw(update -> query(update, "What did Ilse Brandt say?"));
        server.postRaw(update -> query(update, "What did Brandt say next?"));
        harness.start();
        harness.awaitQuiet();

        assertThat(asked()).containsExactly("What did Ilse Brandt say?");
        assertThat(server.requests("answerInlineQuery")).hasSize(1);
    }

    @Test
    void aGuestIsAnsweredInOneMessage() {
        server.postRaw(update -> {
            var message = update.putObject("guest_message")
                    .put("message_id", 5)
                    .put("date", 1)
                    .put("guest_query_id", "guest-1")
                    .put("text", "@citebot_test_bot what did Brandt say?");
            message.putObject("from").put("id", 31).put("is_bot", false).put("first_name", "G");
            message.putObject("chat").put("id", ADA).put("type", "private");
        });
        harness.awaitQuiet();

        JsonNode sent = server.requests("answerGuestQuery").getLast().fields();
        assertThat(sent.path("guest_query_id").asText()).isEqualTo("guest-1");
        assertThat(sent.path("result")
                        .path("input_message_content")
                        .path("message_text")
                        .asText())
                .startsWith("Ilse Brandt said");
        assertThat(server.messages(ADA)).isEmpty();
    }

    private void search(String words) {
        server.postRaw(update -> query(update, words));
        harness.awaitQuiet();
    }

    private static void query(ObjectNode update, String words) {
        var query = update.putObject("inline_query")
                .put("id", "q")
                .put("query", words)
                .put("offset", "");
        query.putObject("from").put("id", 31).put("is_bot", false).put("first_name", "Mo");
    }

    private int count(String what) {
        return harness.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + what)
                        .mapTo(Integer.class)
                        .one());
    }

    private static List<String> links(FakeMessage message) {
        return message.entities().stream()
                .filter(entity -> entity.type().equals("text_link"))
                .map(entity -> String.valueOf(entity.url()))
                .toList();
    }

    private void say0(String text) {
        server.say(ADA, READER, text);
    }

    private void say(String text) {
        say0(text);
        harness.awaitQuiet();
    }

    private void press(FakeMessage message, String label) {
        server.press(ADA, READER, message.id(), message.data(label));
        harness.awaitQuiet();
    }

    private List<String> asked() {
        return harness.answerer.asked();
    }

    private FakeMessage last() {
        return server.messages(ADA).getLast();
    }
}
