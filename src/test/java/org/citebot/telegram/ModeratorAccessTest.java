package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;
import static org.citebot.telegram.BotHarness.FORUM;
import static org.citebot.telegram.BotHarness.GROUP;
import static org.citebot.telegram.fake.Content.contact;
import static org.citebot.telegram.fake.Content.document;
import static org.citebot.telegram.fake.Content.forwardedFrom;
import static org.citebot.telegram.fake.Content.inTheNameOf;
import static org.citebot.telegram.fake.Content.inTopic;
import static org.citebot.telegram.fake.Content.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.citebot.FaultReport;
import org.citebot.corpus.CorpusExtent;
import org.citebot.corpus.DocumentFilter;
import org.citebot.moderation.AuditEntry;
import org.citebot.moderation.Member;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.ProposalResult.Proposed;
import org.citebot.moderation.Submission;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only real moderators act, and only by what they say themselves. Ada owns the bot; Ben is nobody. */
@Tag("faults")
class ModeratorAccessTest {

    private static final FakePerson OWNER = new FakePerson(ADA, "Ada");
    private static final FakePerson NOBODY = new FakePerson(BEN, "Ben");
    private static final FakePerson MIRA = new FakePerson(300, "Mira");
    private static final int ATTEMPTS = 300;
    private static final String TEXT = "The old mill was sold to the state on Friday, the mayor of Brandtown said.";

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;
    private long proposal;
    private int preview;

    /** What would show that somebody acted. */
    private record State(long revision, CorpusExtent extent, List<AuditEntry> audit, List<Member> members) {}

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        server.openPrivateChat(MIRA.id());
        harness.own(ADA);
        Proposed proposed =
                (Proposed) harness.moderation.proposals().propose(Sender.person(ADA), Submission.text(TEXT));
        proposal = proposed.proposal().id();
        harness.start();
        server.say(ADA, OWNER, "/proposal_" + proposal);
        harness.awaitQuiet();
        preview = last(ADA).id();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void nobodyElseIsTakenForAModerator() {
        Random random = new Random(20_261_124);
        List<String> data = last(ADA).keyboard().stream()
                .flatMap(List::stream)
                .map(button -> String.valueOf(button.data()))
                .toList();
        assertThat(data).isNotEmpty();
        List<String> commands = List.of(
                "/add " + TEXT + " Again.",
                "/remove_1",
                "/remove 1",
                "/restore_1_1",
                "/undo",
                "/proposals",
                "/proposal_" + proposal,
                "/docs",
                "/doc_1",
                "/moderators",
                "/start claim-" + "A".repeat(22));
        server.files().put("f", TEXT.getBytes(StandardCharsets.UTF_8));
        State before = state();

        for (int i = 0; i < ATTEMPTS; i++) {
            String command = commands.get(random.nextInt(commands.size()));
            String bare = command + "@" + FakeTelegramServer.BOT_NAME;
            String press = data.get(random.nextInt(data.size()));
            switch (i % 10) {
                case 0 -> server.say(BEN, NOBODY, command);
                case 1 -> server.press(BEN, NOBODY, server.say(BEN, "x"), press);
                case 2 -> server.pressInaccessible(BEN, NOBODY, preview, press);
                // The group's administrator may be Ada; it cannot be known.
                case 3 ->
                    server.post(
                            GROUP,
                            FakePerson.ANONYMOUS_ADMIN,
                            text(command.replace(" ", "@" + FakeTelegramServer.BOT_NAME + " "))
                                    .andThen(inTheNameOf(GROUP, "supergroup", "The group")));
                case 4 ->
                    server.post(GROUP, FakePerson.CHANNEL, text(bare).andThen(inTheNameOf(-100_9, "channel", "News")));
                case 5 -> server.post(ADA, OWNER, text(command).andThen(forwardedFrom(NOBODY)));
                case 6 -> server.post(BEN, NOBODY, document("f", "mill.txt", "text/plain", null));
                case 7 -> server.post(BEN, NOBODY, contact("Ben", BEN));
                case 8 -> server.press(GROUP, NOBODY, server.say(GROUP, NOBODY, "y"), press);
                default -> server.post(GROUP, OWNER, text(bare).andThen(ModeratorAccessTest::viaBot));
            }
            if (i % 50 == 49) {
                harness.awaitQuiet();
            }
        }
        harness.awaitQuiet();

        assertThat(state()).isEqualTo(before);
        assertThat(server.messages(BEN))
                .isNotEmpty()
                .noneMatch(message -> message.text().contains("mill"));
        assertThat(server.messages(GROUP)).noneMatch(message -> message.text().contains("mill"));
        assertThat(harness.inState("failed")).isZero();
        FaultReport.note(
                "R47",
                ATTEMPTS + " attempts of strangers, anonymous admins, channels, forwards, bots, forged presses",
                "0 accepted; whoever is demoted is refused at once");
    }

