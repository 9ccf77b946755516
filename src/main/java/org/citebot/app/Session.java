package org.citebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.FollowUps;
import org.citebot.answering.GeneratedComposer;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.Prompts;
import org.citebot.answering.QuestionCondenser;
import org.citebot.answering.QuestionTranslator;
import org.citebot.answering.TimeLimitedAnswerer;
import org.citebot.answering.model.LanguageModels;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.Origin;
import org.citebot.corpus.SqliteLibrary;
import org.citebot.index.CrossEncoder;
import org.citebot.index.Embedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.EmbeddingUnavailableException;
import org.citebot.index.ModelFileException;
import org.citebot.index.OnnxCrossEncoder;
import org.citebot.index.OnnxEmbedder;
import org.citebot.index.VectorCache;
import org.citebot.ingestion.DocumentIngestor;
import org.citebot.ingestion.FolderSync;
import org.citebot.moderation.Moderation;
import org.citebot.retrieval.PassageReranker;
import org.citebot.statement.SpeakerDirectory;
import org.citebot.statement.SpeakerRegister;
import org.citebot.statement.StatementArchive;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.chat.Speakers;
import org.jspecify.annotations.Nullable;

/**
 * What one command works with: the settings, the store and, where it was asked for, the index and the model, which loads
 * while the store is opened. What cannot be opened is a {@link UserError}.
 */
final class Session implements AutoCloseable {

    private static final int HASH_LENGTH = 16;
    private static final int DOCUMENTS_A_READING = 50;
    /** Whoever holds the writer follows the store several times a second. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    /** A cross-encoder may take this part of the time of a question. */
    private static final int SHARE_OF_RERANKING = 10;

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Environment environment;
    private final AllSettings settings;
    private final Path documents;
    private final boolean ownFolder;
    private final Path state;
    private final CorpusStore store;
    private final StatementArchive statements;
    private final @Nullable Embedder embedder;
    private final @Nullable CrossEncoder crossEncoder;
    private final @Nullable OpenCorpus corpus;
    private @Nullable LanguageModel model;

    /** @param content the hash of what a folder holds, if that names its state; null if the folder's path does */
    private Session(Environment environment, @Nullable Path folder, @Nullable ContentHash content, boolean withIndex) {
        this.environment = environment;
        this.settings = environment.settings();
        this.ownFolder = folder == null;
        this.documents = realPath(folder == null ? settings.folder() : folder, ownFolder);
        Path data = DataFolder.make(settings.data());
        this.state = ownFolder
                ? data
                : DataFolder.make(
                        content == null
                                ? named(data.resolve("corpora"), ContentHash.of(documents.toString()))
                                : named(data.resolve("evaluation"), content));
        SqliteLibrary.unpackBelow(data.resolve("native"));
        this.embedder = withIndex && settings.retrieval().embedding() ? embedder(data.resolve("native")) : null;
        try {
            this.crossEncoder = withIndex ? crossEncoder(data.resolve("native")) : null;
            this.store = DataFolder.open(
                    state.resolve("corpus.db"),
                    "restore it from a backup, or move it away to begin with no documents",
                    file -> CorpusStore.open(file, environment.clock()));
            this.statements = new StatementArchive(store);
            this.corpus = withIndex
                    ? new OpenCorpus(
                            state,
                            store,
                            statements,
                            DataFolder.open(
                                    data.resolve("vectors.db"),
                                    "delete it: all it holds is made again",
                                    VectorCache::open),
                            embedder,
                            crossEncoder == null
                                    ? null
                                    : new PassageReranker(
                                            crossEncoder,
                                            settings.model().deadline().dividedBy(SHARE_OF_RERANKING)))
                    : null;
        } catch (RuntimeException e) {
            closeEmbedder();
            throw e;
        }
    }

    /**
     * Opens the settings' corpus, or that of a folder by itself.
     *
     * @param folder null for the settings' own
     */
    static Session open(Environment environment, @Nullable Path folder) {
        return new Session(environment, folder, null, true);
    }

