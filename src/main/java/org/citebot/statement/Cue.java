package org.citebot.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb of speech.
 *
 * @param lemma its dictionary form
 * @param particle the word that has to follow it; null if none has to
 * @param act what it makes of what is said
 * @param frames what may follow it and holds the content, beside a quotation
 */
record Cue(String lemma, @Nullable String particle, SpeechAct act, Set<Frame> frames) {

    /** What may follow a verb of speech; {@code cues.txt} explains each. */
    enum Frame {
        CLAUSE,
        THAT,
        QUOTE,
        TO,
        OBJECT,
        SMALL,
        AS,
        OF,
        ABOUT,
        FOR,
        HEARER,
        ASK,
        HAVING
    }

    Cue {
        frames = Set.copyOf(frames);
    }

    boolean takes(Frame frame) {
        return frames.contains(frame);
    }
}
