package org.citebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.Origin;
import org.citebot.corpus.SqliteLibrary;
import org.citebot.index.Embedder;
import org.citebot.index.OnnxEmbedder;
import org.citebot.ingestion.FolderSync;
import org.jspecify.annotations.Nullable;

/** What one command works with, from the settings to the open corpus. The model loads while the store is opened. */
final class Session implements AutoCloseable {

    private static final int HASH_LENGTH = 16;

    private final Environment environment;
    private final AllSettings settings;
    private final @Nullable Embedder embedder;
    private final OpenCorpus corpus;
    private final Path documents;

    private Session(
            Environment environment,
            AllSettings settings,
            @Nullable Embedder embedder,
            OpenCorpus corpus,
            Path documents) {
        this.environment = environment;
        this.settings = settings;
        this.embedder = embedder;
        this.corpus = corpus;
        this.documents = documents;
    }

    /**
     * Opens the settings' corpus, or that of a folder by itself.
     *
     * @param folder null for the settings' own
     */
    static Session open(Environment environment, @Nullable Path folder) {
        AllSettings settings = environment.settings();
        Path documents = realPath(folder == null ? settings.folder() : folder, folder == null);
        Path data = settings.data();
        Path state = folder == null
                ? data
                : data.resolve("corpora")
                        .resolve(ContentHash.of(documents.toString()).hex().substring(0, HASH_LENGTH));
        SqliteLibrary.unpackBelow(data.resolve("native"));
        Embedder embedder = settings.embedding() ? OnnxEmbedder.load(data.resolve("native")) : null;
        try {
            OpenCorpus corpus = new OpenCorpus(state, data.resolve("vectors.db"), embedder, environment.clock());
            return new Session(environment, settings, embedder, corpus, documents);
        } catch (RuntimeException e) {
            if (embedder != null) {
                embedder.close();
            }
            throw e;
        }
    }

    /** The origin of the documents of a folder, by its real path. */
    Origin originOf(Path folder) {
        return folder.equals(documents) ? Origin.CORPUS_FOLDER : Origin.folder(folder);
    }

    AllSettings settings() {
        return settings;
    }

    OpenCorpus corpus() {
        return corpus;
    }

    /** Brings the store in step with the folder of documents; a line on standard error for each file left out. */
    FolderSync folderSync() {
        return new FolderSync(corpus.ingestor(), corpus.store(), documents, Origin.CORPUS_FOLDER);
    }

    void syncFolder() {
        folderSync().sync(environment.err()::println);
    }

    void embed() {
        corpus.embed(new ProgressLine("Reading for meaning", environment.err(), environment.terminal()));
    }

    private static Path realPath(Path folder, boolean ofSettings) {
        try {
            if (!Files.isDirectory(folder)) {
                throw new UserError(
                        ExitCode.USAGE,
                        folder + " is no folder"
                                + (ofSettings ? ": set corpus.folder to the folder of your documents" : ""));
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UserError(ExitCode.USAGE, folder + " cannot be read: check its permissions");
        }
    }

    @Override
    public void close() {
        corpus.close();
        if (embedder != null) {
            embedder.close();
        }
    }
}
