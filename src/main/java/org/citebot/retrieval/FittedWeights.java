package org.citebot.retrieval;

import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.language.WordLists;

/**
 * What was fitted: a weight for each feature, by its name; a feature without one counts nothing. Read from a file beside
 * this class, which tells what it was fitted on and how to do it again.
 *
 * @param byName the weights by the names of the features
 */
public record FittedWeights(Map<String, Double> byName) {

    public FittedWeights {
        byName = Map.copyOf(byName);
    }

    /** Reads lines of a name and a number, without blank ones and comments ({@code #}). */
    static FittedWeights read(String resource) {
        return new FittedWeights(WordLists.lines(FittedWeights.class, resource).stream()
                .map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> Double.parseDouble(parts[1]))));
    }

    /** The weighted sum of some features. */
    public <F extends Enum<F>> double sum(Map<F, Double> features) {
        double sum = 0;
        for (Map.Entry<F, Double> feature : features.entrySet()) {
            sum += product(feature.getKey(), features);
        }
        return sum;
    }

    /** What one feature adds to the sum; 0 where it was not measured. */
    <F extends Enum<F>> double product(F feature, Map<F, Double> features) {
        return byName.getOrDefault(feature.name(), 0.0) * features.getOrDefault(feature, 0.0);
    }
}
