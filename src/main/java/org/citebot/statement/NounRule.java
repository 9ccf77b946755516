package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.statement.SubjectFinder.Subject;
import org.jspecify.annotations.Nullable;

/** Attributions by a noun of speech: "a warning by X about …", "X's claim that …", "voiced fears that". Immutable. */
final class NounRule {

    private final CueLexicon lexicon;
    private final Clauses clauses;

    NounRule(CueLexicon lexicon, Clauses clauses) {
        this.lexicon = lexicon;
        this.clauses = clauses;
    }

    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            SpeechAct act = lexicon.noun(sentence, i);
            if (act != null) {
                add(sentence, i, act, found);
            }
        }
        return found;
    }

    private void add(Sentence sentence, int noun, SpeechAct act, List<Attribution> found) {
        if (sentence.word(noun + 1).matches("by|from")) {
            Phrase speaker = SubjectFinder.after(sentence, noun + 2);
            int begin = speaker == null ? -1 : behindSpeaker(sentence, speaker.to());
            add(sentence, noun, begin, speaker, act, 0.8, found);
        } else if (sentence.isMark(noun + 1, "—–,")
                && sentence.word(noun + 2).equals("that")
                && owner(sentence, noun) != null) {
            add(sentence, noun, noun + 3, owner(sentence, noun), act, 0.6, found);
        } else if (sentence.word(noun + 1).equals("that") && Clauses.hasFinite(sentence, noun + 2, sentence.limit())) {
            add(sentence, noun, noun + 2, owner(sentence, noun), act, 0.7, found);
        } else if (sentence.isQuote(noun + 1) || (sentence.isMark(noun + 1, ":,") && sentence.isQuote(noun + 2))) {
            add(
                    sentence,
                    noun,
                    sentence.isQuote(noun + 1) ? noun + 1 : noun + 2,
                    owner(sentence, noun),
                    act,
                    0.6,
                    found);
        } else if (act == SpeechAct.DENY && sentence.word(noun + 1).equals("of")) {
            add(sentence, noun, noun + 2, owner(sentence, noun), act, 0.6, found);
        }
    }

    private void add(
            Sentence sentence,
            int noun,
            int begin,
            @Nullable Phrase speaker,
            SpeechAct act,
            double confidence,
            List<Attribution> found) {
        if (begin < 0 || begin >= sentence.limit() || speaker == null || StatementCheck.isNobody(speaker)) {
            return;
        }
        found.add(new Attribution(
                sentence.span(begin, end(sentence, noun, begin)),
                speaker,
                sentence.span(noun, noun + 1),
                sentence.word(noun),
                act,
                Reality.SAID,
                null,
                List.of(),
                sentence,
                confidence));
    }

    private int end(Sentence sentence, int noun, int begin) {
        if (sentence.isQuote(begin)) {
            return begin + 1;
        }
        int end = clauses.end(sentence, begin);
        int predicate = predicate(sentence, noun, begin, end);
        return predicate > begin ? predicate : end;
    }

    /** "X's claim that the vote is rigged has been rejected": the verb of the noun itself; negative if none follows. */
    private static int predicate(Sentence sentence, int noun, int begin, int end) {
        boolean subject = !Clauses.hasFinite(sentence, 0, noun) && !sentence.isFinite(0);
        int verbs = 0;
        for (int i = begin; i < end && subject; i++) {
            if (sentence.isMark(i, ",;—") || sentence.tag(i).matches("CC|IN|W.*")) {
                verbs = 0;
            }
            boolean group = sentence.isFinite(i) && !sentence.isFinite(i - 1);
            verbs += group ? 1 : 0;
            if (group && (verbs > 1 || sentence.isQuote(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    /** Behind a name and its appositions: the word after "that", "about", "against" or a colon; negative if there is none. */
    private static int behindSpeaker(Sentence sentence, int from) {
        for (int i = from; i < sentence.limit(); i++) {
            boolean marks = sentence.word(i).matches("that|about|against")
                    || (i == from && sentence.word(i).equals("of"));
            if (marks || (sentence.isMark(i, ":") && sentence.isQuote(i + 1))) {
                return i + 1;
            }
            if (sentence.isQuote(i) || sentence.isFinite(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "Kroll's argument", "his claim"; "made the argument": whoever made it. */
    private static @Nullable Phrase owner(Sentence sentence, int noun) {
        int from = NounPhrases.start(sentence, noun + 1);
        if (sentence.tag(from).equals("PRP$")) {
            return sentence.word(from).matches("my|your|our") ? null : new Phrase(sentence, from, from + 1);
        }
        for (int i = noun - 1; i >= from; i--) {
            if (sentence.isPossessive(i)) {
                return new Phrase(sentence, from, i + 1);
            }
        }
        if (!sentence.isVerb(from - 1)) {
            return null;
        }
        VerbGroup group = VerbGroup.of(sentence, from - 1, null);
        Subject subject = SubjectFinder.before(sentence, group.from());
        boolean made = sentence.word(from - 1)
                .matches(
                        "issued?s?|repeat(?:s|ed)|ma[dk]es?|gave|gives?|given|offer(?:s|ed)|renew(?:s|ed)|post(?:s|ed)|publish(?:es|ed)|releas(?:es|ed)"
                                + "|voic(?:es|ed)|express(?:es|ed)|rais(?:es|ed)|push(?:es|ed)|advanc(?:es|ed)|sent|sends|deliver(?:s|ed)|floated|add(?:s|ed)");
        return made && subject != null && group.reality() == Reality.SAID ? subject.speaker() : null;
    }
}
