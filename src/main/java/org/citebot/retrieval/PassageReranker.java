package org.citebot.retrieval;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citebot.index.CrossEncoder;
import org.citebot.index.PassageVectors;

/**
 * Puts the best passages in order by a cross-encoder too. It and the ranking before it have an equal say: which of them is
 * better depends on a model that nobody here knows. For many threads.
 *
 * <p>It reads the passages in their order and stops when its time is over: those that it did not reach stay behind those
 * that it read, as they were.
 */
public final class PassageReranker {

    private static final double ITS_SAY = 0.5;

    private final CrossEncoder encoder;
    private final Duration patience;

    /** @param patience how long the passages of a question may take; the one that it reads then is read to its end */
    public PassageReranker(CrossEncoder encoder, Duration patience) {
        this.encoder = encoder;
        this.patience = patience;
    }

    List<RankedPassage> rerank(String question, List<RankedPassage> passages) {
        long begun = System.nanoTime();
        List<RankedPassage> read = new ArrayList<>();
        for (RankedPassage passage : passages) {
            if (System.nanoTime() - begun > patience.toNanos()) {
                break;
            }
            double probability =
                    encoder.score(question, PassageVectors.embeddedText(passage.version(), passage.passage()));
            double score = (1 - ITS_SAY) * passage.score() + ITS_SAY * probability;
            read.add(passage.judged(score, passage.words(), passage.meaning()));
        }
        List<RankedPassage> reranked = new ArrayList<>(read);
        reranked.sort(Comparator.comparingDouble(RankedPassage::score).reversed());
        reranked.addAll(passages.subList(read.size(), passages.size()));
        return reranked;
    }
}
