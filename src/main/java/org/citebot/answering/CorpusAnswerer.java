package org.citebot.answering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.citebot.answering.StatementAnswerer.Outcome;
import org.citebot.citation.Citation;
import org.citebot.corpus.CorpusExtent;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.language.Language;
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

    /** A translation may take this part of the time that is left. */
    private static final int SHARE_OF_TRANSLATION = 3;

    private static final Duration SHORTEST_WRITING = Duration.ofMillis(500);

    private final CorpusStore store;
    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final SentenceRanker ranker;
    private final @Nullable StatementAnswerer statements;
    private final @Nullable QuestionTranslator translator;
    private final @Nullable GeneratedComposer writer;
    private final Duration deadline;

    /** Answers from one corpus, in quotations: the retriever finds what the store holds. */
    public CorpusAnswerer(CorpusStore store, QuestionAnalyzer analyzer, Retriever retriever, SentenceRanker ranker) {
        this(store, analyzer, retriever, ranker, null, null, null, DEFAULT_DEADLINE);
    }

    /**
     * Answers from one corpus: the retriever finds what the store holds.
     *
     * @param statements answers questions about who said what; null to answer them as all others
     * @param translator has questions in other languages than the corpus translated; null to search with them as given
     * @param writer has answers written by a language model; null to answer in quotations
     * @param deadline how long an answer may take in all
     */
    public CorpusAnswerer(
            CorpusStore store,
            QuestionAnalyzer analyzer,
            Retriever retriever,
            SentenceRanker ranker,
            @Nullable StatementAnswerer statements,
            @Nullable QuestionTranslator translator,
            @Nullable GeneratedComposer writer,
            Duration deadline) {
        this.store = store;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.ranker = ranker;
        this.statements = statements;
        this.translator = translator;
        this.writer = writer;
        this.deadline = deadline;
    }

    @Override
    public Answer answer(Question question) {
        return explain(question).answer();
    }

    @Override
    public Answer answer(Question question, Consumer<AnswerSentence> checked) {
        return explain(question, checked).answer();
    }

    /** Answers as {@link #answer} does, and tells how the answer came about. */
    public ExplainedAnswer explain(Question question) {
        return explain(question, sentence -> {});
    }

    /** The same, telling of each sentence as soon as it has passed its check. */
    ExplainedAnswer explain(Question question, Consumer<AnswerSentence> checked) {
        Stopwatch time = new Stopwatch();
        try {
            if (question.text().length() > LONGEST_QUESTION) {
                return unexplained(Abstention.tooLong(question, LONGEST_QUESTION, time.timings()));
            }
            CorpusExtent open = store.extent(filter(question, null));
            AnalyzedQuestion analyzed = analyze(question, open);
            return analyzed.isEmpty()
                    ? unexplained(Abstention.empty(question, time.timings()))
                    : answer(question, analyzed, open, time, checked);
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
     * RankingMethod#FUSED} they begin with those that its answer is made of, if it asks for no latest, is not translated and
     * finds no copies, which an answer counts once.
     */
    public List<RankedPassage> search(Question question, int count, RankingMethod method) {
        AnalyzedQuestion analyzed = analyze(question, store.extent(filter(question, null)));
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

    @Override
    public void forget(String asker) {
        if (writer != null) {
            writer.forget(asker);
        }
    }

    @Override
    public List<FoundPassage> passages(Question question, int count) {
        return search(question, count, RankingMethod.FUSED).stream()
                .map(found -> new FoundPassage(found.version(), found.passage()))
                .toList();
    }

    /** @param open what may answer the question, on whatever days it is about */
    private AnalyzedQuestion analyze(Question question, CorpusExtent open) {
        return analyzer.analyze(question.text(), question.today(), open.from());
    }

    private static ExplainedAnswer unexplained(Answer answer) {
        return new ExplainedAnswer(answer, Explanation.NONE);
    }

    /** From statements, if the question asks who said what and they answer it; else from passages. */
    private ExplainedAnswer answer(
            Question question,
            AnalyzedQuestion analyzed,
            CorpusExtent open,
            Stopwatch time,
            Consumer<AnswerSentence> checked) {
        return switch (statements(question, analyzed, open, time)) {
            case Outcome.Answered said -> new ExplainedAnswer(said.answer(), Explanation.of(analyzed));
            case Outcome.Declined declined -> {
                ExplainedAnswer found = fromPassages(question, analyzed, open, time, checked);
                yield new ExplainedAnswer(because(declined, found.answer()), found.explanation());
            }
            case Outcome.NotAsked other -> fromPassages(question, analyzed, open, time, checked);
        };
    }

    private Outcome statements(Question question, AnalyzedQuestion analyzed, CorpusExtent open, Stopwatch time) {
        return statements == null || open.documents() == 0
                ? new Outcome.NotAsked()
                : statements.answer(
                        question, analyzed, filter(question, null), Searched.of(open), time::retrievedTimings);
    }

    /** Says why there are passages where statements were to be expected, and what is missing where there are neither. */
    private static Answer because(Outcome.Declined declined, Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited -> cited.noting(declined.notice());
            case Answer.NoEvidence none ->
                none.because(
                        declined.absence() == null ? none.absence() : declined.absence(),
                        "no statement found; " + none.reason());
            case Answer.StatementsAnswer other -> other;
            case Answer.Unavailable other -> other;
        };
    }

    private ExplainedAnswer fromPassages(
            Question question,
            AnalyzedQuestion analyzed,
            CorpusExtent open,
            Stopwatch time,
            Consumer<AnswerSentence> checked) {
        DocumentFilter filter = filter(question, analyzed.window());
        Searched searched = Searched.of(analyzed.window() == null ? open : store.extent(filter));
        if (searched.documents() == 0) {
            Searched all = Searched.of(store.extent(DocumentFilter.ALL));
            Answer none = Abstention.nothingToSearch(question, analyzed.window(), all, time.timings());
            return new ExplainedAnswer(none, Explanation.of(analyzed));
        }
        Search search = search(analyzed, filter);
        String translation = translation(question, analyzed, time);
        if (translation != null) {
            Search translated = search(inWordsOf(translation, analyzed), filter);
            search = translated.confidence() > search.confidence() ? translated : search;
        }
        String respelt = search.confidence() < Confidence.ANSWER_FROM
                ? retriever.respell(analyzed.text(), analyzed.language())
                : null;
        if (respelt != null
                && statements(question, inWordsOf(respelt, analyzed), open, time) instanceof Outcome.Answered said
                && said.answer() instanceof Answer.StatementsAnswer answer) {
            return new ExplainedAnswer(answer.noting(new Notice.ReadAs(respelt)), Explanation.of(analyzed));
        }
        if (respelt != null) {
            Search again = search(inWordsOf(respelt, analyzed), filter);
            respelt = again.confidence() < Confidence.ANSWER_FROM ? null : respelt;
            search = respelt == null ? search : again;
        }
        time.retrieved();
        Evidence evidence = new Evidence(question, analyzed, translation, respelt, searched, search, checked);
        if (search.confidence() < Confidence.ANSWER_FROM) {
            Answer none = Abstention.nothingFound(
                    question, analyzed.window(), search.ranked(), search.confidence(), searched, time.timings());
            return evidence.explain(none, null);
        }
        return writer == null ? evidence.explain(quote(evidence, null, time), null) : write(writer, evidence, time);
    }

    private Search search(AnalyzedQuestion asked, DocumentFilter filter) {
        Retrieval found = retriever.retrieve(asked.text(), asked.language(), filter, PASSAGES);
        if (asked.latest()) {
            // An older document may answer where newer ones do not.
            for (Retrieval day : found.newestFirst()) {
                Search newest = rank(asked, day);
                if (newest.confidence() >= Confidence.ANSWER_FROM) {
                    return newest;
                }
            }
        }
        return rank(asked, found);
    }

    private Search rank(AnalyzedQuestion asked, Retrieval found) {
        List<RankedSentence> ranked = ranker.rank(asked, found);
        return new Search(found.passages(), ranked, Confidence.of(ranked));
    }

    /** The question in the language of most passages; null if it is asked in it, or no model translates it. */
    private @Nullable String translation(Question question, AnalyzedQuestion analyzed, Stopwatch time) {
        Language main = retriever.mainLanguage();
        Duration within = deadline.minus(time.elapsed()).minus(RESERVE).dividedBy(SHARE_OF_TRANSLATION);
        boolean foreign = main != Language.OTHER && main != analyzed.language();
        return translator == null || !foreign || within.compareTo(SHORTEST_WRITING) < 0
                ? null
                : translator.translate(question, main, within).orElse(null);
    }

    /** A translated question is about the days that the person named, and wants the newest if the person does. */
    private AnalyzedQuestion inWordsOf(String translation, AnalyzedQuestion asked) {
        LocalDate anyDay = asked.window() == null && !asked.latest() ? null : LocalDate.MIN;
        return analyzer.analyze(translation, asked.today(), anyDay);
    }

    /** An answer that a model writes, or quotations where it cannot. */
    private ExplainedAnswer write(GeneratedComposer composer, Evidence evidence, Stopwatch time) {
        Duration within = deadline.minus(time.elapsed()).minus(RESERVE);
        if (within.compareTo(SHORTEST_WRITING) < 0) {
            return evidence.explain(quote(evidence, Notice.Quoted.Reason.NO_TIME, time), null);
        }
        Composition composition = composer.compose(
                evidence.question(),
                evidence.analyzed().language(),
                evidence.search().passages(),
                within,
                evidence.checked());
        Answer answer = switch (composition) {
            case Composition.Written written ->
                new Answer.CitedAnswer(
                        evidence.question().text(),
                        AnswerKind.GENERATED,
                        written.sentences(),
                        written.citations(),
                        notices(evidence, null),
                        written.writing().model(),
                        evidence.search().confidence(),
                        evidence.searched(),
                        time.timings());
            case Composition.NotInSources none ->
                Abstention.notInSources(
                        evidence.question(),
                        evidence.analyzed().window(),
                        evidence.search().ranked(),
                        none.writing().model(),
                        evidence.search().confidence(),
                        evidence.searched(),
                        time.timings());
            case Composition.Nothing nothing -> quote(evidence, nothing.reason(), time);
        };
        return evidence.explain(answer, composition.writing());
    }

    /** @param why there are quotations where something else was to be expected; null if nothing was */
    private Answer quote(Evidence evidence, Notice.Quoted.@Nullable Reason why, Stopwatch time) {
        List<Citation> citations = ExtractiveComposer.compose(evidence.search().ranked());
        List<AnswerSentence> sentences =
                citations.stream().map(AnswerSentence::quoting).toList();
        if (why == null) {
            // Else something was told of what the model wrote, and this is no part of it.
            sentences.forEach(evidence.checked());
        }
        return new Answer.CitedAnswer(
                evidence.question().text(),
                AnswerKind.EXTRACTIVE,
                sentences,
                citations,
                notices(evidence, why),
                null,
                evidence.search().confidence(),
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

    private List<Notice> notices(Evidence evidence, Notice.Quoted.@Nullable Reason why) {
        List<Notice> notices = new ArrayList<>();
        if (evidence.respelt() != null) {
            notices.add(new Notice.ReadAs(evidence.respelt()));
        }
        if (why != null) {
            notices.add(new Notice.Quoted(why));
        }
        DateWindow window = evidence.analyzed().window();
        if (window != null) {
            notices.add(new Notice.OnlyDays(Abstention.days(window)));
        }
        int withoutVector = retriever.passagesWithoutVector();
        if (withoutVector > 0) {
            notices.add(new Notice.StillReading(withoutVector));
        }
        return notices;
    }

    /**
     * What was found with one wording of a question.
     *
     * @param ranked sentences of the passages, best first
     */
    private record Search(List<RankedPassage> passages, List<RankedSentence> ranked, double confidence) {}

    /**
     * What an answer is made of.
     *
     * @param translation with which it was searched too; null if with none
     * @param respelt how it was read, since as it was written nothing answers it; null if as it was written
     * @param checked is told of each sentence
     */
    private record Evidence(
            Question question,
            AnalyzedQuestion analyzed,
            @Nullable String translation,
            @Nullable String respelt,
            Searched searched,
            Search search,
            Consumer<AnswerSentence> checked) {

        ExplainedAnswer explain(Answer answer, @Nullable Writing writing) {
            return new ExplainedAnswer(
                    answer, new Explanation(analyzed, translation, search.passages(), search.ranked(), writing));
        }
    }

    /** Measures one answer. */
    private static final class Stopwatch {

        private final long begun = System.nanoTime();
        private long retrieved = begun;

        void retrieved() {
            retrieved = System.nanoTime();
        }

        Timings retrievedTimings() {
            retrieved();
            return timings();
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
