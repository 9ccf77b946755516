package org.citebot.ingestion;

import java.util.List;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.TextSpan;

/**
 * A passage before its document has a version.
 *
 * @param span its place in the text
 * @param sentences the evidence in it, in reading order; never empty
 */
public record PassageDraft(TextSpan span, List<TextSpan> sentences) {

    public PassageDraft {
        sentences = List.copyOf(sentences);
    }

    /** The passage of a stored version. */
    public Passage named(PassageId id) {
        return new Passage(id, span, sentences);
    }
}
