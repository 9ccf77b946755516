package org.citebot.index;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.citebot.corpus.JarResource;

/** LangChain4j's own way of running bge-small, and the tokenizer below it, told to call nobody. */
public final class ReferenceModel {

    private ReferenceModel() {}

    /** The model, loaded. */
    public static BgeSmallEnV15QuantizedEmbeddingModel load() {
        callNobody();
        return new BgeSmallEnV15QuantizedEmbeddingModel();
    }

    /** Hugging Face's tokenizer for the model, with truncation to 512 pieces. */
    static HuggingFaceTokenizer tokenizer() {
        callNobody();
        try (InputStream json =
                JarResource.find("bge-small-en-v1.5-q-tokenizer.json").open()) {
            return HuggingFaceTokenizer.newInstance(
                    json, Map.of("padding", "false", "truncation", "true", "maxLength", "512"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a file, without truncation. */
    static HuggingFaceTokenizer tokenizer(Path file) throws IOException {
        callNobody();
        return HuggingFaceTokenizer.newInstance(file, Map.of("padding", "false", "truncation", "false"));
    }

    /** DJL asks the cloud's metadata address and reports usage unless told not to before it loads. */
    private static void callNobody() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty(
                "DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
    }
}
