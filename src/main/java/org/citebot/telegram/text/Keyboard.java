package org.citebot.telegram.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The buttons below a message, row by row; without rows there are none.
 *
 * @param rows each with at least one button
 */
public record Keyboard(List<List<Button>> rows) {

    /** No buttons. */
    public static final Keyboard NONE = new Keyboard(List.of());

    /** What Telegram takes, in bytes of UTF-8. */
    private static final int LONGEST_DATA = 64;

    /**
     * A button that brings something back when it is pressed.
     *
     * @param label what a reader sees; plain text, in which nothing becomes active
     * @param data what comes back, 1 to 64 bytes of UTF-8. A press can be forged: data names what is meant, and never
     *     proves that its sender may do it
     */
    public record Button(String label, String data) {

        public Button {
            int bytes = data.getBytes(StandardCharsets.UTF_8).length;
            if (bytes == 0 || bytes > LONGEST_DATA) {
                throw new IllegalArgumentException("A button brings back 1 to " + LONGEST_DATA + " bytes: " + bytes);
            }
            if (label.isBlank()) {
                throw new IllegalArgumentException("A button needs a label");
            }
        }
    }

    public Keyboard {
        rows = rows.stream().map(List::copyOf).toList();
        if (rows.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A row without buttons");
        }
    }
}
