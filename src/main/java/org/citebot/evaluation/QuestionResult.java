package org.citebot.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question.
 *
 * @param id the set's own
 * @param documents found, best first; empty where nothing is known of documents
 * @param confidence of the answer, 0 to 1
 * @param abstained whether there was no answer
 * @param failed whether that was because something broke
 * @param answerable what the set says; null if it does not
 * @param right whether an answer was given that the set accepts; null if the set does not tell
 * @param scores figures of this question alone, by name
 * @param baselines the figures of documents by the other methods; empty if these were not asked for
 * @param time from the question to the answer
 * @param quoteLengths of the citations, in UTF-16 units
 * @param passageLengths of the passages around them
 */
public record QuestionResult(
        String id,
        List<DocumentId> documents,
        double confidence,
        boolean abstained,
        boolean failed,
        @Nullable Boolean answerable,
        @Nullable Boolean right,
        Map<String, Double> scores,
        Map<BaselineMethod, Map<String, Double>> baselines,
        Duration time,
        List<Integer> quoteLengths,
        List<Integer> passageLengths) {

    public QuestionResult {
        documents = List.copyOf(documents);
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        EnumMap<BaselineMethod, Map<String, Double>> copy = new EnumMap<>(BaselineMethod.class);
        copy.putAll(baselines);
        baselines = Collections.unmodifiableMap(copy);
        quoteLengths = List.copyOf(quoteLengths);
        passageLengths = List.copyOf(passageLengths);
    }
}
