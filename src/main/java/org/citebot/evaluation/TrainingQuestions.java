package org.citebot.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.Question;
import org.citebot.corpus.DocumentId;
import org.citebot.language.Language;
import org.citebot.retrieval.RankedSentence;

/** Asks the questions of a set to learn from what is found. For one thread. */
public final class TrainingQuestions {

    /** Sentences further down teach nothing. */
    private static final int MOST_SENTENCES = 25;

    private final LocalDate today;
    private final EvaluationProgress progress;
    private final List<TrainingQuestion> questions = new ArrayList<>();

    /** @param today the day of questions that have none */
    public TrainingQuestions(LocalDate today, EvaluationProgress progress) {
        this.today = today;
        this.progress = progress;
    }

    /** All that were read. */
    List<TrainingQuestion> all() {
        return List.copyOf(questions);
    }

    /**
     * Reads the questions of a set of which it is known which sentences answer, or that none does. One that is asked of
     * the whole corpus is asked again of the documents that do not answer.
     *
     * @param answerer answers from the set's corpus
     */
    public void read(EvaluationSet set, CorpusAnswerer answerer) {
        List<String> documents = new ArrayList<>();
        JsonLine.forEach(set.corpus(), line -> documents.add(line.text("id")));
        int done = 0;
        for (LabelledQuestion labelled : set.questions()) {
            boolean answers = labelled.hasAnswers() || labelled.hasEvidence();
            if (answers || Boolean.FALSE.equals(labelled.answerable())) {
                questions.add(ask(set.name(), labelled, labelled.documents(), true, answerer));
            }
            if (answers
                    && labelled.documents().isEmpty()
                    && !labelled.relevant().isEmpty()) {
                List<String> others = documents.stream()
                        .filter(id -> !labelled.relevant().containsKey(id))
                        .toList();
                questions.add(ask(set.name(), labelled, others, false, answerer));
            }
            progress.done(++done, set.questions().size());
        }
    }

    private TrainingQuestion ask(
            String set, LabelledQuestion labelled, List<String> documents, boolean asIs, CorpusAnswerer answerer) {
        Set<DocumentId> searched = new TreeSet<>();
        documents.forEach(id -> searched.add(SetCorpus.documentId(id)));
        Question question = new Question(
                labelled.question(), labelled.asked() == null ? today : labelled.asked(), new TreeSet<>(searched));
        List<RankedSentence> sentences = answerer.explain(question).explanation().sentences().stream()
                .limit(MOST_SENTENCES)
                .toList();
        Set<Integer> fitting = new HashSet<>();
        Set<Integer> right = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (asIs && fits(labelled, sentences.get(i))) {
                fitting.add(i);
                if (isRelevant(labelled, sentences.get(i))) {
                    right.add(i);
                }
            }
        }
        boolean answerable = asIs && (labelled.hasAnswers() || labelled.hasEvidence());
        int wanted = Math.max(1, labelled.evidence().size());
        return new TrainingQuestion(set, articles(labelled), answerable, asIs, wanted, sentences, right, fitting);
    }

    private static boolean fits(LabelledQuestion labelled, RankedSentence sentence) {
        if (labelled.hasAnswers()) {
            Language language = sentence.passage().version().details().language();
            return AnswerJudge.holdsOneOf(labelled.answers(), sentence.text(), language);
        }
        NormalizedText text = NormalizedText.of(sentence.text(), Language.OTHER);
        return labelled.hasEvidence()
                && labelled.evidence().stream()
                        .anyMatch(marked -> EvidenceMatch.isSame(text, NormalizedText.of(marked, Language.OTHER)));
    }

    private static boolean isRelevant(LabelledQuestion labelled, RankedSentence sentence) {
        DocumentId document = sentence.passage().version().document();
        return labelled.relevant().isEmpty()
                || labelled.relevant().keySet().stream()
                        .anyMatch(id -> SetCorpus.documentId(id).equals(document));
    }

    /** Sets cut from one source number the paragraphs of an article: Warsaw#0, Warsaw#1. */
    private static Set<String> articles(LabelledQuestion labelled) {
        Set<String> articles = new HashSet<>();
        List<String> ids = new ArrayList<>(labelled.documents());
        ids.addAll(labelled.relevant().keySet());
        ids.forEach(id -> articles.add(id.replaceFirst("#\\d+$", "")));
        return articles;
    }
}
