package org.citebot.index;

/** A model's file, or its tokenizer's, cannot be used. The message is one line that names the file and what would be right. */
public final class ModelFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelFileException(String message) {
        super(firstLine(message));
    }

    ModelFileException(String message, Throwable cause) {
        super(firstLine(message), cause);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
