package org.citebot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of standard input, in UTF-8; bytes that are none become replacement characters. Only a line feed ends a
 * line, as for every other program that counts lines. A carriage return before it, and a byte order mark at the very
 * beginning, are no part of a line.
 */
final class QuestionLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private boolean begun;

    QuestionLines(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next line; null at the end of input. Waits for no more than the line. */
    @Nullable
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        int character = in.read();
        if (!begun && character == BYTE_ORDER_MARK) {
            character = in.read();
        }
        begun = true;
        if (character < 0) {
            return null;
        }
        while (character >= 0 && character != '\n') {
            line.append((char) character);
            character = in.read();
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }
}
