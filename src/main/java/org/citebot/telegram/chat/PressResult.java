package org.citebot.telegram.chat;

import org.jspecify.annotations.Nullable;

/** What is to be shown after a press. */
public sealed interface PressResult {

    /** A word to who pressed; {@code lasting} if it stays until it is closed. Null for none. */
    record Told(@Nullable String notice, boolean lasting) implements PressResult {}

    /**
     * A card below the message that shows the answer, in place of the one that is there.
     *
     * @param below the number of that message
     * @param notice a word to who pressed; null for none
     */
    record Shown(int below, Card card, @Nullable String notice) implements PressResult {}

    /** Something else in the message below which was pressed. */
    record Replaced(Card card, @Nullable String notice) implements PressResult {}

    /** No card any longer below a message. */
    record Closed(int below, @Nullable String notice) implements PressResult {}

    /** The answer to a question. */
    record Asked(String question) implements PressResult {}

    /** All that is kept of who pressed is to be erased. */
    record Erased() implements PressResult {}
}
