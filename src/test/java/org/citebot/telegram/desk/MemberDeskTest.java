package org.citebot.telegram.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.desk.DeskChat.ADA;
import static org.citebot.telegram.desk.DeskChat.BORIS;
import static org.citebot.telegram.desk.DeskChat.OLGA;
import static org.citebot.telegram.desk.DeskChat.STRANGER;
import static org.citebot.telegram.desk.DeskChat.labels;
import static org.citebot.telegram.desk.DeskChat.text;

import java.nio.file.Path;
import java.time.Duration;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.telegram.desk.DeskRequest.Claim;
import org.citebot.telegram.desk.DeskRequest.Grant;
import org.citebot.telegram.desk.DeskRequest.Members;
import org.citebot.telegram.desk.DeskRequest.Revoke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberDeskTest {

    @TempDir
    Path folder;

    private DeskChat chat;

    @BeforeEach
    void open() {
        chat = new DeskChat(folder);
    }

    @Test
    void theOwnerSeesAllAndRevokesByAButton() {
        DeskReply list = chat.say(OLGA, new Members());
        assertThat(text(list)).startsWith("""
                Who keeps the documents
                • Olga, owner since 2024-05-01 10:00 UTC
                • Ada, moderator since 2024-05-01 10:00 UTC, by Olga
                • Boris, moderator since 2024-05-01 10:00 UTC, by Olga
                """);
        assertThat(labels(list)).containsExactly("Revoke Ada", "Revoke Boris");

        DeskReply revoked = chat.press(OLGA, list, "Revoke Ada");

        assertThat(text(revoked)).startsWith("Ada is no moderator any more.\n\n");
        assertThat(labels(revoked)).containsExactly("Revoke Boris");
        assertThat(chat.desk.mayModerate(ADA)).isFalse();
    }

    @Test
    void onlyTheOwnerDoesSo() {
        for (DeskRequest request : new DeskRequest[] {new Members(), new Grant(STRANGER, "Eve"), new Revoke(BORIS)}) {
            assertThat(text(chat.say(ADA, request)))
                    .isEqualTo("Only the owner of this bot can do this. Nothing was done.");
        }
        DeskReply list = chat.say(OLGA, new Members());
        assertThat(text(chat.press(ADA, list, "Revoke Boris"))).startsWith("Only the owner");
        assertThat(chat.desk.mayModerate(BORIS)).isTrue();
        assertThat(chat.desk.mayModerate(STRANGER)).isFalse();
    }

    @Test
    void theOwnerStaysTheOwner() {
        assertThat(text(chat.say(OLGA, new Revoke(OLGA)))).isEqualTo("The owner stays the owner. Nothing was done.");
        assertThat(text(chat.say(OLGA, new Grant(OLGA, "Olga")))).startsWith("Olga owns this bot");
    }

    @Test
    void aGrantIsToldOnceAsNew() {
        assertThat(text(chat.say(OLGA, new Grant(STRANGER, "Eve")))).startsWith("Eve is a moderator from now on.");
        chat.clock.pass(Duration.ofSeconds(1));
        assertThat(text(chat.say(OLGA, new Grant(STRANGER, "Eve"))))
                .isEqualTo("Eve is a moderator already. Nothing was done.");
    }

    @Test
    void longListsAreLeafedThrough() {
        for (int i = 0; i < 45; i++) {
            chat.say(OLGA, new Grant(new PersonId("telegram:" + (1000 + i)), "/undo @person" + i + ".com"));
        }
        DeskReply second = chat.press(OLGA, chat.say(OLGA, new Members()), "Later ›");
        assertThat(labels(second)).hasSize(22).endsWith("‹ Earlier", "Later ›");
    }

    @Test
    void anOwnerIsClaimedOnce() {
        assertThat(text(chat.say(OLGA, new Claim("x")))).isEqualTo("You own this bot. /help shows what you can do.");
        assertThat(text(chat.say(STRANGER, new Claim("x")))).isEqualTo("This bot has an owner already.");
        assertThat(chat.desk.help(OLGA, Language.ENGLISH))
                .hasValueSatisfying(help -> assertThat(help.text()).contains("/add", "/moderators"));
        assertThat(chat.desk.help(STRANGER, Language.ENGLISH)).isEmpty();
    }

    @Test
    void subjectsOutliveTheDesk() {
        chat.desk.remember(5, 6, "proposal:1");
        chat.desk.remember(5, 6, "proposal:2");
        assertThat(chat.desk.subject(5, 6)).contains("proposal:2");
        assertThat(chat.desk.subject(6, 6)).isEmpty();
    }
}
