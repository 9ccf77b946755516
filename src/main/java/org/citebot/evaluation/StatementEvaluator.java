package org.citebot.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.citebot.language.TextSpan;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementExtractor;

/**
 * Extracts the statements of documents and compares them with the labelled ones: one to one, by the Jaccard index of the
 * characters of their contents, best pairs first. Immutable, for many threads.
 */
final class StatementEvaluator {

    private static final double LENIENT = 0.3;
    private static final double STRICT = 0.8;
    private static final List<String> KINDS = List.of("direct", "mixed", "indirect");

    private final StatementExtractor extractor;
    private final LanguageDetector languages = new LanguageDetector();
    private final SpeechCues cues;
    private final boolean cuesKnown;

    /**
     * Compares with the labels of a set.
     *
     * @param cuesKnown whether the set marks cues; without, every labelled statement has to be found
     */
    StatementEvaluator(StatementExtractor extractor, SpeechCues cues, boolean cuesKnown) {
        this.extractor = extractor;
        this.cues = cues;
        this.cuesKnown = cuesKnown;
    }

    /** A document with all that is labelled in it. */
    record LabelledDocument(SetDocument document, List<LabelledStatement> statements) {

        LabelledDocument {
            statements = List.copyOf(statements);
        }
    }

    /**
     * What came of one statement: found, or labelled, or both.
     *
     * @param foundKind empty if it was not found
     * @param labelledKind empty if it is not labelled
     * @param overlap Jaccard index of the two; 0 if one is missing
     * @param counts whether it has to be found
     * @param speaker whether it is the labelled one
     */
    record Outcome(String foundKind, String labelledKind, double overlap, boolean counts, SpeakerVerdict speaker) {

        boolean found() {
            return !foundKind.isEmpty();
        }

        /** Whether nothing speaks against the speaker. */
        boolean isJointlyRight() {
            return speaker == SpeakerVerdict.RIGHT || speaker == SpeakerVerdict.NOT_LABELLED;
        }

        boolean isJudged() {
            return speaker == SpeakerVerdict.RIGHT || speaker == SpeakerVerdict.WRONG;
        }
    }

    /** Whether the right speaker was found. */
    enum SpeakerVerdict {
        RIGHT,
        WRONG,
        /** The label does not tell who spoke: the statement counts as matched, and in no figure about speakers. */
        NOT_LABELLED,
        /** One of the two is missing. */
        NONE
    }

    /** Of one document: intervals are by resampling documents, because statements of one are alike. */
    record StatementResult(List<Outcome> outcomes, boolean speakersKnown) {

        StatementResult {
            outcomes = List.copyOf(outcomes);
        }
    }

    StatementResult evaluate(LabelledDocument labelled) {
        List<Statement> found = extractor.extract(version(labelled.document()));
        return new StatementResult(
                outcomes(labelled.document().text(), found, labelled.statements()),
                labelled.statements().stream().anyMatch(label -> label.speaker() != null));
    }

    /** Every figure that the labels allow, by name; then each by kind. */
    static Map<String, Figure> figures(List<StatementResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        if (results.isEmpty()) {
            return figures;
        }
        boolean speakers = results.stream().anyMatch(StatementResult::speakersKnown);
        put(figures, results, "", speakers);
        for (String kind : KINDS) {
            if (results.stream()
                    .flatMap(result -> result.outcomes().stream())
                    .anyMatch(outcome -> outcome.labelledKind().equals(kind))) {
                put(figures, results, kind, speakers);
            }
        }
        return figures;
    }

    private static void put(Map<String, Figure> figures, List<StatementResult> results, String kind, boolean speakers) {
        String suffix = kind.isEmpty() ? "" : "_" + kind;
        for (double threshold : new double[] {LENIENT, STRICT}) {
            String at = "@" + threshold + suffix;
            put(figures, "statement_precision" + at, results, all -> precision(all, kind, threshold, false));
            put(figures, "statement_recall" + at, results, all -> recall(all, kind, threshold, false));
            put(
                    figures,
                    "statement_f1" + at,
                    results,
                    all -> harmonic(precision(all, kind, threshold, false), recall(all, kind, threshold, false)));
        }
        if (speakers) {
            put(figures, "speaker_given_match" + suffix, results, all -> speakers(all, kind));
            put(
                    figures,
                    "joint_f1@" + LENIENT + suffix,
                    results,
                    all -> harmonic(precision(all, kind, LENIENT, true), recall(all, kind, LENIENT, true)));
        }
    }

    private static void put(
            Map<String, Figure> figures,
            String name,
            List<StatementResult> results,
            ToDoubleFunction<List<StatementResult>> statistic) {
        figures.put(name, Bootstrap.statistic(results, statistic));
    }

