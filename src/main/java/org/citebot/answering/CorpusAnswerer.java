package org.citebot.answering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.citebot.citation.Citation;
import org.citebot.corpus.CorpusExtent;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.DateWindow;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankedSentence;
import org.citebot.retrieval.Retrieval;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from the corpus: analyse, retrieve, rank the sentences, compose, or say that there is no evidence. */
public final class CorpusAnswerer implements QuestionAnswerer {

    /** Longer ones are not questions. In UTF-16 units. */
    public static final int LONGEST_QUESTION = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(CorpusAnswerer.class);
    private static final int PASSAGES = 10;
    /** Among passages this near to the best, the newest counts when the latest is asked for. */
    private static final double NEARLY_BEST = 0.5;

    private final CorpusStore store;
    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final SentenceRanker ranker;

    /** Answers from one corpus: the retriever finds what the store holds. */
    public CorpusAnswerer(CorpusStore store, QuestionAnalyzer analyzer, Retriever retriever, SentenceRanker ranker) {
        this.store = store;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.ranker = ranker;
    }

    @Override
    public Answer answer(Question question) {
        Stopwatch time = new Stopwatch();
        try {
            if (question.text().length() > LONGEST_QUESTION) {
                return refuse(
                        question,
                        "too long",
                        "This is too long for a question: " + question.text().length()
                                + " characters. Please ask it in " + LONGEST_QUESTION + " at the most.");
            }
            AnalyzedQuestion analyzed = analyzer.analyze(question.text(), question.today());
            if (analyzed.text().isBlank() && analyzed.window() == null) {
                return refuse(question, "no question", "Please ask a question, for example: what did ISW say?");
            }
            return answer(question, analyzed, time);
        } catch (RuntimeException e) {
            // The question itself is private: it is in no log.
            LOG.error("A question could not be answered", e);
            return new Answer.Unavailable(
                    question.text(),
                    FailureKind.INTERNAL,
                    "Something went wrong on my side. Please ask again in a minute.",
                    new Searched(0, null, null),
                    time.timings());
        }
    }

    private Answer answer(Question question, AnalyzedQuestion analyzed, Stopwatch time) {
        DocumentFilter filter = filter(question, analyzed.window());
        CorpusExtent extent = store.extent(filter);
        Searched searched = new Searched(extent.documents(), extent.from(), extent.to());
        if (searched.documents() == 0) {
            return new Answer.NoEvidence(
                    question.text(),
                    nothingToSearch(question, analyzed),
                    "no documents",
                    null,
                    0,
                    searched,
                    time.timings());
        }
        Retrieval found = retriever.retrieve(analyzed.text(), analyzed.language(), filter, PASSAGES);
        time.retrieved();
        List<RankedSentence> ranked =
                ranker.rank(analyzed, analyzed.latest() ? found.with(newest(found.passages())) : found);
        if (ranked.isEmpty()) {
            return new Answer.NoEvidence(
                    question.text(), nothingFound(searched), "nothing found", null, 0, searched, time.timings());
        }
        RankedSentence best = ranked.getFirst();
        double confidence = Confidence.of(best, found.byWords());
        if (confidence < Confidence.ANSWER_FROM) {
            Citation nearest = best.coverage() > 0 ? ExtractiveComposer.citation(1, best) : null;
            return new Answer.NoEvidence(
                    question.text(),
                    nothingFound(searched),
                    reason(best),
                    nearest,
                    confidence,
                    searched,
                    time.timings());
        }
        List<Citation> citations = ExtractiveComposer.compose(ranked);
        List<AnswerSentence> sentences = citations.stream()
                .map(citation -> new AnswerSentence(citation.quote(), List.of(citation.number())))
                .toList();
        return new Answer.CitedAnswer(
                question.text(),
                AnswerKind.EXTRACTIVE,
                sentences,
                citations,
                note(analyzed),
                confidence,
                searched,
                time.timings());
    }

    private static DocumentFilter filter(Question question, @Nullable DateWindow window) {
        LocalDate to = window == null || window.to() == null || window.to().isAfter(question.today())
                ? question.today()
                : window.to();
        return new DocumentFilter(question.documents(), window == null ? null : window.from(), to, window == null);
    }

    private static List<RankedPassage> newest(List<RankedPassage> passages) {
        double nearlyBest = passages.isEmpty() ? 0 : passages.getFirst().score() * NEARLY_BEST;
        List<RankedPassage> near = new ArrayList<>(passages.stream()
                .filter(passage -> passage.score() >= nearlyBest)
                .toList());
        LocalDate newest = near.stream()
                .map(passage -> passage.version().details().published())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return newest == null
                ? passages
                : near.stream()
                        .filter(passage ->
                                newest.equals(passage.version().details().published()))
                        .toList();
    }

    private @Nullable String note(AnalyzedQuestion analyzed) {
        DateWindow window = analyzed.window();
        String days = window == null ? null : "Documents of " + AnswerText.days(window.from(), window.to()) + " only.";
        int due = retriever.passagesWithoutVector();
        String byWords = due == 0
                ? null
                : due + " passages are still being read for their meaning and were found by their words alone.";
        if (days == null || byWords == null) {
            return days == null ? byWords : days;
        }
        return days + " " + byWords;
    }

    private static String nothingToSearch(Question question, AnalyzedQuestion analyzed) {
        DateWindow window = analyzed.window();
        if (window != null) {
            return "I have no documents of " + AnswerText.days(window.from(), window.to()) + " (“" + window.words()
                    + "”). Ask without the dates to search all.";
        }
        return question.documents().isEmpty()
                ? "There are no documents to answer from yet. Add one with: ./citebot corpus add FILE"
                : "None of the documents named is in the corpus. See: ./citebot corpus list";
    }

    private static String nothingFound(Searched searched) {
        return "I found no answer to this in the " + AnswerText.of(searched) + " I searched.";
    }

    private static String reason(RankedSentence best) {
        return best.missingNames().isEmpty()
                ? "low confidence"
                : "not in the nearest passage: " + String.join(", ", best.missingNames());
    }

    /** What is no question is told so; nothing failed. */
    private static Answer refuse(Question question, String reason, String message) {
        return new Answer.NoEvidence(
                question.text(),
                message,
                reason,
                null,
                0,
                new Searched(0, null, null),
                new Timings(Duration.ZERO, Duration.ZERO));
    }

    /** Measures one answer. */
    private static final class Stopwatch {

        private final long begun = System.nanoTime();
        private long retrieved = begun;

        void retrieved() {
            retrieved = System.nanoTime();
        }

        Timings timings() {
            long end = System.nanoTime();
            return new Timings(Duration.ofNanos(retrieved - begun), Duration.ofNanos(end - retrieved));
        }
    }
}
