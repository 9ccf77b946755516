package org.citebot.statement;

import java.util.List;
import org.citebot.statement.SubjectFinder.Subject;
import org.jspecify.annotations.Nullable;

/** Finds who speaks where the subject of a verb does not stand before it. */
final class Governors {

    private Governors() {}

    /** Who does what stands between the last thing said and a verb; else whoever spoke last in the sentence. */
    static @Nullable Phrase nearest(
            Sentence sentence, int limit, @Nullable Phrase speaking, List<Attribution> found, SpeakerNouns speakers) {
        int said = speaking == null
                ? 0
                : found.isEmpty()
                        ? speaking.last().end()
                        : found.getLast().content().end();
        for (int i = limit - 1; i > 0 && sentence.token(i).start() >= said; i--) {
            Subject subject = sentence.isFinite(i) && !isRelative(sentence, i)
                    ? SubjectFinder.before(
                            sentence, VerbGroup.of(sentence, i, null).from())
                    : null;
            if (subject != null && speakers.maySpeak(subject.speaker())) {
                return subject.speaker();
            }
        }
        return speaking == null ? governor(sentence, limit) : speaking;
    }

    /** "vetoed a bill that would have let": the verb says something about what stands before, and no more. */
    static boolean isRelative(Sentence sentence, int finite) {
        int before = VerbGroup.of(sentence, finite, null).from() - 1;
        return sentence.tag(before).matches("WDT|WP")
                || (sentence.word(before).equals("that") && sentence.isNoun(before - 1));
    }

    /** The subject of the nearest verb before with a tense; else the noun phrase at the beginning of the sentence's main clause. */
    static @Nullable Phrase governor(Sentence sentence, int limit) {
        for (int i = limit - 1; i > 0; i--) {
            if (sentence.isFinite(i)) {
                Subject subject = SubjectFinder.before(
                        sentence, VerbGroup.of(sentence, i, null).from());
                if (subject != null) {
                    return subject.speaker();
                }
            }
        }
        return null;
    }

    /** The subject of the first verb behind a place. */
    static @Nullable Phrase following(Sentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            if (sentence.isMark(i, ",") && NounPhrases.end(sentence, i + 1) > i + 1) {
                Phrase phrase = NounPhrases.beginningAt(sentence, i + 1);
                if (phrase != null
                        && (sentence.isFinite(phrase.to())
                                || sentence.isMark(phrase.to(), ",")
                                || sentence.tag(phrase.to()).startsWith("RB"))) {
                    return phrase;
                }
            }
        }
        return null;
    }

    /** "with the forum forecasting". */
    static @Nullable Phrase absolute(Sentence sentence, int gerund) {
        int from = NounPhrases.start(sentence, gerund);
        return from < gerund && sentence.word(from - 1).equals("with") ? new Phrase(sentence, from, gerund) : null;
    }
}
