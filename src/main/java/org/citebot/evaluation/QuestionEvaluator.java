package org.citebot.evaluation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citebot.answering.Answer;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.ExplainedAnswer;
import org.citebot.answering.Question;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.retrieval.RankingMethod;
import org.jspecify.annotations.Nullable;

/** Asks a question and compares what comes of it with what is known of it. For one thread. */
final class QuestionEvaluator {

    /** As deep as a ranking is looked at. */
    private static final int DOCUMENTS = 100;

    private static final int TOP = 10;

    private final CorpusAnswerer answerer;
    private final LocalDate today;
    private final @Nullable PlainRanking plain;
    private final AnswerJudge judge = new AnswerJudge();

    /**
     * Asks one corpus.
     *
     * @param today the day of questions that have none
     * @param plain searches the same documents, to measure it and the other methods of ranking too; null not to
     */
    QuestionEvaluator(CorpusAnswerer answerer, LocalDate today, @Nullable PlainRanking plain) {
        this.answerer = answerer;
        this.today = today;
        this.plain = plain;
    }

    QuestionResult evaluate(LabelledQuestion labelled) {
        Question question = question(labelled);
        long begun = System.nanoTime();
        ExplainedAnswer explained = answerer.explain(question);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        Answer answer = explained.answer();

        Map<String, Double> scores = new LinkedHashMap<>();
        List<DocumentVersion> documents = List.of();
        Map<BaselineMethod, Map<String, Double>> baselines = new EnumMap<>(BaselineMethod.class);
        if (isRanked(labelled)) {
            documents = DocumentRanking.find(answerer, question, DOCUMENTS, RankingMethod.FUSED);
            scores.putAll(documentScores(labelled, documents));
            if (plain != null) {
                for (BaselineMethod method : BaselineMethod.values()) {
                    baselines.put(method, documentScores(labelled, find(question, method, plain)));
                }
            }
        }
        AnswerJudge.Verdict verdict = judge.judge(labelled, explained);
        scores.putAll(verdict.scores());
        return new QuestionResult(
                labelled.id(),
                documents.stream().map(DocumentVersion::document).toList(),
                answer.confidence(),
                answer.citations().isEmpty(),
                answer instanceof Answer.Unavailable,
                labelled.answerable(),
                verdict.right(),
                scores,
                baselines,
                time,
                lengths(answer, true),
                lengths(answer, false));
    }

    private List<DocumentVersion> find(Question question, BaselineMethod baseline, PlainRanking search) {
        RankingMethod method = baseline.method();
        return method == null
                ? search.find(question.text(), question.documents(), DOCUMENTS)
                : DocumentRanking.find(answerer, question, DOCUMENTS, method);
    }

    private Question question(LabelledQuestion labelled) {
        TreeSet<DocumentId> documents = new TreeSet<>();
        labelled.documents().forEach(id -> documents.add(SetCorpus.documentId(id)));
        return new Question(labelled.question(), labelled.asked() == null ? today : labelled.asked(), documents);
    }

    private static boolean isRanked(LabelledQuestion labelled) {
        return hasRelevant(labelled) || labelled.hasAnswers();
    }

    private static boolean hasRelevant(LabelledQuestion labelled) {
        return labelled.relevant().values().stream().anyMatch(grade -> grade > 0);
    }

    private static Map<String, Double> documentScores(LabelledQuestion labelled, List<DocumentVersion> documents) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (hasRelevant(labelled)) {
            RankedGrades grades = grades(labelled, documents);
            scores.put("ndcg@10", grades.ndcg(TOP));
            scores.put("mrr@10", grades.reciprocalRank(TOP));
            scores.put("recall@1", grades.recall(1));
            scores.put("recall@5", grades.recall(5));
            scores.put("recall@10", grades.recall(TOP));
            scores.put("recall@100", grades.recall(DOCUMENTS));
            scores.put("full_recall@5", grades.fullRecall(5));
        }
        if (labelled.hasAnswers()) {
            boolean found = documents.stream()
                    .limit(TOP)
                    .anyMatch(document -> AnswerJudge.holdsOneOf(
                            labelled.answers(),
                            document.text(),
                            document.details().language()));
            scores.put("answer_in_top10_documents", found ? 1.0 : 0.0);
        }
        return scores;
    }

    private static RankedGrades grades(LabelledQuestion labelled, List<DocumentVersion> documents) {
        Map<DocumentId, Double> byDocument = new LinkedHashMap<>();
        labelled.relevant().forEach((id, grade) -> byDocument.put(SetCorpus.documentId(id), grade));
        return RankedGrades.of(
                documents.stream()
                        .map(document -> byDocument.getOrDefault(document.document(), 0.0))
                        .toList(),
                byDocument.values());
    }

    private static List<Integer> lengths(Answer answer, boolean ofQuotes) {
        List<Integer> lengths = new ArrayList<>();
        answer.citations()
                .forEach(citation -> lengths.add(
                        ofQuotes
                                ? citation.quote().length()
                                : citation.passage().span().length()));
        return lengths;
    }
}
