package org.citebot.statement;

import java.util.List;
import java.util.Set;
import org.citebot.statement.SubjectFinder.Subject;
import org.jspecify.annotations.Nullable;

/** "The agency reported, citing two officials": the officials said it, and the agency passes it on. */
final class Citations {

    private static final Set<String> CITING = Set.of("citing", "quoting");
    private static final Set<String> RELAYED = Set.of(
            "reporting", "reported", "relaying", "relayed", "publishing", "published", "broadcasting", "broadcast");

    private Citations() {}

    /** The attributions with those cited as their speakers. */
    static List<Attribution> apply(Sentence sentence, List<Attribution> found, SpeakerNouns speakers) {
        for (int i = 1; i < sentence.size(); i++) {
            if (CITING.contains(sentence.word(i))) {
                Phrase cited = SubjectFinder.after(sentence, i + 1);
                int citing = i;
                return cited == null || !speakers.maySpeak(cited)
                        ? found
                        : found.stream()
                                .map(one -> isPassedOn(one, sentence.token(citing)) ? one.withSpeaker(cited) : one)
                                .toList();
            }
        }
        return found;
    }

    private static boolean isPassedOn(Attribution one, Token citing) {
        return one.subject() != null
                && one.cue() != null
                && !one.content().contains(citing.span())
                && one.via().isEmpty()
                && (one.act() == SpeechAct.REPORT || one.act() == SpeechAct.SAY);
    }

    /** "Reporting his comments, Politika Strani said …": who passes on what was said before; null if nobody does. */
    static @Nullable Phrase relay(Sentence sentence) {
        for (int i = 0; i + 2 < sentence.size(); i++) {
            if (!RELAYED.contains(sentence.word(i))) {
                continue;
            }
            int end = NounPhrases.end(sentence, i + 1);
            boolean owned = sentence.tag(i + 1).equals("PRP$") || sentence.isPossessive(i + 1);
            if (owned && ContentFinder.SPEECH.contains(sentence.word(end - 1))) {
                Subject subject = SubjectFinder.before(sentence, i);
                return subject == null ? Governors.following(sentence, end) : subject.speaker();
            }
        }
        return null;
    }
}
