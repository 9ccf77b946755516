package org.citebot.telegram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citebot.language.Language;
import org.citebot.language.Spoken;
import org.citebot.moderation.Member.Role;
import org.citebot.telegram.chat.ChatCommand;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/**
 * The commands that Telegram offers when somebody types a slash, in the language of their Telegram. A menu allows nothing
 * and forbids nothing, and everything works without it: what fails here is logged, and never thrown. For many threads.
 */
final class CommandMenus {

    private static final Logger LOG = LoggerFactory.getLogger(CommandMenus.class);

    private static final List<ChatCommand> IN_GROUPS =
            List.of(ChatCommand.ASK, ChatCommand.SOURCES, ChatCommand.SPEAKERS, ChatCommand.STOP, ChatCommand.HELP);

    private final BotApi api;

    CommandMenus(BotApi api) {
        this.api = api;
    }

    /** Sets the menus of everyone who has no other, in private chats and in groups. */
    void showToEveryone() {
        for (Language language : Spoken.LANGUAGES) {
            Words words = Words.in(language);
            show(null, language, forAll(Arrays.asList(ChatCommand.values()), words));
            show(BotCommandScopeAllGroupChats.builder().build(), language, forAll(IN_GROUPS, words));
        }
    }

    /** Sets the menu of one person's chat with the bot, in place of everyone's; false if that failed. */
    boolean show(long chat, Role role) {
        boolean shown = true;
        for (Language language : Spoken.LANGUAGES) {
            shown = shown && show(scope(chat), language, forModerator(role, Words.in(language)));
        }
        return shown;
    }

    /** Takes the menu of one person's chat away: it shows everyone's again; false if that failed. */
    boolean hide(long chat) {
        boolean hidden = true;
        for (Language language : Spoken.LANGUAGES) {
            hidden = hidden
                    && call(DeleteMyCommands.builder()
                            .scope(scope(chat))
                            .languageCode(code(language))
                            .build());
        }
        return hidden;
    }

    private static List<BotCommand> forAll(List<ChatCommand> commands, Words words) {
        return commands.stream()
                .map(command -> new BotCommand(command.word(), words.say(command.description())))
                .toList();
    }

    private static List<BotCommand> forModerator(Role role, Words words) {
        List<BotCommand> commands = new ArrayList<>(List.of(
                new BotCommand("add", words.say(Phrase.MENU_ADD)),
                new BotCommand("proposals", words.say(Phrase.MENU_PROPOSALS)),
                new BotCommand("docs", words.say(Phrase.MENU_DOCS)),
                new BotCommand("undo", words.say(Phrase.MENU_UNDO)),
                new BotCommand("gaps", words.say(Phrase.MENU_GAPS))));
        if (role == Role.OWNER) {
            commands.add(new BotCommand("moderators", words.say(Phrase.MENU_MODERATORS)));
        }
        commands.addAll(forAll(Arrays.asList(ChatCommand.values()), words));
        return commands;
    }

    private boolean show(@Nullable BotCommandScope scope, Language language, List<BotCommand> commands) {
        return call(SetMyCommands.builder()
                .scope(scope)
                .languageCode(code(language))
                .commands(commands)
                .build());
    }

    /** English is for everyone whose language the bot does not speak. */
    private static @Nullable String code(Language language) {
        return language == Language.ENGLISH ? null : language.code();
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
