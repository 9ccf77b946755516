package org.citebot.index;

import java.nio.file.Path;

/**
 * An embedding model in files, in the place of the one that comes with the program.
 *
 * @param model in ONNX form
 * @param tokenizer its {@code tokenizer.json}
 * @param questionPrefix what it wants to stand before a question; empty for nothing
 * @param passagePrefix the same before a passage
 */
public record EmbeddingFiles(
        Path model, Path tokenizer, Pooling pooling, String questionPrefix, String passagePrefix) {}
