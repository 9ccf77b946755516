package org.citebot.telegram.desk;

import org.jspecify.annotations.Nullable;

/**
 * What pressing a button does.
 *
 * @param message what the message with the button shows from now on, and is about; null to leave it as it is
 * @param notice a line that appears for a moment, at most {@value #LONGEST_NOTICE} units; null for none
 */
public record PressReply(
        @Nullable DeskReply message, @Nullable String notice) {

    static final int LONGEST_NOTICE = 200;

    public PressReply {
        if (notice != null && notice.length() > LONGEST_NOTICE) {
            throw new IllegalArgumentException("A notice has at most " + LONGEST_NOTICE + " units");
        }
    }

    static PressReply showing(DeskReply message) {
        return new PressReply(message, null);
    }

    static PressReply notice(String line) {
        return new PressReply(null, line);
    }
}
