package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.GROUP;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.FaultReport;
import org.citebot.language.Language;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.fake.Content;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.limit.SendLimiter.Rates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use the bot, and how much they may ask. */
@Tag("faults")
class DoorkeeperTest {

    private static final FakePerson OWNER = new FakePerson(31, "Olga");
    private static final FakePerson GUEST = new FakePerson(32, "Gus");
    private static final FakePerson STRANGER = new FakePerson(33, "Sam");
    private static final String CALL = "@" + FakeTelegramServer.BOT_NAME + " ";
    private static final Pattern CODE = Pattern.compile("\\?start=(join-[A-Za-z0-9_-]{22})");

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;

    @BeforeEach
    void make() {
        harness = new BotHarness(folder);
        server = harness.server;
        server.openPrivateChat(OWNER.id());
        server.openPrivateChat(GUEST.id());
        server.openPrivateChat(STRANGER.id());
        harness.own(OWNER.id());
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void anInvitationLetsOnePersonInOnceAndCanBeTakenBack() {
        startPrivate();
        say(STRANGER, "may I?");
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.PRIVATE_BOT));
        say(OWNER, "/invite");
        String code = code(last(OWNER));

        say(GUEST, "/start " + code);
        assertThat(last(GUEST)).startsWith("Hello");
        say(GUEST, "what did the harbour master say?");
        assertThat(last(GUEST)).startsWith("The harbour master");
        say(STRANGER, "/start " + code);
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.INVITATION_VOID));

        say(OWNER, "/guests");
        assertThat(last(OWNER)).contains("Gus");
        int list = server.messages(OWNER.id()).getLast().id();
        server.press(OWNER.id(), OWNER, list, "shut-out:telegram:" + GUEST.id());
        harness.awaitQuiet();
        assertThat(last(OWNER)).contains("Nobody yet");
        say(GUEST, "and now?");
        assertThat(last(GUEST)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.PRIVATE_BOT));
        assertThat(harness.answerer.asked()).containsExactly("what did the harbour master say?");
    }

    @Test
    void theOwnerIsLetInAndAGroupHearsNothingForStrangers() {
        startPrivate();
        server.say(GROUP, OWNER, CALL + "one");
        harness.awaitQuiet();
        assertThat(server.messages(GROUP)).hasSize(1);

        server.say(GROUP, STRANGER, CALL + "two");
        server.post(GROUP, STRANGER, Content.text(CALL + "three").andThen(Content.inTheNameOf(-9, "channel", "C")));
        harness.awaitQuiet();

        assertThat(server.messages(GROUP)).hasSize(1);
        assertThat(harness.answerer.asked()).containsExactly("one");
    }

    @Test
    void onlyModeratorsInviteAndAnOldOrForwardedLinkIsVoid() {
        startPrivate();
        say(STRANGER, "/invite");
        assertThat(last(STRANGER)).doesNotContain("start=join");
        say(OWNER, "/invite");
        String code = code(last(OWNER));
        server.post(STRANGER.id(), STRANGER, Content.text("/start " + code).andThen(Content.forwardedFrom(OWNER)));
        harness.awaitQuiet();
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.PRIVATE_BOT));

        harness.clock.advance(Duration.ofDays(8));
        say(STRANGER, "/start " + code);
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.INVITATION_VOID));
    }

    @Test
    void aFloodOfOnePersonIsAnsweredUpToTheQuotaAndTakesNothingFromOthers() {
        int flood = FaultReport.rounds(40, 500);
        harness.start(with(new Quotas.Limits(5, 300)), Rates.UNLIMITED);
        for (int i = 0; i < flood; i++) {
            server.say(STRANGER.id(), STRANGER, "flood " + i);
        }
        server.say(GUEST.id(), GUEST, "mine");
        harness.awaitQuiet();

        assertThat(harness.answerer.asked()).hasSize(6).contains("mine");
        assertThat(server.messages(STRANGER.id())).hasSize(6);
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.ENOUGH, "minutes", 60));

        harness.clock.advance(Duration.ofMinutes(61));
        say(STRANGER, "an hour later");
        assertThat(last(STRANGER)).startsWith("You asked this 61 minutes ago").contains("harbour master");
        FaultReport.note(
                "R36 person",
                "one person asks " + flood + " questions with a quota of 5",
                "5 answered, 1 polite refusal, the rest silent; others answered");
    }

    @Test
    void aFloodOfManyInAGroupIsCappedByTheChat() {
        int people = FaultReport.rounds(40, 1_000);
        harness.start(with(new Quotas.Limits(5, 20)), Rates.UNLIMITED);
        for (int i = 0; i < people; i++) {
            server.say(GROUP, new FakePerson(5_000 + i, "P"), CALL + "flood " + i);
        }
        server.say(GUEST.id(), GUEST, "mine");
        BotHarness.await(
                "handled", Duration.ofMinutes(2), () -> server.unconfirmed() == 0 && harness.inState("waiting") == 0);

        assertThat(harness.answerer.asked()).hasSize(21).contains("mine");
        FaultReport.note(
                "R36 chat",
                people + " people ask in a group with a quota of 20",
                "20 answered, the cap never passed; another chat answered");
    }

    @Test
    void whoIsForgottenHasNoCountOfQuestionsLeft() {
        harness.start(with(new Quotas.Limits(5, 300)), Rates.UNLIMITED);
        say(STRANGER, "mine");
        say(GUEST, "another's");
        assertThat(counted()).isEqualTo(2);

        say(STRANGER, "/forget");
        FakeMessage asked = server.messages(STRANGER.id()).getLast();
        server.press(STRANGER.id(), STRANGER, asked.id(), asked.data("Erase everything"));
        harness.awaitQuiet();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void questionsTypedBehindTheNameOfTheBotCountOnceAndUpToTheQuota() {
        harness.start(with(new Quotas.Limits(2, 300)), Rates.UNLIMITED);
        type("what did Brandt");
        type("what did Brandt say");
        type("where is the ferry");
        assertThat(counted()).isEqualTo(2);
        assertThat(harness.answerer.asked()).hasSize(3);

        type("who closed the bridge");
        call("and who opened it?");
        assertThat(harness.answerer.asked()).hasSize(3);
        assertThat(server.requests("answerGuestQuery")).hasSize(1);
        say(STRANGER, "in private");
        assertThat(last(STRANGER)).isEqualTo(Words.in(Language.ENGLISH).say(Phrase.ENOUGH, "minutes", 60));

        harness.clock.advance(Duration.ofMinutes(61));
        call("and who opened it?");
        assertThat(harness.answerer.asked()).hasSize(4);
    }

    private void type(String query) {
        server.postRaw(update -> from(update.putObject("inline_query")
                .put("id", "inline-" + query.length())
                .put("query", query)
                .put("offset", "")));
        harness.awaitQuiet();
    }

    private void call(String text) {
        server.postRaw(update -> {
            ObjectNode message = update.putObject("guest_message")
                    .put("message_id", 5)
                    .put("date", harness.clock.instant().getEpochSecond())
                    .put("guest_query_id", "guest")
                    .put("text", "@" + FakeTelegramServer.BOT_NAME + " " + text);
            message.putObject("chat")
                    .put("id", -9_009)
                    .put("type", "supergroup")
                    .put("title", "Elsewhere");
            from(message);
        });
        harness.awaitQuiet();
    }

    private static void from(ObjectNode of) {
        of.putObject("from")
                .put("id", STRANGER.id())
                .put("is_bot", false)
                .put("first_name", "S")
                .put("language_code", "en");
    }

    private int counted() {
        return harness.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM question WHERE verdict = 'answered'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void startPrivate() {
        harness.start(
                new TelegramSettings(
                        Optional.of(server.token()),
                        server.url(),
                        Duration.ofSeconds(20),
                        4,
                        30,
                        Quotas.Limits.NONE,
                        true,
                        Optional.empty(),
                        false),
                Rates.UNLIMITED);
    }

    private TelegramSettings with(Quotas.Limits limits) {
        return new TelegramSettings(
                Optional.of(server.token()),
                server.url(),
                Duration.ofSeconds(20),
                4,
                30,
                limits,
                false,
                Optional.empty(),
                false);
    }

    private void say(FakePerson person, String text) {
        server.say(person.id(), person, text);
        harness.awaitQuiet();
    }

    private String last(FakePerson person) {
        return server.messages(person.id()).getLast().text();
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        return code.group(1);
    }
}
