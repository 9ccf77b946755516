package org.citebot.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document of a set as its line gives it; null where it gives nothing.
 *
 * @param id the set's own, any characters
 */
record SetDocument(
        String id,
        String text,
        @Nullable String title,
        @Nullable String source,
        @Nullable LocalDate published,
        @Nullable String url,
        @Nullable String language) {

    static SetDocument of(JsonLine line) {
        return new SetDocument(
                line.text("id"),
                line.text("text"),
                line.find("title"),
                line.find("source"),
                line.day("published"),
                line.find("url"),
                line.find("language"));
    }
}
