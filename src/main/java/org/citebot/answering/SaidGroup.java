package org.citebot.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one speaker in one article.
 *
 * @param remark what sets this group apart from those before it, such as that these are denials; null if nothing
 * @param speaker the name, with its abbreviation
 * @param role how the documents describe the speaker; null if they do not
 * @param source the chain by which the article has it, and its date: "via Newsweek, 30 Jan 2024"
 * @param lines in reading order; never empty
 */
public record SaidGroup(
        @Nullable String remark, String speaker, @Nullable String role, String source, List<SaidLine> lines) {

    public SaidGroup {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A group holds statements");
        }
    }
}
