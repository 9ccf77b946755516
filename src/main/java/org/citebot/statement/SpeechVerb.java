package org.citebot.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb of speech in its sentence. */
record SpeechVerb(Sentence sentence, Cue cue, VerbGroup group) {

    Attribution attribute(int from, int to, @Nullable Phrase speaker, @Nullable Phrase hearer, double confidence) {
        Reality reality = group.reality();
        return new Attribution(
                sentence.span(from, to),
                speaker,
                sentence.span(group.verb(), Math.min(group.to(), sentence.size())),
                cue.lemma(),
                cue.act(),
                reality == null ? Reality.SAID : reality,
                hearer,
                List.of(),
                sentence,
                confidence);
    }
}
