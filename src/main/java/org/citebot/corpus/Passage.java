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
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("A passage holds at least one sentence: " + id);
        }
        TextSpan before = null;
        for (TextSpan sentence : sentences) {
            if (!span.contains(sentence) || sentence.length() == 0) {
                throw new IllegalArgumentException("Sentence " + sentence + " is not inside passage " + id);
            }
            if (before != null && sentence.start() < before.end()) {
                throw new IllegalArgumentException("Sentences of passage " + id + " overlap at " + sentence);
            }
            before = sentence;
        }
    }
}
