package org.citebot.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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
        try (InputStream in = Objects.requireNonNull(FittedWeights.class.getResourceAsStream(resource), resource)) {
            Map<String, Double> weights = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .forEach(line -> weights.put(line[0], Double.parseDouble(line[1])));
            return new FittedWeights(weights);
        } catch (IOException e) {
            throw new UncheckedIOException("Citebot's own jar is incomplete: " + resource, e);
        }
    }

    /** The weighted sum of some features. */
    public <F extends Enum<F>> double sum(Map<F, Double> features) {
        double sum = 0;
        for (Map.Entry<F, Double> feature : features.entrySet()) {
            sum += byName.getOrDefault(feature.getKey().name(), 0.0) * feature.getValue();
        }
        return sum;
    }
}
