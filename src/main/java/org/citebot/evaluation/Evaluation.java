package org.citebot.evaluation;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on one set.
 *
 * @param set its name
 * @param questions, claims, pages, statements how many were measured
 * @param failed how many questions got no answer because something broke: they count as not answered
 * @param figures by name, in the order in which they are shown
 * @param baselines what the plain methods of ranking reach; empty if they were not asked for
 * @param latency how long a question took; null without questions
 * @param quoteLength mean length of a quote in UTF-16 units; null without a quote
 * @param passageLength mean length of the passages that were quoted from; null without a quote
 * @param time how long measuring took, without storing and indexing
 */
public record Evaluation(
        String set,
        int questions,
        int claims,
        int pages,
        int statements,
        int failed,
        Map<String, Figure> figures,
        List<Baseline> baselines,
        @Nullable Latency latency,
        @Nullable Double quoteLength,
        @Nullable Double passageLength,
        Duration time) {

    public Evaluation {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        baselines = List.copyOf(baselines);
    }

    /** The time from a question to its answer, one after the other: half, and 95 of 100, took no longer. */
    public record Latency(Duration median, Duration percentile95) {}
}
