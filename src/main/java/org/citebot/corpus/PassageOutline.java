package org.citebot.corpus;

import java.util.List;
import org.citebot.language.TextSpan;

/** A passage of a text that is not stored yet: its span, and the sentences inside it that are evidence. */
public record PassageOutline(TextSpan span, List<TextSpan> sentences) {

    public PassageOutline {
        sentences = List.copyOf(sentences);
    }
}
