package org.citebot.ingestion;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.TextSpan;

/**
 * The text of a document as it is stored.
 *
 * @param text without invisible characters, trimmed; may be empty
 * @param headings where headings stand in it
 */
record PlainText(String text, List<TextSpan> headings) {

    PlainText {
        headings = List.copyOf(headings);
    }

    /** Blocks, separated by blank lines. */
    static PlainText of(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> headings = new ArrayList<>();
        for (Block block : blocks) {
            String clean = InvisibleCharacters.strip(block.text()).strip();
            if (clean.isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            if (block.kind() == Block.Kind.HEADING) {
                headings.add(new TextSpan(text.length(), text.length() + clean.length()));
            }
            text.append(clean);
        }
        return new PlainText(text.toString(), headings);
    }

    /** The first line; empty if there is no text. */
    TextSpan firstLine() {
        int end = text.indexOf('\n');
        return new TextSpan(0, end < 0 ? text.length() : end);
    }
}
