package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.desk.DeskChat.ADA;
import static org.citebot.telegram.desk.DeskChat.BORIS;
import static org.citebot.telegram.desk.DeskChat.OLGA;
import static org.citebot.telegram.desk.DeskChat.TEXT;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.citebot.corpus.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A morning at the desk, as those who sit there read it. */
class ConversationTest {

    @TempDir
    Path folder;

    private final StringBuilder transcript = new StringBuilder();

    private DeskReply show(String said, DeskReply reply) {
        transcript
                .append("> ")
                .append(said)
                .append('\n')
                .append(DeskChat.text(reply))
                .append('\n');
        if (!DeskChat.labels(reply).isEmpty()) {
            transcript.append(DeskChat.labels(reply)).append('\n');
        }
        transcript.append('\n');
        return reply;
    }

    private DeskReply say(DeskChat chat, PersonId person, String said, DeskRequest request) {
        return show(said, chat.say(person, request));
    }

    @Test
    void aMorningAtTheDesk() throws IOException {
        DeskChat chat = new DeskChat(folder);
        DeskReply first = show("Ada sends a.txt", chat.file(ADA, "a.txt", TEXT));
        show("Ada: Edit", chat.press(ADA, first, "Edit"));
        DeskReply edited =
                say(chat, ADA, "Ada: Outlet, Date", new DeskRequest.Change(1, "Outlet: The Gazette\nDate: 2024-04-30"));
        show("Boris: Approve (the old preview)", chat.press(BORIS, first, "Approve"));
        show("Ada: Approve", chat.press(ADA, edited, "Approve"));
        chat.clock.pass(Duration.ofMinutes(5));
        DeskReply second = show("Boris sends b.txt", chat.file(BORIS, "b.txt", TEXT.replace("two", "three")));
        show("Boris: Replace", chat.press(BORIS, second, "Replace"));
        say(chat, ADA, "Ada: /undo", new DeskRequest.Undo());
        say(chat, BORIS, "Boris: /undo", new DeskRequest.Undo());
        say(chat, ADA, "Ada: /docs bridge", new DeskRequest.Docs("bridge"));
        say(chat, ADA, "Ada: /doc_1", new DeskRequest.Doc("1"));
        say(chat, OLGA, "Olga: /moderators", new DeskRequest.Members());

        try (InputStream expected = getClass().getResourceAsStream("morning.txt")) {
            assertThat(transcript.toString().strip())
                    .isEqualTo(new String(Objects.requireNonNull(expected).readAllBytes(), StandardCharsets.UTF_8)
                            .strip());
        }
    }
}
