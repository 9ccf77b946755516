package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.telegram.BotHarness.ADA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.citebot.telegram.fake.FakeButton;
import org.citebot.telegram.fake.FakeMessage;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages with buttons, as a chat shows them. */
class ReplyWriterTest {

    private static final Keyboard YES_NO =
            new Keyboard(List.of(List.of(new Button("Yes", "y:1"), new Button("No", "n:1"))));
    private static final Keyboard BACK = new Keyboard(List.of(List.of(new Button("Back", "b:1"))));
    private static final List<List<FakeButton>> SHOWN_YES_NO =
            List.of(List.of(new FakeButton("Yes", "y:1"), new FakeButton("No", "n:1")));
    private static final FormattedText LONG = FormattedText.plain("word ".repeat(1500) + "end.");

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    private ReplyWriter writer;
    private ReplyTarget target;

    @BeforeEach
    void make() {
        server.openPrivateChat(ADA);
        writer = new ReplyWriter(
                new MessageSender(api, false), new ReplyLog(TelegramBot.openDatabase(folder.resolve("telegram.db"))));
        target = new ReplyTarget(ADA, null, server.say(ADA, "/proposals"), false);
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void anAnswerCarriesItsButtonsAndTellsTheNumberOfItsMessage() throws BotApiException {
        OptionalInt number = writer.write(target, plain("Sure?"), YES_NO);

        FakeMessage shown = onlyMessage();
        assertThat(number).hasValue(shown.id());
        assertThat(shown.keyboard()).isEqualTo(SHOWN_YES_NO);
        assertThat(server.transcript(ADA)).endsWith("bot (2): Sure?\n    [Yes] [No]");
    }

    @Test
    void withoutButtonsNoneAreSent() throws BotApiException {
        writer.write(target, plain("Hello"));

        assertThat(server.requests("sendMessage").getFirst().fields().has("reply_markup"))
                .isFalse();
    }

    @Test
    void theLastOfSeveralMessagesCarriesTheButtons() throws BotApiException {
        OptionalInt number = writer.write(target, LONG, YES_NO);

        assertThat(messages()).hasSize(2);
        assertThat(messages().getFirst().keyboard()).isEmpty();
        assertThat(messages().getLast().keyboard()).isEqualTo(SHOWN_YES_NO);
        assertThat(number).hasValue(messages().getLast().id());
    }

    @Test
    void theButtonsMoveWithTheEndOfAnAnswer() throws BotApiException {
        writer.write(target, LONG, YES_NO);
        writer.write(target, plain("Short."), YES_NO);
        assertThat(onlyMessage().keyboard()).isEqualTo(SHOWN_YES_NO);

        writer.write(target, LONG, YES_NO);
        assertThat(messages()).extracting(message -> message.keyboard().size()).containsExactly(0, 1);
    }

    @Test
    void anAnswerThatIsShownAlreadyIsNotSentAgain() throws BotApiException {
        OptionalInt first = writer.write(target, plain("Sure?"), YES_NO);
        OptionalInt second = writer.write(target, plain("Sure?"), YES_NO);

        assertThat(second).isEqualTo(first);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void otherButtonsBelowTheSameWordsAreShown() throws BotApiException {
        writer.write(target, plain("Sure?"), YES_NO);
        writer.write(target, plain("Sure?"), BACK);
        assertThat(onlyMessage().data("Back")).isEqualTo("b:1");

        writer.write(target, plain("Sure?"));
        assertThat(onlyMessage().keyboard()).isEmpty();
    }

    @Test
    void theNumberIsUnknownWhereTheServerDoesNotTellIt() throws BotApiException {
        server.faults().next("sendMessage", new Fault.Answered("what?"));

        assertThat(writer.write(target, plain("Sure?"), YES_NO)).isEmpty();
        assertThat(messages()).hasSize(1);
    }

    @Test
    void plainTextKeepsTheButtonsWhereFormattingIsRefused() throws BotApiException {
        server.faults().next("sendMessage", new Fault.Refused(400, "Bad Request: can't parse entities"));
        writer.write(target, bold("Sure?"), YES_NO);
        assertThat(onlyMessage().keyboard()).isEqualTo(SHOWN_YES_NO);
        assertThat(onlyMessage().entities()).isEmpty();

        server.faults().next("editMessageText", new Fault.Refused(400, "Bad Request: can't parse entities"));
        writer.write(target, bold("Really?"), BACK);
        assertThat(onlyMessage().text()).isEqualTo("Really?");
        assertThat(onlyMessage().data("Back")).isEqualTo("b:1");
    }

    @Test
    void aMessageBelowWhichWasPressedIsChanged() throws BotApiException {
        int asked = writer.write(target, plain("Sure?"), YES_NO).orElseThrow();
        OptionalInt number = writer.edit(target, asked, plain("Done."), Keyboard.NONE);

        assertThat(number).hasValue(asked);
        assertThat(onlyMessage().text()).isEqualTo("Done.");
        assertThat(onlyMessage().keyboard()).isEmpty();
    }

    @Test
    void aChangeThatChangesNothingIsDone() throws BotApiException {
        int asked = writer.write(target, bold("Sure?"), YES_NO).orElseThrow();
        OptionalInt number = writer.edit(target, asked, bold("Sure?"), YES_NO);

        assertThat(number).hasValue(asked);
        assertThat(server.requests("editMessageText")).hasSize(1);
        assertThat(onlyMessage().entities()).hasSize(1);
    }

    @Test
    void aMessageIsChangedThoughItShowedTheSameBeforeSomethingElse() throws BotApiException {
        int asked = writer.write(target, plain("Sure?"), YES_NO).orElseThrow();
        writer.edit(target, asked, plain("Page two"), BACK);
        writer.write(target, plain("Asked again"), YES_NO);
        writer.edit(target, asked, plain("Page two"), BACK);

        assertThat(onlyMessage().text()).isEqualTo("Page two");
    }

    @Test
    void aMessageThatCannotBeChangedIsReplacedOnce() throws BotApiException {
        int ofPerson = server.say(ADA, "not the bot's");
        OptionalInt first = writer.edit(target, ofPerson, plain("Done."), BACK);
        OptionalInt again = writer.edit(target, ofPerson, plain("Done."), BACK);

        assertThat(onlyMessage().data("Back")).isEqualTo("b:1");
        assertThat(first).hasValue(onlyMessage().id());
        assertThat(again).isEqualTo(first);
        assertThat(server.requests("sendMessage")).hasSize(1);
    }

    @Test
    void aChangeThatDoesNotFitFollowsOnce() throws BotApiException {
        int asked = writer.write(target, plain("Sure?"), YES_NO).orElseThrow();
        writer.edit(target, asked, LONG, BACK);
        OptionalInt number = writer.edit(target, asked, LONG, BACK);

        assertThat(messages()).hasSize(2);
        assertThat(number).hasValue(messages().getLast().id());
        assertThat(messages().getLast().data("Back")).isEqualTo("b:1");
    }

    @Test
    void troubleIsNotTakenForAMessageThatCannotBeChanged() throws BotApiException {
        int asked = writer.write(target, plain("Sure?"), YES_NO).orElseThrow();
        server.faults().next("editMessageText", new Fault.Refused(502, "Bad Gateway"));

        assertThatThrownBy(() -> writer.edit(target, asked, plain("Done."), Keyboard.NONE))
                .isInstanceOf(BotApiException.class);
        assertThat(onlyMessage().text()).isEqualTo("Sure?");
    }

    private static FormattedText plain(String text) {
        return FormattedText.plain(text);
    }

    private static FormattedText bold(String text) {
        TextBuilder builder = new TextBuilder();
        return builder.marked(Style.BOLD, () -> builder.ours(text)).build();
    }

    private List<FakeMessage> messages() {
        return server.messages(ADA);
    }

    private FakeMessage onlyMessage() {
        assertThat(messages()).as(server.transcript(ADA)).hasSize(1);
        return messages().getFirst();
    }
}
