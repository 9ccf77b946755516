package org.citebot.corpus;

import java.util.List;
import org.citebot.language.TextSpan;

/**
 * A passage of a text that is not stored yet.
 *
 * @param span its place in the text
 * @param sentences the sentences inside it that are evidence, in reading order, by their place in the text; never empty
 */
public record PassageOutline(TextSpan span, List<TextSpan> sentences) {

    public PassageOutline {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("A passage holds at least one sentence: " + span);
        }
        TextSpan before = null;
        for (TextSpan sentence : sentences) {
            if (!span.contains(sentence) || sentence.length() == 0) {
                throw new IllegalArgumentException("Sentence " + sentence + " is not inside passage " + span);
            }
            if (before != null && sentence.start() < before.end()) {
                throw new IllegalArgumentException("Sentences of passage " + span + " overlap at " + sentence);
            }
            before = sentence;
        }
    }
}
