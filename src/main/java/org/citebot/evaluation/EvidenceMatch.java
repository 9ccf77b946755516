package org.citebot.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether ranked sentences are those that were marked by hand. */
final class EvidenceMatch {

    /** Sentences may have been split a little differently. */
    private static final double SAME = 0.8;

    private EvidenceMatch() {}

    /** Whether a sentence is a marked one. */
    static boolean isSame(NormalizedText sentence, NormalizedText marked) {
        return sentence.f1(marked) >= SAME;
    }

    /**
     * R-precision: of R marked sentences, the share that is among the first R of the ranking. Each is matched once.
     *
     * @param marked never empty
     */
    static double rPrecision(List<NormalizedText> ranked, List<NormalizedText> marked) {
        List<NormalizedText> open = new ArrayList<>(marked);
        for (NormalizedText sentence : ranked.subList(0, Math.min(marked.size(), ranked.size()))) {
            open.stream().filter(each -> isSame(sentence, each)).findFirst().ifPresent(open::remove);
        }
        return (double) (marked.size() - open.size()) / marked.size();
    }
}
