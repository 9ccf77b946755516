package org.citebot.telegram;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that begins with a command.
 *
 * @param name without its slash, in lower case, e.g. {@code restore_17_2}
 * @param addressee the bot that it names behind an {@code @}; null for none
 * @param rest what follows, without white space around it; may be empty
 */
record Command(String name, @Nullable String addressee, String rest) {

    private static final Pattern COMMAND =
            Pattern.compile("^/([A-Za-z0-9_]+)(?:@([A-Za-z0-9_]+))?(?=\\s|$)(.*)", Pattern.DOTALL);

    /** Reads a text without white space before it; empty if it begins with none, or is null. */
    static Optional<Command> of(@Nullable String text) {
        Matcher matcher = COMMAND.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new Command(
                        matcher.group(1).toLowerCase(Locale.ROOT),
                        matcher.group(2),
                        matcher.group(3).strip()))
                : Optional.empty();
    }

    /** Whether it is meant for a bot of this name, or for any. */
    boolean isFor(BotIdentity bot) {
        return addressee == null || addressee.equalsIgnoreCase(bot.username());
    }
}
