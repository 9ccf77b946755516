package org.citebot.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb of speech.
 *
 * @param lemma its dictionary form
 * @param particle the word that has to follow it; null if none has to
 * @param act what it makes of what is said
 * @param frames what may follow it and holds the content
 */
record Cue(String lemma, @Nullable String particle, SpeechAct act, Set<Frame> frames) {

    /** What may follow a verb of speech; {@code cues.txt} explains each. */
    enum Frame {
        CLAUSE,
        THAT,
        STRICT,
        QUOTE,
        TO,
        OBJECT,
        QUOTED,
        ABOUT,
        FOR,
        HEARER,
        ASK,
        OF,
        BODY,
        HAVING
    }

    /** The form in which a verb stands. */
    enum Form {
        BASE,
        PRESENT,
        PAST,
        GERUND
    }

    Cue {
        frames = Set.copyOf(frames);
    }

    boolean takes(Frame frame) {
        return frames.contains(frame);
    }

    /** Whether a clause may follow, with or without "that". */
    boolean takesClause() {
        return takes(Frame.CLAUSE) || takes(Frame.THAT) || takes(Frame.STRICT);
    }
}
