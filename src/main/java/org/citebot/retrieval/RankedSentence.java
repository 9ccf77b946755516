package org.citebot.retrieval;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a passage found, as an answer to the question.
 *
 * @param span its place in the stored text
 * @param score how likely it is the answer beside the best one, whose score is 1
 * @param coverage the share of the question's words, by how telling they are, that it holds; those that only stand
 *     around it count less
 * @param similarity dot product of its vector with the question's, -1 to 1; null where one of them is missing
 * @param missingNames the question's names and numbers that are neither in it nor around it
 * @param terms its analysed words
 * @param features what was measured of it
 */
public record RankedSentence(
        RankedPassage passage,
        TextSpan span,
        double score,
        double coverage,
        @Nullable Double similarity,
        Set<String> missingNames,
        Set<String> terms,
        Map<SentenceFeature, Double> features) {

    public RankedSentence {
        missingNames = Set.copyOf(missingNames);
        terms = Set.copyOf(terms);
        features = Collections.unmodifiableMap(features);
    }

    RankedSentence with(Map<SentenceFeature, Double> measured) {
        return new RankedSentence(passage, span, score, coverage, similarity, missingNames, terms, measured);
    }

    RankedSentence with(double newScore) {
        return new RankedSentence(passage, span, newScore, coverage, similarity, missingNames, terms, features);
    }

    /** The stored characters of the sentence. */
    public String text() {
        return span.in(passage.version().text());
    }
}
