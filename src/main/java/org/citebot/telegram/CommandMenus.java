package org.citebot.telegram;

import java.util.List;
import org.citebot.moderation.Member.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/**
 * The commands that Telegram offers when somebody types a slash. A menu allows nothing and forbids nothing, and
 * everything works without it: what fails here is logged, and never thrown. For many threads.
 */
final class CommandMenus {

    private static final Logger LOG = LoggerFactory.getLogger(CommandMenus.class);

    private static final List<BotCommand> EVERYONE =
            List.of(new BotCommand("start", "What this bot does"), new BotCommand("help", "How to ask"));

    private static final List<BotCommand> MODERATOR = List.of(
            new BotCommand("start", "What this bot does"),
            new BotCommand("help", "How to ask and to moderate"),
            new BotCommand("add", "Add a document"),
            new BotCommand("proposals", "Documents that wait for a decision"),
            new BotCommand("docs", "Documents of the collection"),
            new BotCommand("undo", "Take back your last change"));

    private static final BotCommand MODERATORS = new BotCommand("moderators", "Who may change the collection");

    private final BotApi api;

    CommandMenus(BotApi api) {
        this.api = api;
    }

    /** Sets the menu of everyone who has no other. */
    void showToEveryone() {
        call(SetMyCommands.builder().commands(EVERYONE).build());
    }

    /** Sets the menu of one person's chat with the bot, in place of everyone's; false if that failed. */
    boolean show(long chat, Role role) {
        SetMyCommands.SetMyCommandsBuilder<?, ?> menu =
                SetMyCommands.builder().scope(scope(chat)).commands(MODERATOR);
        if (role == Role.OWNER) {
            menu.command(MODERATORS);
        }
        return call(menu.build());
    }

    /** Takes the menu of one person's chat away: it shows everyone's again; false if that failed. */
    boolean hide(long chat) {
        return call(DeleteMyCommands.builder().scope(scope(chat)).build());
    }

    private static BotCommandScopeChat scope(long chat) {
        return BotCommandScopeChat.builder().chatId(chat).build();
    }

    private boolean call(BotApiMethod<?> method) {
        try {
            api.call(method);
            return true;
        } catch (BotApiException e) {
            LOG.warn("A menu of commands could not be changed ({}); everything else works", e.getMessage());
            LOG.debug("{}", e.description());
            return false;
        }
    }
}
