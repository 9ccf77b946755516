package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.citebot.index.PassageVectors;
import org.citebot.language.TextSpan;

/**
 * Puts passages in order by their nearest sentence too: a passage about several things has a vector between them, and
 * one of its sentences may be all that a question asks for. For many threads.
 */
final class SentenceReranker {

    private final PassageVectors vectors;

    /** Takes the vectors of the sentences from the cache; a passage without them stays as it was judged. */
    SentenceReranker(PassageVectors vectors) {
        this.vectors = vectors;
    }

    List<RankedPassage> rerank(List<RankedPassage> passages, float[] question) {
        Set<String> texts = new HashSet<>();
        passages.forEach(passage -> texts.addAll(sentences(passage)));
        Map<String, float[]> known = vectors.known(texts);
        List<RankedPassage> reranked = new ArrayList<>();
        for (RankedPassage passage : passages) {
            OptionalDouble nearest = sentences(passage).stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .mapToDouble(vector -> dot(question, vector))
                    .max();
            reranked.add(nearest.isPresent() ? RankFusion.withSentence(passage, nearest.getAsDouble()) : passage);
        }
        reranked.sort(Comparator.comparingDouble(RankedPassage::score).reversed());
        return reranked;
    }

    private static List<String> sentences(RankedPassage passage) {
        List<String> sentences = new ArrayList<>();
        for (TextSpan span : passage.passage().sentences()) {
            sentences.add(span.in(passage.version().text()));
        }
        return sentences;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
