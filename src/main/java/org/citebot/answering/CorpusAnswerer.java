package org.citebot.answering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citebot.citation.Citation;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.Confidence;
import org.citebot.retrieval.DateWindow;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankedSentence;
import org.citebot.retrieval.RankingMethod;
import org.citebot.retrieval.Retrieval;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers from the corpus: analyse, retrieve, rank the sentences, compose, or say that there is no evidence. Where a
 * language model is to write and cannot, or writes nothing that can be proved, the answer is made of quotations.
 */
public final class CorpusAnswerer implements QuestionAnswerer {

    /** Longer ones are not questions. In UTF-16 units. */
    public static final int LONGEST_QUESTION = 4_096;

    /** How long an answer may take in all, unless it is set otherwise. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(CorpusAnswerer.class);
    private static final int PASSAGES = 10;
    /** For what remains to be done when a model has written. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private static final Duration SHORTEST_WRITING = Duration.ofMillis(500);

    private final CorpusStore store;
    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final SentenceRanker ranker;
    private final @Nullable GeneratedComposer writer;
    private final Duration deadline;

    /** Answers from one corpus, in quotations: the retriever finds what the store holds. */
    public CorpusAnswerer(CorpusStore store, QuestionAnalyzer analyzer, Retriever retriever, SentenceRanker ranker) {
        this(store, analyzer, retriever, ranker, null, DEFAULT_DEADLINE);
    }

    /**
     * Answers from one corpus: the retriever finds what the store holds.
     *
     * @param writer has answers written by a language model; null to answer in quotations
     * @param deadline how long an answer may take in all
     */
    public CorpusAnswerer(
            CorpusStore store,
            QuestionAnalyzer analyzer,
            Retriever retriever,
            SentenceRanker ranker,
            @Nullable GeneratedComposer writer,
            Duration deadline) {
        this.store = store;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.ranker = ranker;
        this.writer = writer;
        this.deadline = deadline;
    }

    @Override
    public Answer answer(Question question) {
        return explain(question).answer();
    }

    /** Answers as {@link #answer} does, and tells how the answer came about. */
    public ExplainedAnswer explain(Question question) {
        Stopwatch time = new Stopwatch();
        try {
            if (question.text().length() > LONGEST_QUESTION) {
                return unexplained(Abstention.tooLong(question, LONGEST_QUESTION, time.timings()));
            }
            AnalyzedQuestion analyzed = analyzer.analyze(question.text(), question.today());
            return analyzed.isEmpty()
                    ? unexplained(Abstention.empty(question, time.timings()))
                    : answer(question, analyzed, time);
        } catch (RuntimeException e) {
            // The question itself is private: it is in no log.
            LOG.error("A question could not be answered", e);
            return unexplained(new Answer.Unavailable(
                    question.text(),
                    FailureKind.INTERNAL,
                    "Something went wrong on my side. Please ask again in a minute.",
                    Searched.NOTHING,
                    time.timings()));
        }
    }

    /**
     * The passages for a question, best first, in the order of a method; at most {@code count}. With {@link
     * RankingMethod#FUSED} they begin with those that its answer is made of.
     */
    public List<RankedPassage> search(Question question, int count, RankingMethod method) {
        AnalyzedQuestion analyzed = analyzer.analyze(question.text(), question.today());
        return analyzed.isEmpty()
                ? List.of()
                : retriever
                        .retrieve(
                                analyzed.text(),
                                analyzed.language(),
                                filter(question, analyzed.window()),
                                count,
                                method)
                        .passages();
    }

    private static ExplainedAnswer unexplained(Answer answer) {
        return new ExplainedAnswer(answer, Explanation.NONE);
    }

