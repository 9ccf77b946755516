package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;

import java.time.Duration;
import org.citebot.moderation.Member.Role;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.citebot.telegram.fake.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("log")
class CommandMenusTest {

    private final FakeTelegramServer server = new FakeTelegramServer();
    private final BotApi api = new BotApi(server.url(), server.token(), Duration.ofSeconds(20));
    private final CommandMenus menus = new CommandMenus(api);

    @BeforeEach
    void open() {
        server.openPrivateChat(ADA);
        server.openPrivateChat(BEN);
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void everyoneSeesWhatEveryoneMayDo() {
        menus.showToEveryone();

        assertThat(server.menu(ADA))
                .containsExactly(
                        "ask",
                        "sources",
                        "speakers",
                        "language",
                        "stop",
                        "about",
                        "privacy",
                        "forget",
                        "help",
                        "start");
    }

    @Test
    void aModeratorSeesMoreAndNobodyElseDoes() {
        menus.showToEveryone();
        menus.show(ADA, Role.MODERATOR);

        assertThat(server.menu(ADA))
                .startsWith("add", "proposals", "docs", "undo", "gaps", "ask")
                .doesNotContain("moderators");
        assertThat(server.menu(BEN))
                .containsExactly(
                        "ask",
                        "sources",
                        "speakers",
                        "language",
                        "stop",
                        "about",
                        "privacy",
                        "forget",
                        "help",
                        "start");
    }

    @Test
    void theOwnerSeesTheModeratorsToo() {
        menus.show(ADA, Role.OWNER);

        assertThat(server.menu(ADA))
                .startsWith("add", "proposals", "docs", "undo", "gaps", "moderators")
                .contains("ask", "help");
    }

    @Test
    void whoIsNoLongerAModeratorSeesWhatEveryoneSees() {
        menus.showToEveryone();
        menus.show(ADA, Role.MODERATOR);
        menus.hide(ADA);

        assertThat(server.menu(ADA))
                .containsExactly(
                        "ask",
                        "sources",
                        "speakers",
                        "language",
                        "stop",
                        "about",
                        "privacy",
                        "forget",
                        "help",
                        "start");
    }

    @Test
    void aMenuThatCannotBeChangedIsLoggedAndDisturbsNobody() {
        try (LogCapture logs = new LogCapture()) {
            menus.show(999, Role.MODERATOR);
            menus.hide(999);
            server.faults().always("setMyCommands", new Fault.CutBefore());
            menus.show(ADA, Role.MODERATOR);

            assertThat(logs.text().lines().filter(line -> line.startsWith("WARN")))
                    .hasSize(3)
                    .allMatch(line -> line.contains("menu of commands"));
        }
    }
}
