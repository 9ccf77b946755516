package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.List;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is understood of a question before anything is looked up.
 *
 * @param text the question, cleaned, without the words that only tell the window
 * @param content the text without its interrogative, which no answer repeats
 * @param language what it is asked in
 * @param type the kind of thing it asks for
 * @param terms the words of the content that carry meaning, in order
 * @param window the days it is about; null if any
 * @param latest whether the newest documents are asked for
 * @param today the day it is asked
 */
public record AnalyzedQuestion(
        String text,
        String content,
        Language language,
        AnswerType type,
        List<QuestionTerm> terms,
        @Nullable DateWindow window,
        boolean latest,
        LocalDate today) {

    public AnalyzedQuestion {
        terms = List.copyOf(terms);
    }

    /** Whether nothing is asked at all. */
    public boolean isEmpty() {
        return text.isBlank() && window == null;
    }

    /** Where the interrogative stands in the text: there text and content part. The length of the text if it has none. */
    int interrogativeStart() {
        int same = 0;
        int shorter = Math.min(text.length(), content.length());
        while (same < shorter && text.charAt(same) == content.charAt(same)) {
            same++;
        }
        return same;
    }
}
