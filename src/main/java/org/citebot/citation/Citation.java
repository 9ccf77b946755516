package org.citebot.citation;

import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.language.TextSpan;

/**
 * The proof of a sentence: a quote that stands, character for character, in a stored document version.
 *
 * @param number the [n] it is called in the answer, counted from 1
 * @param version the document version that holds the quote
 * @param passage the passage around the quote
 * @param span the quote's place in {@link DocumentVersion#text()}
 * @param quote the quoted characters
 */
public record Citation(int number, DocumentVersion version, Passage passage, TextSpan span, String quote) {

    /** Refuses, with {@link IllegalArgumentException}, whatever is not a verbatim quote from inside the passage. */
    public Citation {
        if (number < 1) {
            throw new IllegalArgumentException("Citations count from 1: " + number);
        }
        if (!passage.id().document().equals(version.document()) || passage.id().version() != version.number()) {
            throw new IllegalArgumentException("Passage " + passage.id() + " is not of " + version.document());
        }
        if (quote.isBlank() || !passage.span().contains(span)) {
            throw new IllegalArgumentException("The quote lies outside passage " + passage.id());
        }
        if (!quote.equals(span.in(version.text()))) {
            throw new IllegalArgumentException("The quote is not the text of " + version.document() + " at " + span);
        }
    }

    /** The citation of {@code span}, quoted from the stored text. */
    public static Citation of(int number, DocumentVersion version, Passage passage, TextSpan span) {
        return new Citation(number, version, passage, span, span.in(version.text()));
    }

    /** The stored text of the whole passage, unaltered. */
    public String passageText() {
        return passage.span().in(version.text());
    }
}
