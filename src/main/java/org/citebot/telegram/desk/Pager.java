package org.citebot.telegram.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;

/** The buttons by which a long list is leafed through. */
final class Pager {

    private Pager() {}

    /** A row that leads to the pages around the one at {@code offset}; no row where all is on it. */
    static List<List<Button>> rows(int offset, int size, int total, IntFunction<Press> page, DeskWords words) {
        List<Button> row = new ArrayList<>();
        if (offset > 0) {
            row.add(page.apply(Math.max(0, Math.min(offset, total) - size)).button(words.say(DeskPhrase.EARLIER)));
        }
        if (offset + size < total) {
            row.add(page.apply(offset + size).button(words.say(DeskPhrase.LATER)));
        }
        return row.isEmpty() ? List.of() : List.of(row);
    }

    static Keyboard keyboard(int offset, int size, int total, IntFunction<Press> page, DeskWords words) {
        return new Keyboard(rows(offset, size, total, page, words));
    }
}
