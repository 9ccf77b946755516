package org.citebot.evaluation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question and what is known of its answer; what is not known is empty or null.
 *
 * @param answers strings of which an answer has to hold one
 * @param wrong false answers that stand in the corpus
 * @param answerable whether the corpus answers it
 * @param relevant the grades of relevant documents by the set's ids; 0 for one that is not relevant
 * @param evidence the sentences that answer, verbatim
 * @param documents search in these alone, by the set's ids; empty for all
 * @param asked the day on which it is asked; null for today
 */
record LabelledQuestion(
        String id,
        String question,
        List<String> answers,
        List<String> wrong,
        @Nullable Boolean answerable,
        Map<String, Double> relevant,
        List<String> evidence,
        List<String> documents,
        @Nullable LocalDate asked) {

    LabelledQuestion {
        answers = List.copyOf(answers);
        wrong = List.copyOf(wrong);
        relevant = Collections.unmodifiableMap(new LinkedHashMap<>(relevant));
        evidence = List.copyOf(evidence);
        documents = List.copyOf(documents);
    }

    static LabelledQuestion of(JsonLine line) {
        return new LabelledQuestion(
                line.text("id"),
                line.text("question"),
                line.texts("answers"),
                line.texts("wrong"),
                line.flag("answerable"),
                line.numbers("relevant"),
                line.texts("evidence"),
                line.texts("documents"),
                line.day("asked"));
    }

    /** Whether an answer can be told from a wrong one by its words. */
    boolean hasAnswers() {
        return !answers.isEmpty() && mayBeAnswered();
    }

    /** Whether it is known which sentences answer. */
    boolean hasEvidence() {
        return !evidence.isEmpty() && mayBeAnswered();
    }

    private boolean mayBeAnswered() {
        return answerable == null || answerable;
    }
}
