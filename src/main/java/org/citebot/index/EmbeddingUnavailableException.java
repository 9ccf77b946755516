package org.citebot.index;

/** The embedding model cannot be loaded here, so questions are answered by words alone. The message is one line. */
public final class EmbeddingUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    EmbeddingUnavailableException(String reason, Throwable cause) {
        super("No embedding: " + reason.lines().findFirst().orElse("") + "; answers by words alone", cause);
    }
}