    /**
     * Opens a corpus that is loaded by hand and never kept in step with a folder, by the hash of what it is loaded from.
     *
     * @param folder where that lies
     */
    static Session openLoaded(Environment environment, Path folder, ContentHash content) {
        return new Session(environment, folder, content, true);
    }

    /** The same without index and model, for a command that needs neither. */
    static Session openStore(Environment environment, @Nullable Path folder) {
        return new Session(environment, folder, null, false);
    }

    AllSettings settings() {
        return settings;
    }

    CorpusStore store() {
        return store;
    }

    /** The real path of the folder that is kept in step. */
    Path documents() {
        return documents;
    }

    /** Who may do what to the documents, and the log of it; its file of heads lies beside the store. */
    Moderation moderation() {
        return Moderation.over(store, statements, state, environment.clock());
    }

    DocumentIngestor ingestor() {
        return new DocumentIngestor(store, statements);
    }

    /** The name of the embedding model; null where everything is found by words alone. */
    @Nullable
    String embeddingModel() {
        return embedder == null ? null : embedder.model();
    }

    OpenCorpus corpus() {
        if (corpus == null) {
            throw new IllegalStateException("Opened without an index");
        }
        return corpus;
    }

    /** How many documents answer, as people say it. */
    String documentCount() {
        return Count.of(store.extent(DocumentFilter.ALL).documents(), "document");
    }

    /** The origin of the documents of a folder, by its real path. */
    Origin originOf(Path folder) {
        return folder.equals(documents) ? Origin.CORPUS_FOLDER : Origin.folder(folder);
    }

    FolderSync folderSync() {
        return new FolderSync(ingestor(), store, documents, Origin.CORPUS_FOLDER);
    }

    /** Answers in time, in quotations or in the words of the model that the settings name. */
    TimeLimitedAnswerer answerer() {
        return new TimeLimitedAnswerer(untimedAnswerer(), settings.model().deadline());
    }

    /** What the bot on Telegram answers from. */
    AnswerSource answerSource() {
        return new AnswerSource(answerer(), followUps(), store, quoted());
    }

    /** What reads messages of a conversation; by the model that answers, so ask for an answerer first. */
    FollowUps followUps() {
        return new FollowUps(
                model == null
                        ? null
                        : new QuestionCondenser(
                                model, Prompts.open(environment.home().resolve("prompts"))));
    }

    /** The same without a limit of its own: for measuring, where nothing else waits. */
    CorpusAnswerer untimedAnswerer() {
        model = LanguageModels.open(settings.model(), settings.data(), environment.clock())
                .orElse(null);
        Duration deadline = settings.model().deadline();
        if (model == null) {
            return corpus().answerer(null, null, deadline);
        }
        Prompts prompts = Prompts.open(environment.home().resolve("prompts"));
        return corpus().answerer(
                        new QuestionTranslator(model, prompts), new GeneratedComposer(model, prompts), deadline);
    }

    /** Brings the store in step with the folder of documents; a line on standard error for each file left out. */
    void syncFolder() {
        readable(documents, () -> folderSync().sync(environment.err()::println));
        if (!ownFolder && store.extent(DocumentFilter.ALL).documents() == 0) {
            say(documents + " holds no documents: put .md, .txt or .html files there");
        }
    }

    /** Reads the statements of all documents that were stored before there were any, or read by older rules. */
    void readStatements() {
        int read = DOCUMENTS_A_READING;
        while (read == DOCUMENTS_A_READING && !Thread.currentThread().isInterrupted()) {
            read = statements.renew(DOCUMENTS_A_READING);
        }
    }

    /** What tells whom an answer quotes. */
    Speakers quoted() {
        return new Speakers(store, corpus().speakers());
    }

    /** Who is quoted. */
    SpeakerDirectory speakers() {
        return new SpeakerRegister(store).directory();
    }

