package org.citebot.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
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
import org.citebot.corpus.JarResource;
import org.citebot.language.Language;

/**
 * bge-small-en-v1.5 (int8) inside this process, through ONNX Runtime. The vectors are those of LangChain4j's
 * {@code BgeSmallEnV15QuantizedEmbeddingModel}, computed faster: each text runs on one core, as many at a time as there
 * are cores. Texts are never padded into batches, because that changes the vectors of a quantised model.
 *
 * <p>A text of more than 510 word pieces (some 400 words) is embedded by its beginning.
 */
public final class OnnxEmbedder implements Embedder {

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final String POOLING = "cls";
    private static final int DIMENSIONS = 384;
    private static final int MAX_PIECES = 512;
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("embedding-", 0).daemon().factory();

    private final Path directory;
    private final CompletableFuture<Resources> resources;
    private final CompletableFuture<WordPieceTokenizer> tokenizer;
    private final CompletableFuture<BertModel> encoder;

    private OnnxEmbedder(Path directory) {
        this.directory = directory;
        this.resources = begin(Resources::find);
        this.tokenizer = begin(this::readTokenizer);
        this.encoder = begin(this::openModel);
    }

    /**
     * Begins to load the model and returns at once; the first text waits for it.
     *
     * @param directory where the native library and the model are unpacked, once; made where missing. Processes may
     *     share it, and it may be deleted while none runs
     */
    public static OnnxEmbedder load(Path directory) {
        return new OnnxEmbedder(directory);
    }

    @Override
    public String model() {
        Resources files = await(resources);
        return "%s/%08x/%08x/%s"
                .formatted(NAME, files.model().checksum(), files.tokenizer().checksum(), POOLING);
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public boolean knows(Language language) {
        return language == Language.ENGLISH;
    }

    /** Without the instruction that this model's makers call optional: with it, the right passage is found less often. */
    @Override
    public float[] embedQuestion(String text) {
        return embed(text);
    }

    @Override
    public float[] embedPassage(String text) {
        return embed(text);
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
        } catch (EmbeddingUnavailableException e) {
            // Nothing was loaded, so there is nothing to free.
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot free the model", e);
        }
    }

    private float[] embed(String text) {
        long[] pieces = await(tokenizer).encode(text, MAX_PIECES);
        try {
            return await(encoder).embed(pieces);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot embed a text of " + pieces.length + " pieces", e);
        }
    }

    private WordPieceTokenizer readTokenizer() throws IOException {
        try (InputStream json = await(resources).tokenizer().open()) {
            return WordPieceTokenizer.read(json);
        }
    }

    private BertModel openModel() throws IOException, OrtException {
        OrtEnvironment runtime = OnnxRuntimeFiles.start(directory);
        JarResource file = await(resources).model();
        return BertModel.open(
                runtime, file.unpackTo(directory.resolve("%s-%08x.onnx".formatted(NAME, file.checksum()))));
    }

    /** To find them is to open jars, which is slow enough to be part of what is loaded. */
    private record Resources(JarResource model, JarResource tokenizer) {

        static Resources find() throws IOException {
            return new Resources(JarResource.find(NAME + ".onnx"), JarResource.find(NAME + "-tokenizer.json"));
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

    private EmbeddingUnavailableException unavailable(Throwable failure) {
        return switch (failure) {
            case EmbeddingUnavailableException known -> known;
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
