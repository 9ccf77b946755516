package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.Map;
import org.citebot.corpus.DocumentDetails;
import org.citebot.telegram.text.TextBuilder;

/** Names a document to a reader: title with its link, outlet, date and age. */
final class SourceLine {

    private final Words words;
    private final LocalDate today;

    SourceLine(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    void add(TextBuilder text, DocumentDetails details) {
        text.link(title(details), details.url());
        String outlet =
                details.about() == null ? details.source() : details.about().outlet();
        if (outlet != null) {
            text.ours(", ").foreign(oneLine(outlet));
        }
        if (details.published() != null) {
            text.ours(", " + words.dayAndAge(details.published(), today));
        }
    }

    /** What a document is called: of a digest, whose digest of what. */
    String title(DocumentDetails details) {
        DocumentDetails.About about = details.about();
        if (about == null) {
            return oneLine(details.title());
        }
        String digest = details.source() == null ? words.say(Phrase.DIGEST) : details.source();
        return oneLine(words.say(Phrase.DIGEST_OF, Map.of("digest", digest, "title", about.title())));
    }

    static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
