package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Puts passages in order by their nearest sentence too: a passage about several things has a vector between them, and
 * one of its sentences may be all that a question asks for. A passage without vectors stays as it was judged.
 */
final class SentenceReranker {

    private SentenceReranker() {}

    static List<RankedPassage> rerank(List<RankedPassage> passages, Similarities similarities) {
        List<RankedPassage> reranked = new ArrayList<>();
        for (RankedPassage passage : passages) {
            OptionalDouble nearest = passage.passage().sentences().stream()
                    .map(span -> similarities.of(span.in(passage.version().text())))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .max();
            reranked.add(nearest.isPresent() ? RankFusion.withSentence(passage, nearest.getAsDouble()) : passage);
        }
        reranked.sort(Comparator.comparingDouble(RankedPassage::score).reversed());
        return reranked;
    }
}
