package org.citebot.answering;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citebot.Project;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PassageOutline;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.Embedder;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.citebot.language.ParagraphSplitter;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.citebot.retrieval.StatementRetriever;
import org.citebot.statement.SpeakerRegister;
import org.citebot.statement.StatementArchive;
import org.jspecify.annotations.Nullable;

/** A corpus for one test, with all that answers from it; found by words alone. */
final class SmallCorpus implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2024, 2, 10);

    private final CorpusStore store;
    private final PassageIndex index;
    private final TextAnalysis analysis = new TextAnalysis();
    private final PassageVectors vectors;
    private final CorpusAnswerer answerer;

    SmallCorpus(Path folder) {
        this(folder, null);
    }

    /** @param model that writes the answers; null for quotations */
    SmallCorpus(Path folder, @Nullable LanguageModel model) {
        this(folder, model, CorpusAnswerer.DEFAULT_DEADLINE);
    }

    SmallCorpus(Path folder, @Nullable LanguageModel model, Duration deadline) {
        this(folder, model, deadline, null);
    }

    private SmallCorpus(Path folder, @Nullable LanguageModel model, Duration deadline, @Nullable Embedder embedder) {
        store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        index = PassageIndex.open(folder.resolve("index"), analysis, "none");
        vectors = new PassageVectors(VectorCache.open(folder.resolve("vectors.db")), embedder);
        Prompts prompts = Prompts.open(Project.root().resolve("prompts"));
        answerer = new CorpusAnswerer(
                store,
                new QuestionAnalyzer(new LanguageDetector(), analysis),
                new Retriever(index, vectors, store),
                new SentenceRanker(analysis, index, vectors),
                new StatementAnswerer(new StatementRetriever(
                        store, new SpeakerRegister(store), index, new Retriever(index, vectors, store), analysis)),
                model == null ? null : new QuestionTranslator(model, prompts),
                model == null ? null : new GeneratedComposer(model, prompts),
                deadline);
    }

    /** One that looks for the meaning of questions, too; documents have no vectors. */
    static SmallCorpus embeddingQuestions(Path folder, Embedder embedder) {
        return new SmallCorpus(folder, null, CorpusAnswerer.DEFAULT_DEADLINE, embedder);
    }

    /** Adds a document, or a version of it, and indexes it. */
    SmallCorpus with(String id, @Nullable LocalDate published, String text) {
        return with(id, Language.ENGLISH, published, text);
    }

    /** The same in another language. */
    SmallCorpus with(String id, Language language, @Nullable LocalDate published, String text) {
        store(id, language, published, text);
        return indexed();
    }

    /** The same of an outlet. */
    SmallCorpus of(String outlet, String id, @Nullable LocalDate published, String text) {
        store(id, outlet, Language.ENGLISH, published, text);
        return indexed();
    }

    /** Brings the index in step with the store. */
    SmallCorpus indexed() {
        new StatementArchive(store).renew(Integer.MAX_VALUE);
        new CorpusIndexer(store, index, vectors).catchUp();
        return this;
    }

    /** Stores without indexing, as another process would a moment ago. */
    void store(String id, @Nullable LocalDate published, String text) {
        store(id, Language.ENGLISH, published, text);
    }

    private void store(String id, Language language, @Nullable LocalDate published, String text) {
        store(id, "The Outlet", language, published, text);
    }

    private void store(String id, String outlet, Language language, @Nullable LocalDate published, String text) {
        DocumentDetails details =
                new DocumentDetails("Report " + id, outlet, published, null, language, null, Map.of());
        List<PassageOutline> passages = new ParagraphSplitter()
                .split(text).stream()
                        .map(paragraph -> new PassageOutline(paragraph, sentences(text, paragraph, language)))
                        .toList();
        store.put(new NewDocument(new DocumentId(id), details, text, passages), Origin.ADDED);
    }

    private static List<TextSpan> sentences(String text, TextSpan paragraph, Language language) {
        return new SentenceSplitter().split(text, paragraph, language);
    }

    CorpusStore store() {
        return store;
    }

    CorpusAnswerer answerer() {
        return answerer;
    }

    Answer ask(String question) {
        return answerer.answer(Question.of(question, TODAY));
    }

    @Override
    public void close() {
        index.close();
    }
}
