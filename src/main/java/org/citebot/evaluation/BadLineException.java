package org.citebot.evaluation;

import java.nio.file.Path;

/** A line of a set cannot be used. The message is one line: the file, the line, the key, what is wrong. */
public final class BadLineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadLineException(Path file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
