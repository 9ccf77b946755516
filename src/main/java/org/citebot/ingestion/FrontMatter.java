package org.citebot.ingestion;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails.About;
import org.citebot.corpus.DocumentId;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a file or page says of itself; null or empty where it says nothing. A key of a file that Citebot does not know
 * is ignored, because other tools keep theirs in the same place.
 */
record FrontMatter(
        @Nullable DocumentId id,
        @Nullable String title,
        @Nullable String source,
        @Nullable LocalDate published,
        @Nullable URI url,
        @Nullable Language language,
        @Nullable About about,
        Map<String, List<String>> speakers) {

    static final FrontMatter NONE = new FrontMatter(null, null, null, null, null, null, null, Map.of());

    FrontMatter {
        speakers = Map.copyOf(speakers);
    }

    /** This, and what {@code other} knows where this says nothing. */
    FrontMatter or(FrontMatter other) {
        return new FrontMatter(
                id != null ? id : other.id,
                title != null ? title : other.title,
                source != null ? source : other.source,
                published != null ? published : other.published,
                url != null ? url : other.url,
                language != null ? language : other.language,
                about != null ? about : other.about,
                speakers.isEmpty() ? other.speakers : speakers);
    }
}
