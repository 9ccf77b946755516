package org.citebot.answering;

/** A prompt cannot be used. The message is one line: the file, and what is wrong with it. */
public final class PromptException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PromptException(String name, String problem) {
        super("prompts/" + name + ".md: " + problem);
    }
}
