package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.moderation.Moderation;
import org.citebot.moderation.Submission;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.MessageText;
import org.citebot.telegram.fake.ParsedText;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.MessageSplitter;
import org.jspecify.annotations.Nullable;

/** A desk with an owner and two moderators, each in a chat alone with the bot; whatever it says is checked. */
final class DeskChat {

    static final PersonId OLGA = new PersonId("telegram:1");
    static final PersonId ADA = new PersonId("telegram:2");
    static final PersonId BORIS = new PersonId("telegram:3");
    static final PersonId STRANGER = new PersonId("telegram:9");

    static final String TEXT = """
            The town builds bridges

            The council met on Monday in the old town hall. It decided to build two bridges over the river before
            winter. The mayor said that the work would begin in May and end in October.

            Read also: Ten bridges that you must see
            """;

    /** What Telegram makes active by itself, and our own texts hold on purpose. */
    private static final Set<String> OURS = Set.of("bot_command");

    final OfficeHours clock = new OfficeHours();
    final CorpusStore store;
    final Moderation moderation;
    final Desk desk;
    private Language language = Language.ENGLISH;
    private int message = 100;

    DeskChat(Path folder) {
        store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        moderation = Moderation.over(store, folder, clock);
        Database telegram = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        desk = new Desk(moderation, store, telegram, clock);
        String code = moderation.roles().newClaimCode().orElseThrow().reveal();
        say(OLGA, new DeskRequest.Claim(code));
        say(OLGA, new DeskRequest.Grant(ADA, "Ada"));
        say(OLGA, new DeskRequest.Grant(BORIS, "Boris"));
    }

    /** In which everybody is spoken to from now on. */
    void speak(Language other) {
        language = other;
    }

    Occasion occasion(PersonId person) {
        message++;
        String name = switch (person.value()) {
            case "telegram:1" -> "Olga";
            case "telegram:2" -> "Ada";
            case "telegram:3" -> "Boris";
            default -> "Somebody else";
        };
        long chat = Long.parseLong(person.value().substring("telegram:".length()));
        return new Occasion(person, name, "update:" + message, clock.instant(), chat, message, true, language);
    }

    /** Handles a request twice, as after a crash between the effect and the reply: both replies have to be the same. */
    DeskReply say(PersonId person, DeskRequest request) {
        return say(occasion(person), request);
    }

    DeskReply say(Occasion occasion, DeskRequest request) {
        DeskReply first = checked(desk.handle(occasion, request));
        assertThat(text(desk.handle(occasion, request))).isEqualTo(text(first));
        return first;
    }

    DeskReply ask(PersonId person, String text) {
        return say(person, new DeskRequest.Offer(Submission.text(text)));
    }

    DeskReply file(PersonId person, String name, String content) {
        return say(person, new DeskRequest.Offer(Submission.file(name, content.getBytes(StandardCharsets.UTF_8))));
    }

    /** Presses the button whose label begins so, twice as {@link #say}; returns what the message shows then. */
    DeskReply press(PersonId person, DeskReply shown, String label) {
        PressReply reply = pressed(person, button(shown, label).data(), shown.subject());
        return Objects.requireNonNull(reply.message(), String.valueOf(reply.notice()));
    }

    PressReply pressed(PersonId person, String data, @Nullable String subject) {
        Occasion occasion = occasion(person);
        PressReply first = desk.press(occasion, data, subject);
        PressReply again = desk.press(occasion, data, subject);
        assertThat(again.notice()).isEqualTo(first.notice());
        if (first.message() != null) {
            checked(first.message());
            assertThat(text(Objects.requireNonNull(again.message()))).isEqualTo(text(first.message()));
        }
        return first;
    }

    /** Adds a text as a document; returns what the desk says then. */
    String add(PersonId person, String text) {
        return text(press(person, ask(person, text), "Approve"));
    }

    static Button button(DeskReply reply, String label) {
        return reply.keyboard().rows().stream()
                .flatMap(List::stream)
                .filter(button -> button.label().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + label + " in " + labels(reply)));
    }

    static List<String> labels(DeskReply reply) {
        return reply.keyboard().rows().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }

    static ParsedText parsed(DeskReply reply) {
        return MessageText.ofHtml(HtmlWriter.write(reply.text()));
    }

    static String text(DeskReply reply) {
        return parsed(reply).text();
    }

    /** One message that Telegram takes, in which nothing is active but our own commands. */
    static DeskReply checked(DeskReply reply) {
        ParsedText shown = parsed(reply);
        assertThat(MessageSplitter.split(reply.text())).hasSize(1);
        for (Entity entity : shown.entities()) {
            String words = entity.in(shown.text());
            if (entity.automatic()) {
                assertThat(OURS).as(words).contains(entity.type());
                assertThat(words).matches("/(docs?|remove|restore|undo|add|proposals?|moderators|help)(_[0-9]+){0,2}");
            }
        }
        return reply;
    }
}