    private ExplainedAnswer answer(Question question, AnalyzedQuestion analyzed, Stopwatch time) {
        DocumentFilter filter = filter(question, analyzed.window());
        Searched searched = Searched.of(store.extent(filter));
        if (searched.documents() == 0) {
            Searched all = Searched.of(store.extent(DocumentFilter.ALL));
            Answer none = Abstention.nothingToSearch(question, analyzed.window(), all, time.timings());
            return new ExplainedAnswer(none, Explanation.of(analyzed));
        }
        Retrieval all = retriever.retrieve(analyzed.text(), analyzed.language(), filter, PASSAGES);
        time.retrieved();
        Retrieval found = analyzed.latest() ? all.newest() : all;
        List<RankedSentence> ranked = ranker.rank(analyzed, found);
        double confidence = Confidence.of(ranked);
        Evidence evidence = new Evidence(question, analyzed, searched, found.passages(), ranked, confidence);
        if (confidence < Confidence.ANSWER_FROM) {
            Answer none = Abstention.nothingFound(question, ranked, confidence, searched, time.timings());
            return evidence.explain(none, null);
        }
        return writer == null ? evidence.explain(quote(evidence, null, time), null) : write(writer, evidence, time);
    }

    /** An answer that a model writes, or quotations where it cannot. */
    private ExplainedAnswer write(GeneratedComposer composer, Evidence evidence, Stopwatch time) {
        Duration within = deadline.minus(time.elapsed()).minus(RESERVE);
        if (within.compareTo(SHORTEST_WRITING) < 0) {
            return evidence.explain(
                    quote(evidence, "There was no time to have an answer written, so these are quotations.", time),
                    null);
        }
        Composition composition =
                composer.compose(evidence.question(), evidence.analyzed().language(), evidence.passages(), within);
        Answer answer = switch (composition) {
            case Composition.Written written ->
                new Answer.CitedAnswer(
                        evidence.question().text(),
                        AnswerKind.GENERATED,
                        written.sentences(),
                        written.citations(),
                        note(evidence.analyzed().window(), null),
                        written.writing().model(),
                        evidence.confidence(),
                        evidence.searched(),
                        time.timings());
            case Composition.NotInSources none ->
                Abstention.notInSources(
                        evidence.question(),
                        evidence.ranked(),
                        none.writing().model(),
                        evidence.confidence(),
                        evidence.searched(),
                        time.timings());
            case Composition.Nothing nothing -> quote(evidence, nothing.note(), time);
        };
        return evidence.explain(answer, composition.writing());
    }

    /** @param why there are quotations where something else was to be expected; null if nothing was */
    private Answer quote(Evidence evidence, @Nullable String why, Stopwatch time) {
        List<Citation> citations = ExtractiveComposer.compose(evidence.ranked());
        return new Answer.CitedAnswer(
                evidence.question().text(),
                AnswerKind.EXTRACTIVE,
                citations.stream().map(AnswerSentence::quoting).toList(),
                citations,
                note(evidence.analyzed().window(), why),
                null,
                evidence.confidence(),
                evidence.searched(),
                time.timings());
    }

    /** Later documents are hidden; one without a date may answer unless days are asked for. */
    private static DocumentFilter filter(Question question, @Nullable DateWindow window) {
        LocalDate today = question.today();
        if (window == null) {
            return new DocumentFilter(question.documents(), null, today, true);
        }
        LocalDate to = window.to() == null || window.to().isAfter(today) ? today : window.to();
        return new DocumentFilter(question.documents(), window.from(), to, false);
    }

    private @Nullable String note(@Nullable DateWindow window, @Nullable String why) {
        List<String> notes = new ArrayList<>();
        if (why != null) {
            notes.add(why);
        }
        if (window != null) {
            notes.add("Documents of " + AnswerText.days(window.from(), window.to()) + " only.");
        }
        int withoutVector = retriever.passagesWithoutVector();
        if (withoutVector > 0) {
            notes.add(
                    withoutVector + " passages are still being read for their meaning: these were searched by words.");
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }

    /** What an answer is made of. */
    private record Evidence(
            Question question,
            AnalyzedQuestion analyzed,
            Searched searched,
            List<RankedPassage> passages,
            List<RankedSentence> ranked,
            double confidence) {

        ExplainedAnswer explain(Answer answer, @Nullable Writing writing) {
            return new ExplainedAnswer(answer, new Explanation(analyzed, passages, ranked, writing));
        }
    }

    /** Measures one answer. */
    private static final class Stopwatch {

        private final long begun = System.nanoTime();
        private long retrieved = begun;

        void retrieved() {
            retrieved = System.nanoTime();
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        Timings timings() {
            long end = System.nanoTime();
            return new Timings(Duration.ofNanos(retrieved - begun), Duration.ofNanos(end - retrieved));
        }
    }
}
