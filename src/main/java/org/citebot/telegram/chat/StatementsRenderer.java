package org.citebot.telegram.chat;

import java.util.List;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.SaidGroup;
import org.citebot.answering.SaidLine;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.TextBuilder;

/** Shows who said what: each speaker and article in bold, and below it a line for each statement. */
final class StatementsRenderer {

    private final TextBuilder text;
    private final StatementWords words;

    StatementsRenderer(TextBuilder text, Words words) {
        this.text = text;
        this.words = words.statements();
    }

    /** Adds all but the sources and their passages. */
    void render(StatementsAnswer answer) {
        String separator = "";
        if (answer.opening() != null) {
            text.foreign(words.of(answer.opening()));
            separator = "\n\n";
        }
        SaidGroup.Remark remark = null;
        for (SaidGroup group : answer.groups()) {
            text.ours(separator);
            if (group.remark() != null && group.remark() != remark) {
                text.ours(words.of(group.remark()) + "\n");
            }
            remark = group.remark();
            text.marked(Style.BOLD, () -> text.foreign(words.heading(group)));
            group.lines().forEach(this::line);
            separator = "\n\n";
        }
    }

    private void line(SaidLine line) {
        text.ours("\n• ").foreign(words.text(line)).ours(" ").numbers(Style.REFERENCE_LINK, List.of(line.citation()));
        text.foreign(words.remarks(line));
    }
}