    /** Over what was found; of a kind, over what was found to be of it. */
    private static double precision(List<StatementResult> results, String kind, double threshold, boolean joint) {
        int all = 0;
        int right = 0;
        for (StatementResult result : results) {
            for (Outcome outcome : result.outcomes()) {
                if (outcome.found()
                        && outcome.foundKind().endsWith(kind)
                        && outcome.foundKind().startsWith(kind)) {
                    all++;
                    right += outcome.overlap() >= threshold && (!joint || outcome.isJointlyRight()) ? 1 : 0;
                }
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** Over the labelled ones that have to be found. */
    private static double recall(List<StatementResult> results, String kind, double threshold, boolean joint) {
        int all = 0;
        int right = 0;
        for (StatementResult result : results) {
            for (Outcome outcome : result.outcomes()) {
                if (outcome.counts()
                        && (kind.isEmpty() || outcome.labelledKind().equals(kind))) {
                    all++;
                    right += outcome.overlap() >= threshold && (!joint || outcome.isJointlyRight()) ? 1 : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : (double) right / all;
    }

    /** Over what was found and is labelled with its speaker. */
    private static double speakers(List<StatementResult> results, String kind) {
        int all = 0;
        int right = 0;
        for (StatementResult result : results) {
            for (Outcome outcome : result.outcomes()) {
                if (outcome.overlap() >= LENIENT
                        && outcome.isJudged()
                        && (kind.isEmpty() || outcome.labelledKind().equals(kind))) {
                    all++;
                    right += outcome.speaker() == SpeakerVerdict.RIGHT ? 1 : 0;
                }
            }
        }
        return all == 0 ? Double.NaN : (double) right / all;
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private record Pair(int found, int labelled, double overlap) {}

    private List<Outcome> outcomes(String text, List<Statement> found, List<LabelledStatement> labelled) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < labelled.size(); j++) {
                double overlap = jaccard(found.get(i).span(), labelled.get(j).span());
                if (overlap >= LENIENT) {
                    pairs.add(new Pair(i, j, overlap));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::overlap).reversed());
        Set<Integer> foundTaken = new HashSet<>();
        Set<Integer> labelledTaken = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!foundTaken.contains(pair.found()) && !labelledTaken.contains(pair.labelled())) {
                foundTaken.add(pair.found());
                labelledTaken.add(pair.labelled());
                Statement statement = found.get(pair.found());
                LabelledStatement label = labelled.get(pair.labelled());
                outcomes.add(new Outcome(
                        kind(statement), label.kind(), pair.overlap(), counts(label), verdict(text, statement, label)));
            }
        }
        for (int i = 0; i < found.size(); i++) {
            if (!foundTaken.contains(i)) {
                outcomes.add(new Outcome(kind(found.get(i)), "", 0, false, SpeakerVerdict.NONE));
            }
        }
        for (int j = 0; j < labelled.size(); j++) {
            if (!labelledTaken.contains(j)) {
                outcomes.add(new Outcome("", labelled.get(j).kind(), 0, counts(labelled.get(j)), SpeakerVerdict.NONE));
            }
        }
        return outcomes;
    }

    private static String kind(Statement statement) {
        return statement.kind().name().toLowerCase(Locale.ROOT);
    }

    private static SpeakerVerdict verdict(String text, Statement statement, LabelledStatement label) {
        if (!label.isSpeakerKnown()) {
            return SpeakerVerdict.NOT_LABELLED;
        }
        return isSpeakerRight(text, statement, label) ? SpeakerVerdict.RIGHT : SpeakerVerdict.WRONG;
    }

    static boolean isSpeakerRight(String text, Statement statement, LabelledStatement label) {
        TextSpan words = statement.speaker().words();
        return SpeakerMatch.isRight(statement.speaker().name(), words == null ? null : words.in(text), label);
    }

    private boolean counts(LabelledStatement label) {
        String cue = label.cue();
        return !cuesKnown
                || (cue != null && cues.in(cue))
                || label.text().chars().anyMatch(character -> "“”‘\"«»„".indexOf(character) >= 0);
    }

    static double jaccard(TextSpan one, TextSpan other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common <= 0 ? 0 : (double) common / (one.length() + other.length() - common);
    }

    private DocumentVersion version(SetDocument document) {
        Language language =
                document.language() == null ? languages.detect(document.text()) : Language.ofCode(document.language());
        DocumentDetails details = new DocumentDetails(
                document.title() == null || document.title().isBlank() ? document.id() : document.title(),
                document.source(),
                document.published(),
                null,
                language,
                null,
                Map.of());
        return new DocumentVersion(
                SetCorpus.documentId(document.id()), 1, details, document.text(), List.of(), Instant.EPOCH);
    }
}
