package org.citebot.retrieval;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.citebot.config.Settings;
import org.citebot.index.CrossEncoderFiles;
import org.citebot.index.EmbeddingFiles;
import org.citebot.index.Pooling;

/**
 * How passages are found.
 *
 * @param embedding whether by meaning too
 * @param embedder the model that tells meaning; empty for the one that comes with the program
 * @param crossEncoder what judges the best passages again; empty for nothing
 */
public record RetrievalSettings(
        boolean embedding, Optional<EmbeddingFiles> embedder, Optional<CrossEncoderFiles> crossEncoder) {

    /** Reads {@code retrieval.*}; mistakes are reported by {@link Settings#verify()}. A relative path counts from {@code home}. */
    public static RetrievalSettings read(Settings settings, Path home) {
        boolean embedding = settings.value(
                "retrieval.embedding",
                "true",
                "Find passages by meaning too (true), or by words alone (false)",
                RetrievalSettings::truth);
        return new RetrievalSettings(embedding, embedder(settings, home), crossEncoder(settings, home));
    }

    private static Optional<EmbeddingFiles> embedder(Settings settings, Path home) {
        Optional<Path> model = file(
                settings,
                "retrieval.embedder.model",
                "An ONNX model that tells meaning, e.g. in more languages than English, instead of the one that comes along",
                home);
        Optional<Path> tokenizer =
                file(settings, "retrieval.embedder.tokenizer", "Its tokenizer.json (WordPiece or Unigram)", home);
        Pooling pooling = settings.value(
                "retrieval.embedder.pooling",
                "mean",
                "How it makes one vector of a text: mean, or cls for that of the first mark",
                Pooling::parse);
        String question = settings.value(
                "retrieval.embedder.question-prefix",
                "",
                "What it wants to stand before a question, e.g. query:",
                String::strip);
        String passage = settings.value(
                "retrieval.embedder.passage-prefix",
                "",
                "What it wants to stand before a passage, e.g. passage:",
                String::strip);
        checkBoth(settings, "retrieval.embedder", model, tokenizer);
        return model.isEmpty() || tokenizer.isEmpty()
                ? Optional.empty()
                : Optional.of(new EmbeddingFiles(model.get(), tokenizer.get(), pooling, question, passage));
    }

    private static Optional<CrossEncoderFiles> crossEncoder(Settings settings, Path home) {
        Optional<Path> model = file(
                settings,
                "retrieval.cross-encoder.model",
                "An ONNX cross-encoder that judges the best passages once more",
                home);
        Optional<Path> tokenizer =
                file(settings, "retrieval.cross-encoder.tokenizer", "Its tokenizer.json (WordPiece or Unigram)", home);
        checkBoth(settings, "retrieval.cross-encoder", model, tokenizer);
        return model.isEmpty() || tokenizer.isEmpty()
                ? Optional.empty()
                : Optional.of(new CrossEncoderFiles(model.get(), tokenizer.get()));
    }

    private static Optional<Path> file(Settings settings, String key, String description, Path home) {
        return settings.optional(key, description, text -> {
            Path file = home.resolve(text);
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException("there is no such file");
            }
            return file;
        });
    }

    private static void checkBoth(Settings settings, String section, Optional<Path> model, Optional<Path> tokenizer) {
        if (model.isPresent() && tokenizer.isEmpty()) {
            settings.problem(section + ".tokenizer", section + ".model needs the tokenizer.json that it learned with");
        }
        if (model.isEmpty() && tokenizer.isPresent()) {
            settings.problem(section + ".model", "there is a tokenizer, but no model that uses it");
        }
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }
}
