package org.citebot.corpus;

import java.util.List;
import org.citebot.language.TextSpan;

/**
 * A piece of a document version that is found and ranked as one: a paragraph, or a few short ones.
 *
 * @param id its lasting name
 * @param span its place in the stored text
 * @param sentences the sentences inside it that are evidence, in reading order, by their place in the stored text;
 *     furniture that stands between them is in the span but not among them; never empty
 */
public record Passage(PassageId id, TextSpan span, List<TextSpan> sentences) {

    public Passage {
        sentences = new PassageOutline(span, sentences).sentences();
    }
}
