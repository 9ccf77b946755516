package org.citebot.statement;

import java.util.List;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found: a content, and the words that attribute it.
 *
 * @param content its place in the text
 * @param subject the words for the speaker; null where the speaker before goes on
 * @param cue the words that mark it; null where the speaker before goes on
 * @param verb the lemma of the cue; null where it has none
 * @param act what the cue makes of it
 * @param reality whether it was said
 * @param hearer the words for whom it was told to; null if there are none
 * @param via the words for those who passed it on, nearest first
 * @param sentence where it stands
 * @param confidence of the rule
 */
record Attribution(
        TextSpan content,
        @Nullable Phrase subject,
        @Nullable TextSpan cue,
        @Nullable String verb,
        SpeechAct act,
        Reality reality,
        @Nullable Phrase hearer,
        List<Phrase> via,
        Sentence sentence,
        double confidence) {

    Attribution {
        via = List.copyOf(via);
    }

    Attribution withVia(Phrase teller) {
        return new Attribution(
                content, subject, cue, verb, act, reality, hearer, List.of(teller), sentence, confidence);
    }

    /** The same, passed on by the speaker of another one, which holds it. */
    Attribution toldBy(Attribution outer) {
        Phrase teller = outer.subject();
        return teller == null ? this : withVia(teller);
    }

    /** Said by another one; the speaker so far passes it on. */
    Attribution withSpeaker(Phrase cited) {
        return new Attribution(
                content,
                cited,
                cue,
                verb,
                act,
                reality,
                hearer,
                subject == null ? via : List.of(subject),
                sentence,
                confidence);
    }
}
