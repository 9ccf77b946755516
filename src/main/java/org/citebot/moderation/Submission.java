package org.citebot.moderation;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a moderator brings: a file as it came, a pasted text, or a post of somebody else's. Immutable. */
public final class Submission {

    private static final String TEXT_NAME = "text.txt";
    private static final int LONGEST_NAME = 200;

    private final String name;
    private final byte[] content;
    private final DetailEdits details;

    private Submission(String name, byte[] content, DetailEdits details) {
        this.name = name;
        this.content = content;
        this.details = details;
    }

    /**
     * A file.
     *
     * @param name with its ending, which tells the format
     * @param content is not copied, and must not change
     */
    public static Submission file(String name, byte[] content) {
        String line = DetailField.clean(name).replaceAll("\\s+", " ");
        String end = line.length() <= LONGEST_NAME ? line : line.substring(line.length() - LONGEST_NAME);
        return new Submission(end, content, DetailEdits.NONE);
    }

    /** A text that somebody pasted. */
    public static Submission text(String text) {
        return new Submission(TEXT_NAME, text.getBytes(StandardCharsets.UTF_8), DetailEdits.NONE);
    }

    /**
     * A forwarded post.
     *
     * @param outlet who published it, e.g. the name of the channel; null if unknown
     * @param published the day on which it first appeared; null if unknown
     * @param url where it stands; null if nowhere
     */
    public static Submission post(
            String text, @Nullable String outlet, @Nullable LocalDate published, @Nullable URI url) {
        DetailEdits details = DetailEdits.NONE;
        if (outlet != null) {
            details = details.withShortened(DetailField.OUTLET, outlet);
        }
        if (published != null) {
            details = details.with(DetailField.DATE, published.toString());
        }
        if (url != null) {
            details = details.with(DetailField.URL, url.toString());
        }
        return new Submission(TEXT_NAME, text.getBytes(StandardCharsets.UTF_8), details);
    }

    /** The same under a title of its own, e.g. the caption of a file: its first line, cut where it is very long. */
    public Submission titled(String title) {
        return new Submission(name, content, details.withShortened(DetailField.TITLE, title));
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    DetailEdits details() {
        return details;
    }
}
