package org.citebot.config;

import java.util.List;

/** The settings cannot be used. The message names every mistake, one a line, each with its place and its key. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /** All that is wrong; at least one. */
    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Nothing is wrong with the settings");
        }
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, a line each. */
    public List<String> problems() {
        return problems;
    }
}
