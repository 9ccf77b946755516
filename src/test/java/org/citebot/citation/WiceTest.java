package org.citebot.citation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.SharedMaterial;
import org.citebot.citation.Support.Supported;
import org.citebot.citation.Support.Unsupported;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;

/** How the checker fares with claims of an encyclopedia against whole pages: printed, and held to a coarse bound. */
class WiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void seldomTakesAnUnprovenClaimForProven() throws IOException {
        SupportChecker checker = new SupportChecker();
        List<Scored> all = new ArrayList<>();
        Map<String, Integer> reasons = new java.util.TreeMap<>();
        for (String line : Files.readAllLines(SharedMaterial.require("bench/wice/claims.jsonl"))) {
            JsonNode claim = JSON.readTree(line);
            List<String> evidence = new ArrayList<>();
            claim.path("evidence").forEach(sentence -> {
                if (!sentence.asText().isBlank()) {
                    evidence.add(sentence.asText());
                }
            });
            TestPassage page = TestPassage.of(Language.ENGLISH, Map.of(), evidence);
            Support support = checker.check(claim.path("claim").asText(), page.version(), page.passage());
            boolean gold = claim.path("label").asText().equals("supported");
            all.add(new Scored(gold, support instanceof Supported, support.overlap()));
            String why = support instanceof Unsupported not ? not.reason().name() : "SUPPORTED";
            reasons.merge(why + (gold ? " of proven" : " of unproven"), 1, Integer::sum);
        }
        double proven = rate(all, true);
        double refused = 1 - rate(all, false);
        System.out.printf(
                "WiCE: %d claims, proven kept %.3f, unproven refused %.3f, balanced accuracy %.3f, by overlap alone %s%n%s%n",
                all.size(), proven, refused, (proven + refused) / 2, bestByOverlap(all), reasons);
        assertThat(refused).isGreaterThan(0.9);
        assertThat(proven).isPositive();
    }

    private static double rate(List<Scored> all, boolean gold) {
        List<Scored> some = all.stream().filter(one -> one.gold() == gold).toList();
        return (double) some.stream().filter(Scored::kept).count() / some.size();
    }

    private static String bestByOverlap(List<Scored> all) {
        String best = "";
        double greatest = 0;
        for (double from = 0.3; from <= 1; from += 0.05) {
            double least = from;
            List<Scored> cut = all.stream()
                    .map(one -> new Scored(one.gold(), one.overlap() >= least, one.overlap()))
                    .toList();
            double accuracy = (rate(cut, true) + 1 - rate(cut, false)) / 2;
            if (accuracy > greatest) {
                greatest = accuracy;
                best = "%.3f (from %.2f)".formatted(accuracy, least);
            }
        }
        return best;
    }

    private record Scored(boolean gold, boolean kept, double overlap) {}
}
