package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.statement.SubjectFinder.Subject;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Attributions by a noun of speech: "a warning by X about …", "X's claim that …", "issued a denial of …". */
final class NounRule {

    private static final int LONGEST_NAME = 16;

    private final WordClasses words;
    private final CueLexicon lexicon;
    private final Clauses clauses;
    private final SubjectFinder subjects;

    NounRule(WordClasses words, CueLexicon lexicon, Clauses clauses, SubjectFinder subjects) {
        this.words = words;
        this.lexicon = lexicon;
        this.clauses = clauses;
        this.subjects = subjects;
    }

    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            SpeechAct act = lexicon.noun(sentence.word(i));
            VerbGroup verb = clauses.verb(sentence, i);
            if (act != null && verb == null) {
                add(sentence, i, act, found);
            }
        }
        return found;
    }

    private void add(Sentence sentence, int noun, SpeechAct act, List<Attribution> found) {
        if (sentence.word(noun + 1).equals("by") || sentence.word(noun + 1).equals("from")) {
            Phrase speaker = subjects.after(sentence, noun + 2);
            int begin = speaker == null ? -1 : contentBehind(sentence, speaker.to());
            if (speaker != null && begin > 0) {
                add(sentence, noun, begin, speaker, act, 0.8, found);
            }
            return;
        }
        boolean content = sentence.word(noun + 1).equals("that")
                || (act == SpeechAct.DENY && sentence.word(noun + 1).equals("of"));
        if (content) {
            Phrase speaker = owner(sentence, noun);
            if (speaker != null) {
                add(sentence, noun, noun + 2, speaker, act, 0.7, found);
            }
        }
    }

    private void add(
            Sentence sentence,
            int noun,
            int begin,
            Phrase speaker,
            SpeechAct act,
            double confidence,
            List<Attribution> found) {
        if (begin >= sentence.size()) {
            return;
        }
        int end = sentence.isQuote(begin) ? begin + 1 : clauses.end(sentence, begin);
        int verb = predicate(sentence, noun, begin, end);
        if (verb > begin) {
            found.add(new Attribution(
                    sentence.span(begin, verb),
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
    }

    /** Where the noun is the subject its clause ends at the verb that follows a quotation: "his claim that “…” carried". */
    private int predicate(Sentence sentence, int noun, int begin, int end) {
        for (int i = begin; i + 1 < end; i++) {
            if (sentence.isQuote(i)
                    && sentence.isWord(i + 1)
                    && subjects.before(sentence, noun + 1) != null
                    && clauses.hasVerb(sentence, begin, i)) {
                return i + 1;
            }
        }
        return end;
    }

    /** Behind a name and its appositions: the word after "that", "about", "against" or a colon; negative if there is none. */
    private int contentBehind(Sentence sentence, int from) {
        for (int i = from; i < Math.min(sentence.size(), from + LONGEST_NAME); i++) {
            String word = sentence.word(i);
            if (word.equals("that")
                    || word.equals("about")
                    || word.equals("against")
                    || (sentence.isMark(i, ":") && sentence.isQuote(i + 1))) {
                return i + 1;
            }
            if (sentence.isQuote(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** "Kroll's argument", "repeated its claim", "issued a reminder". */
    private @Nullable Phrase owner(Sentence sentence, int noun) {
        if (noun > 0 && sentence.token(noun - 1).isPossessive()) {
            int from = noun - 1;
            while (from > 0
                    && sentence.isWord(from - 1)
                    && (sentence.isCapital(from - 1)
                            || words.is(WordClass.DETERMINERS, sentence.word(from - 1))
                            || (!words.is(WordClass.BOUNDARIES, sentence.word(from - 1))
                                    && !words.is(WordClass.PREPOSITIONS, sentence.word(from - 1))
                                    && noun - from < 4))) {
                from--;
            }
            return new Phrase(sentence, from, noun);
        }
        if (sentence.word(noun - 1).equals("his") || sentence.word(noun - 1).equals("her")) {
            return new Phrase(sentence, noun - 1, noun);
        }
        String verb = sentence.word(noun - 2);
        boolean made = verb.matches(
                "issued?s?|repeat(?:s|ed)|made|makes?|gave|gives|offered|renewed|posted|published|released?");
        Subject subject = made ? subjects.before(sentence, noun - 2) : null;
        return subject == null ? null : subject.speaker();
    }
}
