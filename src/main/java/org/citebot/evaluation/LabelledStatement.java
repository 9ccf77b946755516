package org.citebot.evaluation;

import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Something that a document says somebody said.
 *
 * @param document the set's id of it
 * @param kind {@code direct}, {@code mixed} or {@code indirect}
 * @param span the content in the document's text
 * @param text the content
 * @param speaker the fullest name; null where it is open or the set does not tell
 * @param speakerWords how the document names the speaker there; null if the set does not tell
 * @param cue the words that mark the attribution; null where there are none or the set does not tell
 * @param open whether the document leaves open who spoke: then it is right to name nobody
 */
record LabelledStatement(
        String document,
        String kind,
        TextSpan span,
        String text,
        @Nullable String speaker,
        @Nullable String speakerWords,
        @Nullable String cue,
        boolean open) {

    private static final String OPEN = "none";

    static LabelledStatement of(JsonLine line) {
        return new LabelledStatement(
                line.text("document"),
                line.text("kind"),
                line.span("start", "end"),
                line.text("text"),
                line.find("speaker"),
                line.find("speaker_words"),
                line.find("cue"),
                OPEN.equals(line.find("resolved")));
    }

    /** Whether the set tells who spoke, or that it is open: only then a speaker can be right or wrong. */
    boolean isSpeakerKnown() {
        return speaker != null || open;
    }
}
