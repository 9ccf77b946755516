package org.citebot.answering;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By which way an article has what somebody said.
 *
 * @param reporters who passed it on to its outlet, nearest first; perhaps empty
 * @param outlet that has it; null if the document names none, or the outlet is the speaker
 * @param title of the document
 * @param published the day of the document; null if it has none
 */
public record SaidSource(
        List<String> reporters,
        @Nullable String outlet,
        String title,
        @Nullable LocalDate published) {

    public SaidSource {
        reporters = List.copyOf(reporters);
    }
}
