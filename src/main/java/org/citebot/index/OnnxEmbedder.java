package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.citebot.language.Language;

/**
 * An embedding model inside this process, through ONNX Runtime: bge-small-en-v1.5 (int8), or one in files. Of the first
 * the vectors are those of LangChain4j's {@code BgeSmallEnV15QuantizedEmbeddingModel}, computed faster: each text runs on
 * one core, as many at a time as there are cores. Texts are never padded into batches, because that changes the vectors of
 * a quantised model.
 *
 * <p>A text of more than 510 word pieces (some 400 words) is embedded by its beginning.
 */
public final class OnnxEmbedder implements Embedder {

    private static final int MAX_PIECES = 512;
    /** What two of them have in common is nothing but that they are sentences. */
    private static final List<String> OF_DIFFERENT_THINGS = List.of(
            "The bakery on the corner sells rye bread from six in the morning.",
            "Вчені виміряли глибину озера за допомогою нового приладу.",
            "The committee postponed its vote on the railway budget.",
            "Зимой медведи спят, а волки охотятся стаями.",
            "Muzeum pokazuje obrazy malarzy z siedemnastego wieku.",
            "Her brother plays the violin in a small orchestra.");

    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("embedding-", 0).daemon().factory();

    private final Path directory;
    private final EmbeddingSource source;
    private final CompletableFuture<String> name;
    private final CompletableFuture<Tokenizer> tokenizer;
    private final CompletableFuture<TextModel> encoder;
    private final RecentWords recent = new RecentWords();

    private OnnxEmbedder(Path directory, EmbeddingSource source) {
        this.directory = directory;
        this.source = source;
        this.name = begin(source::name);
        this.tokenizer = begin(source::tokenizer);
        // Callers bring the threads: two texts on a core each are done sooner than one after the other on both.
        this.encoder = begin(() -> TextModel.open(OnnxRuntimeFiles.start(directory), source.model(directory), 1));
    }

    /**
     * Begins to load the model that comes with the program and returns at once; the first text waits for it.
     *
     * @param directory where the native library and the model are unpacked, once; made where missing. Processes may
     *     share it, and it may be deleted while none runs
     */
    public static OnnxEmbedder load(Path directory) {
        return new OnnxEmbedder(directory, new BundledEmbedding());
    }

    /**
     * Loads a model in files, and tries it.
     *
     * @param directory where the native library is unpacked
     * @throws EmbeddingUnavailableException if it does not run here
     * @throws ModelFileException if one of the files is not what it is to be
     */
    public static OnnxEmbedder load(Path directory, EmbeddingFiles files) {
        OnnxEmbedder embedder = new OnnxEmbedder(directory, new EmbeddingInFiles(files));
        try {
            await(embedder.tokenizer);
            await(embedder.encoder);
            embedder.embedQuestion("Does it run?");
        } catch (IllegalStateException e) {
            embedder.close();
            throw new ModelFileException(
                    files.model() + " makes no vectors of texts with this tokenizer.json: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            embedder.close();
            throw e;
        }
        return embedder;
    }

    @Override
    public String model() {
        return await(name);
    }

    @Override
    public int dimensions() {
        return source.dimensions() == 0 ? embedQuestion("").length : source.dimensions();
    }

    @Override
    public boolean knows(Language language) {
        return source.knows(language);
    }

    @Override
    public double unrelated() {
        return source.unrelated() == 0
                ? mean(OF_DIFFERENT_THINGS.stream().map(this::embedPassage).toList())
                : source.unrelated();
    }

    /** The mean cosine of two of some vectors. */
    private static double mean(List<float[]> vectors) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                for (int d = 0; d < vectors.get(i).length; d++) {
                    sum += vectors.get(i)[d] * vectors.get(j)[d];
                }
                pairs++;
            }
        }
        return sum / pairs;
    }

    @Override
    public float[] embedQuestion(String text) {
        return source.tellsWords() ? embedWithWords(text) : embed(source.question(text));
    }

    @Override
    public float[] embedPassage(String text) {
        return embed(source.passage(text));
    }

    /** What was read not long ago is not read again: a question's words come with its vector. */
    @Override
    public WordVectors words(String text) {
        if (!source.tellsWords()) {
            return WordVectors.NONE;
        }
        WordVectors known = recent.get(text);
        if (known == null) {
            embedWithWords(text);
            known = recent.get(text);
        }
        return known == null ? WordVectors.NONE : known;
    }

    @Override
    public List<float[]> embedAll(List<String> passages) {
        List<Callable<float[]>> tasks = passages.stream()
                .<Callable<float[]>>map(passage -> () -> embedPassage(passage))
                .toList();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), THREADS)) {
            List<float[]> vectors = new ArrayList<>();
            for (Future<float[]> vector : workers.invokeAll(tasks)) {
                vectors.add(vector.get());
            }
            return vectors;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Embedding was interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            await(encoder).close();
        } catch (EmbeddingUnavailableException | ModelFileException e) {
            // Nothing was loaded, so there is nothing to free.
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot free the model", e);
        }
    }

    private float[] embed(String text) {
        return run(text, (tokens, states) -> source.pooling().pool(states));
    }

    private float[] embedWithWords(String text) {
        return run(source.question(text), (tokens, states) -> {
            recent.put(text, new WordReader(await(tokenizer), MAX_PIECES).read(text, tokens, states));
            return source.pooling().pool(states);
        });
    }

    @FunctionalInterface
    private interface Reading {
        float[] of(Tokens tokens, OnnxTensor states) throws OrtException;
    }

    private float[] run(String text, Reading reading) {
        Tokens tokens = await(tokenizer).encode(text, MAX_PIECES);
        try {
            return await(encoder).run(tokens, states -> reading.of(tokens, states));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot embed a text of " + tokens.size() + " pieces", e);
        }
    }

    private <T> CompletableFuture<T> begin(Callable<T> loading) {
        CompletableFuture<T> result = new CompletableFuture<>();
        THREADS.newThread(() -> {
                    try {
                        result.complete(loading.call());
                    } catch (Exception | LinkageError e) {
                        result.completeExceptionally(unavailable(e));
                    }
                })
                .start();
        return result;
    }

    private RuntimeException unavailable(Throwable failure) {
        return switch (failure) {
            case EmbeddingUnavailableException known -> known;
            case ModelFileException known -> known;
            case IOException io ->
                new EmbeddingUnavailableException(
                        "the model cannot be unpacked into " + directory + " (" + io + ")", io);
            case LinkageError link ->
                new EmbeddingUnavailableException(
                        "the library of ONNX Runtime does not load here (" + link + ")", link);
            default -> new EmbeddingUnavailableException("the model does not load (" + failure + ")", failure);
        };
    }

    private static <T> T await(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
