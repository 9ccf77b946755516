package org.citebot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;
import static org.citebot.telegram.fake.Content.caption;
import static org.citebot.telegram.fake.Content.document;
import static org.citebot.telegram.fake.Content.forwardedFrom;
import static org.citebot.telegram.fake.Content.forwardedFromChannel;
import static org.citebot.telegram.fake.Content.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.corpus.DocumentFilter;
import org.citebot.moderation.ListResult.Proposals;
import org.citebot.telegram.fake.Delivery;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakePerson;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moderators send, good and bad: each is answered with one clear line or a preview, and nothing is half done. */
class ModeratorInputTest {

    private static final FakePerson OWNER = new FakePerson(ADA, "Ada");
    private static final FakePerson OTHER = new FakePerson(BEN, "Ben");
    private static final long MEGABYTE = 1 << 20;
    private static final String TEXT =
            "The old mill was sold to the state on Friday, the mayor of Brandtown said.\n\nIt had stood empty for years.";

    @TempDir
    private Path folder;

    private BotHarness harness;
    private FakeTelegramServer server;

    @BeforeEach
    void start() {
        harness = new BotHarness(folder);
        server = harness.server;
        harness.own(ADA);
        harness.moderation.roles().grant(Sender.person(ADA), Sender.person(BEN));
        harness.start();
    }

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void aFileBecomesAPreviewUnderItsCaption() {
        send("mill.txt", TEXT.getBytes(UTF_8), "Mill sold");

        assertThat(shown().text()).contains("Mill sold", "mill");
        assertThat(shown().keyboard()).isNotEmpty();
        assertThat(open()).hasSize(1);
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenFetched() {
        server.post(ADA, OWNER, document("big", "mill.txt", "text/plain", 21 * MEGABYTE));
        harness.awaitQuiet();

        assertThat(shown().text()).contains("20 MB");
        assertThat(server.requests("getFile")).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void aFileThatLiesAboutItsSizeIsCutOff() {
        server.files().put("endless", "documents/endless", 100L, Delivery.endless());
        server.post(ADA, OWNER, document("endless", "mill.txt", "text/plain", 100L));
        harness.awaitQuiet();

        assertThat(shown().text()).contains("20 MB");
        assertThat(open()).isEmpty();
    }

    @Test
    void aFileThatTelegramNoLongerHasIsAskedForAgain() {
        server.post(ADA, OWNER, document("gone", "mill.txt", "text/plain", 100L));
        harness.awaitQuiet();

        assertThat(shown().text()).contains("send it again");
    }

    @Test
    void aFileIsFetchedAgainWhereTelegramHadTrouble() {
        server.faults().next("getFile", new Fault.Refused(502, "Bad Gateway"));
        send("mill.txt", TEXT.getBytes(UTF_8), null);

        assertThat(shown().text()).contains("mill");
        assertThat(server.messages(ADA)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "mill.pdf, 255044462d312e370a",
        "mill.txt, 255044462d312e370a",
        "mill.txt, ''",
        "mill.txt, 00010203040506070809",
        "mill.docx, 504b0304",
        "mill.txt, 20200a0a20",
        "mill.html, 3c68746d6c3e3c2f68746d6c3e",
        "mill, 74657874"
    })
    void whatIsNoTextIsRefusedInOneLine(String name, String hex) {
        send(name, HexFormat.of().parseHex(hex), null);

        assertThat(shown().text()).isNotBlank().doesNotContain("\n", "Sorry");
        assertThat(shown().keyboard()).isEmpty();
        assertThat(open()).isEmpty();
        assertThat(server.messages(ADA)).hasSize(1);
    }

    @Test
    void otherEncodingsAreReadOrRefusedButNeverGarbled() {
        send("mill.txt", TEXT.getBytes(StandardCharsets.UTF_16), null);
        assertThat(shown().text()).contains("Brandtown");

        send(
                "mill.txt",
                "Müller hat die alte Mühle an den Staat verkauft.".getBytes(StandardCharsets.ISO_8859_1),
                null);
        assertThat(shown().text()).doesNotContain("\uFFFD");
    }

    @Test
    void namesAndTitlesShowAsTheyAreAndDoNothing() {
        String hostile = "<b>Mill</b> @someone /undo evil.com \u202Egnp.txt\u200B [x](http://evil.example)";
        send("<i>mill</i>@admin.txt", TEXT.getBytes(UTF_8), hostile);

        FakeMessage preview = shown();
        assertThat(preview.text()).contains("<b>Mill</b>", "@someone").doesNotContain("\u202E", "\u200B");
        String text = preview.text();
        List<String> active = preview.entities().stream()
                .filter(entity -> List.of("mention", "url", "text_link", "email", "hashtag")
                        .contains(entity.type()))
                .map(entity -> text.substring(entity.offset(), entity.offset() + entity.length()))
                .toList();
        assertThat(active).isEmpty();
        assertThat(commands(preview)).allMatch(command -> command.matches("/(doc|proposal|remove|restore)_\\d+.*"));
    }

    @Test
    void theSameFileTwiceIsOneProposal() {
        send("mill.txt", TEXT.getBytes(UTF_8), null);
        send("mill.txt", TEXT.getBytes(UTF_8), null);

        assertThat(open()).hasSize(1);
        assertThat(shown().text()).contains("already");
    }

    @Test
    void ofTwoWhoDecideOneDoes() {
        send("mill.txt", TEXT.getBytes(UTF_8), "Mill sold");
        server.say(BEN, OTHER, "/proposal_" + open().getFirst());
        harness.awaitQuiet();
        FakeMessage first = shown();
        FakeMessage second = server.messages(BEN).getLast();

        server.press(ADA, OWNER, first.id(), first.data("Approve"));
        server.press(BEN, OTHER, second.id(), second.data("Reject"));
        harness.awaitQuiet();

        List<String> outcomes =
                List.of(shown().text(), server.messages(BEN).getLast().text());
        assertThat(outcomes).anyMatch(text -> text.contains("Ada") || text.contains("Ben"));
        assertThat(open()).isEmpty();
        assertThat(server.messages(BEN).getLast().keyboard()).isEmpty();
        assertThat(shown().keyboard()).isEmpty();
    }

    @Test
    void aForwardedPostBringsItsOutletDayAndAddress() {
        server.post(ADA, OWNER, text(TEXT).andThen(forwardedFromChannel(-100777, "Brandtown News", 12)));
        harness.awaitQuiet();

        assertThat(shown().text()).contains("Brandtown News");
    }

    @Test
    void aForwardedCommandDoesNothing() {
        server.post(ADA, OWNER, text("/undo").andThen(forwardedFrom(OTHER)));
        harness.awaitQuiet();

        assertThat(shown().text()).contains("forwarded command does nothing");
        assertThat(open()).isEmpty();
    }

    @Test
    void aLongPastedTextIsPutTogether() {
        String part = IntStream.range(0, 60)
                .mapToObj(i -> "Sentence number " + i + " of the long report tells of the mill and of its buyers.")
                .collect(Collectors.joining(" "));
        server.say(ADA, OWNER, "/add " + part);
        server.say(ADA, OWNER, part.replace("mill", "dam"));
        server.say(ADA, OWNER, "The end of it came on Sunday.");
        harness.awaitQuiet();
        assertThat(open()).isEmpty();
        assertThat(harness.answerer.asked()).isEmpty();

        server.press(ADA, OWNER, shown().id(), shown().data("That is all"));
        harness.awaitQuiet();

        assertThat(open()).hasSize(1);
        server.press(ADA, OWNER, shown().id(), shown().data("Approve"));
        harness.awaitQuiet();
        assertThat(harness.store.extent(DocumentFilter.ALL).documents()).isEqualTo(1);
        server.say(ADA, OWNER, "What did the mayor say?");
        harness.awaitQuiet();
        assertThat(harness.answerer.asked()).hasSize(1);
    }

    @Test
    void anAnswerToAMessageIsTakenByAReply() {
        int post = server.post(ADA, OWNER, text(TEXT));
        server.post(ADA, OWNER, text("/add").andThen(server.replyingTo(ADA, post)));
        harness.awaitQuiet();

        assertThat(open()).hasSize(1);
    }

    @Test
    void aReplayedUpdateHasOneEffect() {
        send("mill.txt", TEXT.getBytes(UTF_8), "Mill sold");
        server.press(ADA, OWNER, shown().id(), shown().data("Approve"));
        harness.awaitQuiet();
        server.say(ADA, OWNER, "/remove mill");
        server.say(ADA, OWNER, "/undo");
        harness.awaitQuiet();
        long revision = harness.store.revision();
        String transcript = server.transcript(ADA);

        harness.stop();
        harness.database.jdbi().useTransaction(handle -> handle.execute("UPDATE inbox SET state = 'waiting'"));
        harness.start();
        harness.awaitQuiet();

        assertThat(harness.store.revision()).isEqualTo(revision);
        assertThat(server.messages(ADA)).hasSize(3);
        assertThat(server.transcript(ADA)).startsWith(transcript.substring(0, 100));
    }

    private void send(String name, byte[] content, @Nullable String title) {
        String file = "file-" + Arrays.hashCode(content);
        server.files().put(file, content);
        server.post(
                ADA,
                OWNER,
                title == null
                        ? document(file, name, "text/plain", (long) content.length)
                        : document(file, name, "text/plain", (long) content.length)
                                .andThen(caption(title)));
        harness.awaitQuiet();
    }

    private List<Long> open() {
        return ((Proposals) harness.moderation.proposals().openProposals(Sender.person(ADA))).open();
    }

    private FakeMessage shown() {
        return server.messages(ADA).getLast();
    }

    private static List<String> commands(FakeMessage message) {
        return message.entities().stream()
                .filter(entity -> entity.type().equals("bot_command"))
                .map((Entity entity) -> message.text().substring(entity.offset(), entity.offset() + entity.length()))
                .toList();
    }
}
