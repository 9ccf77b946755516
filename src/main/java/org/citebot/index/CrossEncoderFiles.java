package org.citebot.index;

import java.nio.file.Path;

/**
 * A cross-encoder in files.
 *
 * @param model in ONNX form
 * @param tokenizer its {@code tokenizer.json}
 */
public record CrossEncoderFiles(Path model, Path tokenizer) {}
