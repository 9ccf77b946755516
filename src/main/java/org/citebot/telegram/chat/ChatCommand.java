package org.citebot.telegram.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands for everyone, in the order of the menu. */
public enum ChatCommand {
    ASK(Phrase.MENU_ASK),
    SOURCES(Phrase.MENU_SOURCES),
    SPEAKERS(Phrase.MENU_SPEAKERS),
    LANGUAGE(Phrase.MENU_LANGUAGE),
    STOP(Phrase.MENU_STOP),
    ABOUT(Phrase.MENU_ABOUT),
    PRIVACY(Phrase.MENU_PRIVACY),
    FORGET(Phrase.MENU_FORGET),
    HELP(Phrase.MENU_HELP),
    START(Phrase.MENU_START);

    /** So many letters may be wrong in a command that is still known. */
    private static final int MOST_SLIPS = 2;

    private final Phrase description;

    ChatCommand(Phrase description) {
        this.description = description;
    }

    /** As it is typed behind a slash. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Phrase description() {
        return description;
    }

    /** The command of a word, in small letters. */
    public static Optional<ChatCommand> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word))
                .findFirst();
    }

    /** The command that somebody may have meant; empty if none is near. */
    public static Optional<ChatCommand> nearest(String word) {
        ChatCommand best = null;
        int least = Math.min(MOST_SLIPS, Math.max(1, word.length() / 3)) + 1;
        for (ChatCommand command : values()) {
            int slips = slips(word, command.word());
            if (slips < least) {
                least = slips;
                best = command;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many letters have to be put in, left out, changed, or swapped with their neighbour. */
    private static int slips(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 ? j : j == 0 ? i : cheapest(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int cheapest(int[][] table, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int cost = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cost, table[i - 2][j - 2] + 1) : cost;
    }
}