    @Test
    void dataThatNoButtonBringsBackDoesNothing() {
        Random random = new Random(7);
        String real = last(ADA).data("Approve");
        State before = state();

        for (int i = 0; i < 100; i++) {
            char[] forged = real.toCharArray();
            forged[random.nextInt(forged.length)] = (char) ('!' + random.nextInt(90));
            String data = new String(forged) + (i % 3 == 0 ? ":" + random.nextLong() : "");
            if (!data.equals(real)) {
                server.press(ADA, NOBODY, preview, data);
            }
        }
        server.press(ADA, OWNER, preview, "");
        server.press(ADA, OWNER, preview, "p".repeat(500));
        server.press(ADA, OWNER, preview, "\u0000:😀:99999999999999999999");
        harness.awaitQuiet();

        assertThat(state()).isEqualTo(before);
        assertThat(harness.inState("failed")).isZero();
    }

    @Test
    void whoIsDemotedIsRefusedAtOnce() {
        harness.moderation.roles().grant(Sender.person(ADA), Sender.person(MIRA.id()));
        server.say(MIRA.id(), MIRA, "/proposal_" + proposal);
        harness.awaitQuiet();
        FakeMessage shown = last(MIRA.id());
        assertThat(shown.text()).contains("mill");

        harness.moderation.roles().revoke(Sender.person(ADA), Sender.person(MIRA.id()));
        State before = state();
        server.press(MIRA.id(), MIRA, shown.id(), shown.data("Approve"));
        harness.awaitQuiet();

        assertThat(state()).isEqualTo(before);
        assertThat(last(MIRA.id()).text()).contains("Only moderators").doesNotContain("mill");
        assertThat(last(MIRA.id()).keyboard()).isEmpty();
    }

    @Test
    void theOwnerGrantsByAReplyInAGroup() {
        int said = server.say(GROUP, MIRA, "Good morning");
        server.post(GROUP, OWNER, text("/moderators").andThen(server.replyingTo(GROUP, said)));
        harness.awaitQuiet();

        assertThat(harness.moderation.roles().of(Sender.person(MIRA.id()))).contains(Role.MODERATOR);
        assertThat(last(GROUP).text()).contains("Mira");
        assertThat(server.menu(MIRA.id())).contains("proposals").doesNotContain("moderators");
        assertThat(server.menu(ADA)).contains("moderators");
        assertThat(server.menu(BEN)).doesNotContain("proposals");
    }

    @Test
    void inATopicWhoeverOpenedItIsNotMadeAModerator() {
        int opening = server.post(
                FORUM,
                MIRA,
                message -> message.putObject("forum_topic_created")
                        .put("name", "Topic")
                        .put("icon_color", 1));
        server.post(
                FORUM, OWNER, text("/moderators").andThen(inTopic(opening)).andThen(server.replyingTo(FORUM, opening)));
        harness.awaitQuiet();

        assertThat(harness.moderation.roles().of(Sender.person(MIRA.id()))).isEmpty();
    }

    @Test
    void inAGroupTheCorpusIsNotKept() {
        server.say(GROUP, OWNER, "/proposals");
        harness.awaitQuiet();

        assertThat(last(GROUP).text()).contains("private chat");
        assertThat(last(GROUP).keyboard()).isEmpty();
    }

    @Test
    void whoOwnsTheBotIsDecidedByTheLinkAlone() {
        harness.close();
        harness = new BotHarness(folder.resolve("other"));
        server = harness.server;
        harness.start();
        String code = harness.moderation.roles().newClaimCode().orElseThrow().reveal();

        server.say(BEN, NOBODY, "/start claim-" + code.substring(1) + "A");
        server.post(BEN, NOBODY, text("/start claim-" + code).andThen(forwardedFrom(OWNER)));
        server.say(GROUP, NOBODY, "/start@" + FakeTelegramServer.BOT_NAME + " claim-" + code);
        harness.awaitQuiet();
        assertThat(harness.moderation.roles().hasOwner()).isFalse();

        server.say(ADA, OWNER, "/start claim-" + code);
        // Chats do not wait for each other.
        harness.awaitQuiet();
        server.say(BEN, NOBODY, "/start claim-" + code);
        harness.awaitQuiet();
        assertThat(harness.moderation.roles().of(Sender.person(ADA))).contains(Role.OWNER);
        assertThat(harness.moderation.roles().of(Sender.person(BEN))).isEmpty();
        assertThat(last(BEN).text()).contains("has an owner");
    }

    private State state() {
        return new State(
                harness.store.revision(),
                harness.store.extent(DocumentFilter.ALL),
                harness.moderation.audit().latest(1000),
                harness.moderation.roles().members());
    }

    private FakeMessage last(long chat) {
        return server.messages(chat).getLast();
    }

    private static void viaBot(ObjectNode message) {
        message.putObject("via_bot")
                .put("id", 9)
                .put("is_bot", true)
                .put("first_name", "Other")
                .put("username", "other_bot");
    }
}
