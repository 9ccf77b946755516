package org.citebot.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.citebot.citation.Support;
import org.citebot.citation.SupportChecker;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.LanguageDetector;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/** Checks claims against the pages they cite, as sentences of an answer are checked. Immutable, for many threads. */
final class ClaimEvaluator {

    /** From here on a claim counts as supported: what proves it scores above what does not, whatever the overlap. */
    private static final double PROVED = 1;

    private final SupportChecker checker = new SupportChecker();
    private final LanguageDetector languages = new LanguageDetector();

    /**
     * What came of a claim.
     *
     * @param prediction its score, and whether it is supported
     * @param rPrecision of the sentences in the order of their scores; null where none is marked
     */
    record ClaimResult(Prediction prediction, @Nullable Double rPrecision) {}

    ClaimResult evaluate(LabelledClaim claim) {
        Page page = page(claim);
        if (page.sentences().isEmpty()) {
            return new ClaimResult(new Prediction(0, claim.isSupported()), null);
        }
        return new ClaimResult(
                new Prediction(score(claim, page), claim.isSupported()),
                claim.supporting().isEmpty() ? null : rPrecision(claim, page));
    }

    static Map<String, Figure> figures(List<ClaimResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<Prediction> predictions =
                results.stream().map(ClaimResult::prediction).toList();
        if (predictions.stream().anyMatch(Prediction::positive)
                && !predictions.stream().allMatch(Prediction::positive)) {
            figures.put(
                    "balanced_accuracy",
                    Bootstrap.statistic(predictions, all -> Predictions.balancedAccuracy(all, PROVED)));
            figures.put("support_auroc", Bootstrap.statistic(predictions, Predictions::auroc));
        }
        List<Double> precisions = results.stream()
                .flatMap(result -> Stream.ofNullable(result.rPrecision()))
                .toList();
        if (!precisions.isEmpty()) {
            figures.put("evidence_r_precision", Bootstrap.mean(precisions));
        }
        return figures;
    }

    /** Of the sets that are enough, the one that fits the ranking best. */
    private double rPrecision(LabelledClaim claim, Page page) {
        Map<TextSpan, Integer> numbers = new HashMap<>();
        page.sentences().forEach(sentence -> numbers.put(sentence.span(), sentence.number()));
        List<Integer> ranked = checker.evidence(claim.claim(), page.version(), passage(page)).stream()
                .map(numbers::get)
                .toList();
        double best = 0;
        for (List<Integer> enough : claim.supporting()) {
            Set<Integer> marked = new HashSet<>(enough);
            long found = ranked.stream()
                    .limit(marked.size())
                    .filter(marked::contains)
                    .count();
            best = Math.max(best, (double) found / marked.size());
        }
        return best;
    }

    private double score(LabelledClaim claim, Page page) {
        return switch (checker.check(claim.claim(), page.version(), passage(page))) {
            case Support.Supported supported -> PROVED + supported.overlap();
            // Less than what is proved, even where every word is there.
            case Support.Unsupported not -> Math.min(not.overlap(), Math.nextDown(PROVED));
        };
    }

    /** The whole page. */
    private static Passage passage(Page page) {
        DocumentVersion version = page.version();
        List<TextSpan> spans = page.sentences().stream().map(Numbered::span).toList();
        TextSpan span = new TextSpan(spans.getFirst().start(), spans.getLast().end());
        return new Passage(new PassageId(version.document(), version.number(), 0), span, spans);
    }

    /** The sentences as a document, one a line. */
    private Page page(LabelledClaim claim) {
        StringBuilder text = new StringBuilder();
        List<Numbered> sentences = new ArrayList<>();
        for (int number = 0; number < claim.evidence().size(); number++) {
            String sentence = claim.evidence().get(number).strip();
            if (!sentence.isEmpty()) {
                sentences.add(new Numbered(number, new TextSpan(text.length(), text.length() + sentence.length())));
                text.append(sentence).append('\n');
            }
        }
        DocumentDetails details = new DocumentDetails(
                "The cited page", null, null, null, languages.detect(text.toString()), null, Map.of());
        return new Page(
                new DocumentVersion(
                        SetCorpus.documentId(claim.id()), 1, details, text.toString(), List.of(), Instant.EPOCH),
                sentences);
    }

    /** @param sentences those that are not blank */
    private record Page(DocumentVersion version, List<Numbered> sentences) {}

    /** @param number among all sentences of the page, blank ones too, from 0 */
    private record Numbered(int number, TextSpan span) {}
}
