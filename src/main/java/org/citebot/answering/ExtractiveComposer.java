package org.citebot.answering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentId;
import org.citebot.retrieval.RankedSentence;

/**
 * Makes an answer of the few sentences that answer best, each quoted as it stands: first those as good as the best, then
 * the others; both in reading order.
 */
final class ExtractiveComposer {

    private static final int MOST_SENTENCES = 4;
    /** A further sentence is so likely, beside the best one, to be the answer. */
    private static final double SHARE_OF_BEST = 0.4;
    /** Two sentences that share so many of their words say the same. */
    private static final double SAME = 0.7;

    private ExtractiveComposer() {}

    /** The citations that make the answer, numbered in the order of reading. {@code ranked} is best first, and not empty. */
    static List<Citation> compose(List<RankedSentence> ranked) {
        double least = ranked.getFirst().score() * SHARE_OF_BEST;
        List<RankedSentence> chosen = new ArrayList<>();
        for (RankedSentence sentence : ranked) {
            if (sentence.score() < least || chosen.size() == MOST_SENTENCES) {
                break;
            }
            if (chosen.stream().noneMatch(other -> alike(sentence, other))) {
                chosen.add(sentence);
            }
        }
        return numbered(inOrder(chosen));
    }

    /** The best one, then what else its document says as it is read there, then the other documents. */
    private static List<RankedSentence> inOrder(List<RankedSentence> chosen) {
        Map<DocumentId, Integer> place = new LinkedHashMap<>();
        chosen.forEach(sentence -> place.putIfAbsent(document(sentence), place.size()));
        List<RankedSentence> ordered = new ArrayList<>(chosen.subList(1, chosen.size()));
        ordered.sort(Comparator.comparingInt((RankedSentence sentence) -> place.get(document(sentence)))
                .thenComparing(RankedSentence::span));
        ordered.addFirst(chosen.getFirst());
        return ordered;
    }

    private static List<Citation> numbered(List<RankedSentence> sentences) {
        List<Citation> citations = new ArrayList<>();
        for (RankedSentence sentence : sentences) {
            citations.add(citation(citations.size() + 1, sentence));
        }
        return citations;
    }

    static Citation citation(int number, RankedSentence sentence) {
        return Citation.of(
                number, sentence.passage().version(), sentence.passage().passage(), sentence.span());
    }

    private static DocumentId document(RankedSentence sentence) {
        return sentence.passage().version().document();
    }

    private static boolean alike(RankedSentence one, RankedSentence other) {
        Set<String> shared = new HashSet<>(one.terms());
        shared.retainAll(other.terms());
        int together = one.terms().size() + other.terms().size() - shared.size();
        return together > 0 && (double) shared.size() / together >= SAME;
    }
}
