package org.citebot.retrieval;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.WordVectors;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Compares the words of a question with those of a sentence by the vectors that the model gives them in their context
 * (late interaction: Khattab and Zaharia, "ColBERT", 2020). The question's word for which there is nothing like it tells
 * most: where all the others agree, it is what the sentence does not say. For many threads.
 */
final class WordComparison {

    /** How near the worst word is in half of all questions; from here on, more is better than usual. */
    private static final double USUAL = 0.65;

    private final TextAnalysis analysis;
    private final PassageVectors vectors;
    private final AskingWords askingWords = new AskingWords();

    WordComparison(TextAnalysis analysis, PassageVectors vectors) {
        this.analysis = analysis;
        this.vectors = vectors;
    }

    /**
     * How near the sentence comes to the word of the question that it is farthest from, above what is usual; words that
     * the title or the sentence before holds are left out. Null where no model tells.
     */
    @Nullable
    Double worst(AnalyzedQuestion question, RankedSentence sentence) {
        Language language = sentence.passage().version().details().language();
        WordVectors asked =
                language == question.language() ? vectors.words(question.text(), language) : WordVectors.NONE;
        WordVectors held = asked.isEmpty() ? asked : vectors.words(sentence.text(), language);
        if (held.isEmpty()) {
            return null;
        }
        Set<String> near = around(sentence, language);
        double worst = 1;
        for (TextAnalysis.Term term : analysis.terms(question.text(), language)) {
            int word = wordAt(asked, term.span());
            if (word >= 0
                    && !near.contains(term.text())
                    && !askingWords.contain(term.span().in(question.text()))) {
                worst = Math.min(worst, asked.nearest(word, held));
            }
        }
        return worst - USUAL;
    }

    /** The terms of the title and of the sentence before. */
    private Set<String> around(RankedSentence sentence, Language language) {
        RankedPassage passage = sentence.passage();
        Set<String> terms = new HashSet<>();
        add(terms, passage.version().details().title(), language);
        List<TextSpan> spans = passage.passage().sentences();
        int place = spans.indexOf(sentence.span());
        if (place > 0) {
            add(terms, spans.get(place - 1).in(passage.version().text()), language);
        }
        return terms;
    }

    private void add(Set<String> terms, String text, Language language) {
        analysis.terms(text, language).forEach(term -> terms.add(term.text()));
    }

    /** The number of the word that a term was made from; -1 if it is no word to the model. */
    private static int wordAt(WordVectors words, TextSpan span) {
        for (int i = 0; i < words.spans().size(); i++) {
            TextSpan word = words.spans().get(i);
            if (word.start() < span.end() && span.start() < word.end()) {
                return i;
            }
        }
        return -1;
    }
}
