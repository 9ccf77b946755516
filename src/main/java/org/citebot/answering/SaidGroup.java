package org.citebot.answering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements of one speaker in one article.
 *
 * @param remark what sets this group apart from those before it, such as that these are denials; null if nothing
 * @param speaker the name, with its abbreviation
 * @param role how the documents describe the speaker; null if they do not
 * @param source the way by which the article has it, and its date
 * @param lines in reading order; never empty
 */
public record SaidGroup(
        @Nullable Remark remark, String speaker, @Nullable String role, SaidSource source, List<SaidLine> lines) {

    /** What sets statements apart from those that were asked for. */
    public enum Remark {
        /** The source says that it was not said. */
        NOT_SAID,
        /** Said only if something were so. */
        CONDITIONAL,
        /** Still to be said. */
        TO_BE_SAID,
        /** Denied, or said the other way round. */
        DENIED
    }

    public SaidGroup {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A group holds statements");
        }
    }
}
