package org.citebot.retrieval;

import java.util.DoubleSummaryStatistics;
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

    /** How near the worst word, and all on average, are in half of all questions. */
    private static final Nearness USUAL = new Nearness(0.65, 0.8);

    private final TextAnalysis analysis;
    private final PassageVectors vectors;
    private final AskingWords askingWords = new AskingWords();

    /**
     * How near a sentence comes to the words of a question, above what is usual.
     *
     * @param worst to the word that it is farthest from
     * @param mean to all of them
     */
    record Nearness(double worst, double mean) {

        private Nearness above(Nearness usual) {
            return new Nearness(worst - usual.worst, mean - usual.mean);
        }
    }

    WordComparison(TextAnalysis analysis, PassageVectors vectors) {
        this.analysis = analysis;
        this.vectors = vectors;
    }

    /**
     * How near the sentence comes to the question; words that the title or the sentence before holds are left out. Null
     * where no model tells.
     */
    @Nullable
    Nearness compare(AnalyzedQuestion question, RankedSentence sentence) {
        Language language = sentence.passage().version().details().language();
        WordVectors asked =
                language == question.language() ? vectors.words(question.text(), language) : WordVectors.NONE;
        WordVectors held = asked.isEmpty() ? asked : vectors.words(sentence.text(), language);
        if (held.isEmpty()) {
            return null;
        }
        DoubleSummaryStatistics nearest = new DoubleSummaryStatistics();
        Set<String> near = around(sentence, language);
        for (TextAnalysis.Term term : analysis.terms(question.text(), language)) {
            int word = wordAt(asked, term.span());
            if (word >= 0
                    && !near.contains(term.text())
                    && !askingWords.contain(term.span().in(question.text()))) {
                nearest.accept(asked.nearest(word, held));
            }
        }
        boolean none = nearest.getCount() == 0;
        return new Nearness(none ? 1 : nearest.getMin(), none ? 1 : nearest.getAverage()).above(USUAL);
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
