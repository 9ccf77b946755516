package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;

/** A cross-encoder in ONNX Runtime: one that makes one number of a pair of texts, or two of which the second is yes. */
public final class OnnxCrossEncoder implements CrossEncoder {

    private static final int MAX_PIECES = 512;

    private final Tokenizer tokenizer;
    private final TextModel model;

    private OnnxCrossEncoder(Tokenizer tokenizer, TextModel model) {
        this.tokenizer = tokenizer;
        this.model = model;
    }

    /**
     * Loads a model and tries it.
     *
     * @param directory where the native library is unpacked
     * @throws ModelFileException if one of the files is not what it is to be
     * @throws EmbeddingUnavailableException if ONNX Runtime does not run here
     */
    public static OnnxCrossEncoder load(Path directory, CrossEncoderFiles files) {
        Tokenizer tokenizer = TokenizerFile.read(files.tokenizer());
        try {
            OnnxCrossEncoder loaded = new OnnxCrossEncoder(
                    tokenizer,
                    TextModel.open(
                            OnnxRuntimeFiles.start(directory),
                            files.model(),
                            Runtime.getRuntime().availableProcessors()));
            loaded.tryOut(files.model());
            return loaded;
        } catch (OrtException e) {
            throw new ModelFileException(files.model() + " is no ONNX model that runs here: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelFileException(
                    "ONNX Runtime cannot be unpacked into " + directory + ": " + e.getMessage(), e);
        }
    }

    private void tryOut(Path file) throws OrtException {
        try {
            model.run(tokenizer.encode("Does it run?", "It runs.", MAX_PIECES), OnnxCrossEncoder::probability);
        } catch (OrtException | RuntimeException e) {
            model.close();
            throw new ModelFileException(
                    file + " does not judge pairs of texts with this tokenizer.json: " + e.getMessage(), e);
        }
    }

    @Override
    public double score(String question, String passage) {
        try {
            return model.run(tokenizer.encode(question, passage, MAX_PIECES), OnnxCrossEncoder::probability);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot judge a passage", e);
        }
    }

    private static double probability(OnnxTensor output) throws OrtException {
        FloatBuffer logits = output.getFloatBuffer();
        int count = logits.remaining();
        if (count != 1 && count != 2) {
            throw new IllegalStateException("it makes " + count + " numbers of a pair, not one or two");
        }
        double logit = count == 1 ? logits.get(0) : logits.get(1) - logits.get(0);
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        try {
            model.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot free the model", e);
        }
    }
}
