package org.citebot.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.fake.Content.caption;
import static org.citebot.telegram.fake.Content.contact;
import static org.citebot.telegram.fake.Content.document;
import static org.citebot.telegram.fake.Content.forwardedFromChannel;
import static org.citebot.telegram.fake.Content.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.citebot.Project;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A moderator's day with the bot as people run it: a process of its own, over HTTP, on the real store and index. */
class ModeratorConversationTest {

    private static final FakePerson OLGA = new FakePerson(11, "Olga");
    private static final FakePerson MIRA = new FakePerson(22, "Mira");
    private static final FakePerson READER = new FakePerson(33, "Reader");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CLAIM = Pattern.compile("https://t\\.me/\\w+\\?start=(claim-[\\w-]+)");

    private static final String FERRY = """
            The island ferry will not run from Monday, the port authority announced.

            Harbour master Ilse Brandt said the ice had come three weeks early this year. "We cannot risk the hull of \
            the Sirius," she told reporters.

            Share this article

            Buses will carry passengers over the old causeway until the spring, at the price of the ferry.
            """;

    @TempDir
    private Path home;

    private FakeTelegramServer telegram;
    private Process bot;

    @BeforeEach
    void startBot() throws IOException {
        telegram = new FakeTelegramServer();
        for (FakePerson person : new FakePerson[] {OLGA, MIRA, READER}) {
            telegram.openPrivateChat(person.id());
        }
        Path documents = Files.createDirectory(home.resolve("documents"));
        Files.writeString(documents.resolve("well.md"), "# The well\\n\\nThe village well was cleaned in May.\\n");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcitebot.home=" + Project.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Citebot.class.getName(),
                        "run")
                .redirectError(home.resolve("log").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("CITEBOT_DATA", home.resolve("data").toString());
        command.environment().put("CITEBOT_CORPUS_FOLDER", documents.toString());
        command.environment().put("CITEBOT_TELEGRAM_TOKEN", telegram.token().reveal());
        command.environment().put("CITEBOT_TELEGRAM_API_URL", telegram.url().toString());
        bot = command.start();
    }

    @AfterEach
    void stopAll() {
        bot.destroyForcibly();
        telegram.close();
    }

