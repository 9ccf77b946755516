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
    public static final int LONGEST_QUESTION = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(CorpusAnswerer.class);
    private static final int PASSAGES = 10;

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
                return Abstention.tooLong(question, LONGEST_QUESTION, time.timings());
            }
            AnalyzedQuestion analyzed = analyzer.analyze(question.text(), question.today());
            return analyzed.isEmpty() ? Abstention.empty(question, time.timings()) : answer(question, analyzed, time);
        } catch (RuntimeException e) {
            // The question itself is private: it is in no log.
            LOG.error("A question could not be answered", e);
            return new Answer.Unavailable(
                    question.text(),
                    FailureKind.INTERNAL,
                    "Something went wrong on my side. Please ask again in a minute.",
                    Searched.NOTHING,
                    time.timings());
        }
    }

    private Answer answer(Question question, AnalyzedQuestion analyzed, Stopwatch time) {
        DocumentFilter filter = filter(question, analyzed.window());
        Searched searched = Searched.of(store.extent(filter));
        if (searched.documents() == 0) {
            Searched all = Searched.of(store.extent(DocumentFilter.ALL));
            return Abstention.nothingToSearch(question, analyzed.window(), all, time.timings());
        }
        Retrieval found = retriever.retrieve(analyzed.text(), analyzed.language(), filter, PASSAGES);
        time.retrieved();
        List<RankedSentence> ranked = ranker.rank(analyzed, analyzed.latest() ? found.newest() : found);
        double confidence = ranked.isEmpty() ? 0 : Confidence.of(ranked.getFirst());
        if (confidence < Confidence.ANSWER_FROM) {
            return Abstention.nothingFound(question, ranked, confidence, searched, time.timings());
        }
        List<Citation> citations = ExtractiveComposer.compose(ranked);
        return new Answer.CitedAnswer(
                question.text(),
                AnswerKind.EXTRACTIVE,
                citations.stream().map(AnswerSentence::quoting).toList(),
                citations,
                note(analyzed.window()),
                confidence,
                searched,
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

    private @Nullable String note(@Nullable DateWindow window) {
        List<String> notes = new ArrayList<>();
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
