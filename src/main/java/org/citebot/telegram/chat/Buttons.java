package org.citebot.telegram.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.citebot.telegram.chat.StoredAnswer.CitedSpan;
import org.citebot.telegram.chat.StoredAnswer.Outcome;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;

/** Puts the buttons below a message together, row by row. For one thread. */
public final class Buttons {

    private static final int IN_A_ROW = 6;

    private final Words words;
    private final List<List<Button>> rows = new ArrayList<>();

    Buttons(Words words) {
        this.words = words;
    }

    /** Those below the page of an answer. */
    public static Keyboard ofAnswer(StoredAnswer answer, int page, Words words) {
        Buttons buttons = new Buttons(words);
        if (answer.outcome() == Outcome.FAILED) {
            return Keyboard.NONE;
        }
        boolean answered = answer.outcome() == Outcome.ANSWERED;
        buttons.pages(page, answer.pages().size(), to -> new Press.Leaf(answer.number(), to));
        if (answered) {
            buttons.citations(answer, OptionalInt.empty());
        }
        if (answer.readAs() != null) {
            buttons.row(new Press.ReadAs(answer.number()).button(words.say(Phrase.BUTTON_READ_AS)));
        }
        if (answered) {
            buttons.row(
                    new Press.Vote(answer.number(), true).button("👍"),
                    new Press.Vote(answer.number(), false).button("👎"));
        } else {
            buttons.row(new Press.Tell(answer.number()).button(words.say(Phrase.BUTTON_TELL)));
        }
        return buttons.keyboard();
    }

    /** One for each [n], that of {@code shown} marked. */
    Buttons citations(StoredAnswer answer, OptionalInt shown) {
        List<Button> row = new ArrayList<>();
        for (CitedSpan citation : answer.citations()) {
            boolean marked = shown.isPresent() && shown.getAsInt() == citation.number();
            String label = marked ? "· " + citation.number() + " ·" : "[" + citation.number() + "]";
            row.add(new Press.Cite(answer.number(), citation.number()).button(label));
            if (row.size() == IN_A_ROW) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        return this;
    }

    Buttons row(Button... buttons) {
        rows.add(List.of(buttons));
        return this;
    }

    /** Those to the pages before and after one; none where there is no other. */
    Buttons pages(int page, int pages, IntFunction<Press> to) {
        List<Button> row = new ArrayList<>();
        if (page > 0) {
            row.add(to.apply(page - 1).button(words.say(Phrase.BUTTON_EARLIER)));
        }
        if (page + 1 < pages) {
            row.add(to.apply(page + 1).button(words.say(Phrase.BUTTON_LATER)));
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return this;
    }

    Keyboard keyboard() {
        return new Keyboard(rows);
    }
}