    @Test
    void aDocumentComesInIsReplacedRemovedAndBroughtBackByThoseWhoMay() throws Exception {
        // The one who runs the bot opens the link, and makes Mira a moderator.
        say(OLGA, "/start " + claimCode());
        assertThat(answer(OLGA)).contains("You own this bot");
        telegram.post(OLGA.id(), OLGA, contact("Mira", MIRA.id()));
        assertThat(answer(OLGA)).contains("Mira").contains("moderator");
        await(() -> telegram.menu(MIRA.id()).contains("proposals"));

        // Nobody can answer from a document that is not there yet; nor can a reader bring one.
        assertThat(ask("What did Ilse Brandt say?")).contains("no answer to this");
        telegram.files().put("f0", FERRY.getBytes(UTF_8));
        telegram.post(READER.id(), READER, document("f0", "ferry.txt", "text/plain", null));
        assertThat(answer(READER)).contains("text only");

        // Mira sends a file, sees what it would become, corrects its outlet by a reply, and approves.
        telegram.files().put("f1", FERRY.getBytes(UTF_8));
        telegram.post(
                MIRA.id(),
                MIRA,
                document("f1", "ferry.txt", "text/plain", 400L).andThen(caption("Ferry stops for the winter")));
        assertThat(answer(MIRA)).contains("Ferry stops for the winter", "Share this article");
        press(MIRA, "Edit");
        telegram.post(
                MIRA.id(),
                MIRA,
                text("Outlet: The Ferry Gazette\nDate: 2024-01-15")
                        .andThen(telegram.replyingTo(MIRA.id(), last(MIRA).id())));
        assertThat(answer(MIRA)).contains("The Ferry Gazette", "2024");
        press(MIRA, "Approve");
        assertThat(last(MIRA).text()).contains("Approved", "Ferry stops for the winter");
        assertThat(last(MIRA).keyboard()).isEmpty();
        awaitAnswer("What did Ilse Brandt say?", "three weeks early", "The Ferry Gazette");

        // A post with the news of the day after is noticed to be much the same, and replaces it.
        telegram.post(
                MIRA.id(),
                MIRA,
                text(FERRY.replace("three weeks", "four weeks"))
                        .andThen(forwardedFromChannel(-100777, "Ferry Channel", 5)));
        assertThat(answer(MIRA)).contains("Ferry Channel", "Ferry stops for the winter", "%");
        press(MIRA, "Replace «Ferry stops for the winter»");
        assertThat(last(MIRA).text()).contains("version 2");
        assertThat(awaitAnswer("What did Ilse Brandt say?", "four weeks early")).doesNotContain("three weeks");

        // Removed, it answers no more; an undo brings it back.
        say(MIRA, "/docs brandt ferry");
        say(MIRA, "/docs ferry");
        Matcher number = Pattern.compile("/doc_(\\d+)").matcher(answer(MIRA));
        assertThat(number.find()).isTrue();
        say(MIRA, "/doc_" + number.group(1));
        assertThat(answer(MIRA)).contains("Version 2 updated", "Version 1 added", "Mira");
        say(MIRA, "/remove_" + number.group(1));
        assertThat(answer(MIRA)).contains("does not answer any more");
        assertThat(ask("What did Ilse Brandt say?")).contains("no answer to this");
        say(MIRA, "/undo");
        awaitAnswer("What did Ilse Brandt say?", "four weeks early");

        // Mira is a moderator no more while a proposal of hers lies before her.
        say(MIRA, "/add The mayor of Brandtown said on Friday that the old mill would be sold to the state.");
        assertThat(answer(MIRA)).contains("mill");
        say(OLGA, "/moderators");
        press(OLGA, "Revoke Mira");
        press(MIRA, "Approve");
        assertThat(last(MIRA).text()).contains("Only moderators").doesNotContain("mill");
        await(() -> !telegram.menu(MIRA.id()).contains("proposals"));
        assertThat(ask("What did the mayor of Brandtown say?")).contains("no answer to this");

        // The owner finds the proposal still waiting.
        say(OLGA, "/proposals");
        assertThat(answer(OLGA)).contains("/proposal_");
        System.out.println(telegram.transcript(MIRA.id()));
        assertThat(Files.readString(home.resolve("log")))
                .doesNotContain(telegram.token().reveal(), "Exception", "Brandt");
    }

    private String claimCode() throws Exception {
        await(() -> CLAIM.matcher(Files.readString(home.resolve("log"))).find());
        Matcher link = CLAIM.matcher(Files.readString(home.resolve("log")));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** Asks until the answer holds these words, and prints how long after the change that was. */
    private String awaitAnswer(String question, String... words) throws Exception {
        long start = System.nanoTime();
        String[] answer = {""};
        await(() -> {
            answer[0] = ask(question);
            return Stream.of(words).allMatch(answer[0]::contains);
        });
        System.out.println(
                "Found " + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms after the change");
        return answer[0];
    }

    private String ask(String question) throws Exception {
        say(READER, question);
        return answer(READER);
    }

    private void say(FakePerson person, String words) {
        telegram.say(person.id(), person, words);
    }

    /** Presses a button of the last message that has it, and waits until something came of it. */
    private void press(FakePerson person, String label) throws Exception {
        settle();
        FakeMessage message = telegram.messages(person.id()).reversed().stream()
                .filter(each -> each.keyboard().stream()
                        .flatMap(List::stream)
                        .anyMatch(button -> button.label().equals(label)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + "\n" + telegram.transcript(person.id())));
        telegram.press(person.id(), person, message.id(), message.data(label));
        settle();
    }

    private String answer(FakePerson person) throws Exception {
        settle();
        return last(person).text();
    }

    private FakeMessage last(FakePerson person) {
        return telegram.messages(person.id()).getLast();
    }

    /** Waits until all that was said has been confirmed and its effects are there. */
    private void settle() throws Exception {
        await(() -> telegram.unconfirmed() == 0 && waiting() == 0);
    }

    private int waiting() {
        return TelegramBot.openDatabase(home.resolve("data").resolve("telegram.db"))
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM inbox WHERE state = 'waiting'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(bot.isAlive()).as(Files.readString(home.resolve("log"))).isTrue();
            assertThat(System.nanoTime()).as(telegram.transcript(MIRA.id())).isLessThan(end);
            Thread.sleep(20);
        }
    }
}
