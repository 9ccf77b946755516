package org.citebot.corpus;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a document beside its text.
 *
 * @param title what a reader calls it; never blank
 * @param source the outlet, e.g. {@code Newsweek}; null if unknown
 * @param published the day it came out; null if unknown
 * @param url where a reader finds it, http or https; null if nowhere
 * @param language the one language of its text
 * @param about the work that this document digests; null if it speaks for itself
 * @param speakers other names of the people and bodies it quotes, by their canonical name; empty if none
 */
public record DocumentDetails(
        String title,
        @Nullable String source,
        @Nullable LocalDate published,
        @Nullable URI url,
        Language language,
        @Nullable About about,
        Map<String, List<String>> speakers) {

    public DocumentDetails {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        if (url != null && !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("The link of a document is http or https: " + url);
        }
        TreeMap<String, List<String>> copy = new TreeMap<>();
        speakers.forEach((name, aliases) -> copy.put(name, List.copyOf(aliases)));
        speakers = Collections.unmodifiableMap(copy);
    }

    /** The work that a digest tells of: its title, and the outlet that published it (null if unknown). */
    public record About(String title, @Nullable String outlet) {}
}
