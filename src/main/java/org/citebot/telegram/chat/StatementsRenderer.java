package org.citebot.telegram.chat;

import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.SaidGroup;
import org.citebot.answering.SaidLine;
import org.citebot.answering.StatementsText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.TextBuilder;

/** Shows who said what: each speaker and article in bold, and below it a line for each statement. */
final class StatementsRenderer {

    private final TextBuilder text;

    StatementsRenderer(TextBuilder text) {
        this.text = text;
    }

    /** Adds all but the sources and their passages. */
    void render(StatementsAnswer answer) {
        String separator = "";
        if (answer.opening() != null) {
            text.foreign(answer.opening());
            separator = "\n\n";
        }
        String remark = null;
        for (SaidGroup group : answer.groups()) {
            text.ours(separator);
            if (group.remark() != null && !group.remark().equals(remark)) {
                text.ours(group.remark() + "\n");
            }
            remark = group.remark();
            text.marked(Style.BOLD, () -> text.foreign(StatementsText.heading(group)));
            group.lines().forEach(this::line);
            separator = "\n\n";
        }
    }

    private void line(SaidLine line) {
        text.ours("\n• ").foreign(line.text()).ours(" [" + line.citation() + "]");
        text.foreign(StatementsText.remarks(line));
    }
}