    /**
     * Brings the index in step with the store, words first.
     *
     * @param wait whether to wait until all is indexed and embedded; else a line says what is missing
     */
    void syncIndex(boolean wait) {
        if (wait) {
            readStatements();
        }
        if (!corpus().catchUp(SHORT)) {
            if (!wait) {
                say("Another Citebot is indexing: its newest documents may not be found yet.");
                return;
            }
            say("Waiting for another Citebot that is indexing the same documents …");
            if (!corpus().catchUp(LONG)) {
                throw new UserError(
                        ExitCode.FAILED,
                        "Another Citebot has been indexing for " + LONG.toMinutes()
                                + " minutes; end it, or use --no-wait.");
            }
        }
        if (wait) {
            embed();
        }
    }

    /** Indexes what was stored, unless another process does; a line says if that takes longer. */
    void indexStored() {
        if (!corpus().catchUp(SHORT)) {
            say("Stored. Another Citebot is at work on the index, and will index this when it is done.");
        }
    }

    /** Waits for vectors, with progress. */
    void embed() {
        ProgressLine line =
                new ProgressLine("Reading for meaning", "passages", environment.err(), environment.terminal());
        AtomicBoolean stopped = new AtomicBoolean();
        EmbeddingProgress progress = (done, all) -> {
            if (stopped.get()) {
                throw interrupted();
            }
            line.passagesDone(done, all);
        };
        Runnable stop = () -> {
            stopped.set(true);
            closeEmbedder();
        };
        try {
            if (!EndInOrder.call(() -> corpus().embed(progress), stop)) {
                say("Another Citebot holds the index and does not read for meaning; the rest is found by words alone.");
            }
        } catch (IllegalStateException e) {
            // The embedder refuses work once it is closed.
            throw stopped.get() ? interrupted() : e;
        }
    }

    private static Path named(Path folder, ContentHash hash) {
        return folder.resolve(hash.hex().substring(0, HASH_LENGTH));
    }

    private static UserError interrupted() {
        return new UserError(ExitCode.FAILED, "Interrupted; what was read for meaning is kept.");
    }

    void say(String line) {
        environment.err().println(line);
    }

    /** Does something with a folder; one that cannot be read is a {@link UserError}. */
    static <T> T readable(Path folder, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw new UserError(ExitCode.FAILED, folder + " cannot be read with all its folders: check permissions");
        }
    }

    private static Path realPath(Path folder, boolean ofSettings) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new UserError(
                        ExitCode.USAGE,
                        folder + " is no folder: "
                                + (ofSettings
                                        ? "set corpus.folder to the folder of your documents"
                                        : "name a folder that holds documents"));
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, folder + " cannot be read: check its permissions");
        }
    }

    private Embedder embedder(Path directory) {
        return settings.retrieval()
                .embedder()
                .map(files -> usable("retrieval.embedder", () -> OnnxEmbedder.load(directory, files)))
                .orElseGet(() -> OnnxEmbedder.load(directory));
    }

    private @Nullable CrossEncoder crossEncoder(Path directory) {
        return settings.retrieval()
                .crossEncoder()
                .map(files -> usable("retrieval.cross-encoder", () -> OnnxCrossEncoder.load(directory, files)))
                .orElse(null);
    }

    /** What somebody set has to work: without it, answers would be others than they were meant to be. */
    private static <T> T usable(String section, Supplier<T> loading) {
        try {
            return loading.get();
        } catch (ModelFileException | EmbeddingUnavailableException e) {
            throw new UserError(ExitCode.USAGE, section + ": " + e.getMessage(), e);
        }
    }

    private void closeEmbedder() {
        if (embedder != null) {
            embedder.close();
        }
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
        // What is being embedded in the background ends with the embedder, and the index is closed after it.
        if (corpus != null) {
            corpus.stop();
        }
        closeEmbedder();
        if (crossEncoder != null) {
            crossEncoder.close();
        }
        if (corpus != null) {
            corpus.close();
        }
    }
}
