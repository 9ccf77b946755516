package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Attributions without a verb: "according to X", "in the words of X". Immutable, for many threads. */
final class SourceRule {

    private static final Set<String> NOUNS = Set.of("words", "opinion", "view", "telling", "judgment", "judgement");

    private final WordClasses words;
    private final Clauses clauses;
    private final SubjectFinder subjects;

    SourceRule(WordClasses words, Clauses clauses, SubjectFinder subjects) {
        this.words = words;
        this.clauses = clauses;
        this.subjects = subjects;
    }

    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i + 2 < sentence.size(); i++) {
            if (sentence.word(i).equals("according") && sentence.word(i + 1).equals("to")) {
                add(sentence, i, i + 2, found);
            } else if (sentence.word(i).equals("in")
                    && sentence.word(i + 1).equals("the")
                    && NOUNS.contains(sentence.word(i + 2))
                    && sentence.word(i + 3).equals("of")) {
                add(sentence, i, i + 4, found);
            }
        }
        return found;
    }

    private void add(Sentence sentence, int cue, int from, List<Attribution> found) {
        int comma = from;
        while (comma < sentence.size() && !sentence.isMark(comma, ",;.") && !sentence.isQuote(comma)) {
            comma++;
        }
        if (comma == from) {
            return;
        }
        Phrase speaker = speaker(sentence, from, comma);
        int end = limit(sentence);
        int begin;
        int to;
        if (cue == 0 || sentence.isMark(cue - 1, ";:")) {
            begin = afterSpeaker(sentence, comma, end);
            to = end;
        } else {
            begin = leftEdge(sentence, cue);
            to = sentence.isMark(cue - 1, ",") ? cue - 1 : cue;
            boolean goesOn = comma + 1 < end
                    && sentence.isMark(comma, ",")
                    && sentence.isMark(cue - 1, ",")
                    && !clauses.hasVerb(sentence, begin, to);
            to = goesOn ? end : to;
        }
        if (speaker != null && begin < to) {
            found.add(new Attribution(
                    sentence.span(begin, to),
                    speaker,
                    sentence.span(cue, from),
                    null,
                    SpeechAct.SAY,
                    Reality.SAID,
                    null,
                    List.of(),
                    sentence,
                    0.85));
        }
    }

    /** A name that stands in apposition, "its lead author, Hedda Vogt", else all up to the comma. */
    private @Nullable Phrase speaker(Sentence sentence, int from, int comma) {
        int name = comma + 1;
        while (sentence.isCapital(name)) {
            name++;
        }
        boolean role = !sentence.isCapital(comma - 1) && !sentence.isQuote(comma);
        if (role
                && name - comma > 2
                && sentence.isMark(comma, ",")
                && (sentence.isMark(name, ",.") || sentence.isQuote(name))) {
            return new Phrase(sentence, comma + 1, name);
        }
        int by = from;
        while (by < sentence.size() && !sentence.isMark(by, ",.;") && !sentence.isQuote(by)) {
            boolean written = sentence.word(by).equals("by")
                    && !List.of("seen", "obtained", "reviewed", "cited", "shared", "viewed")
                            .contains(sentence.word(by - 1));
            if (written && by > from && words.is(WordClass.DOCUMENTS, headOf(sentence, from, by))) {
                Phrase author = subjects.after(sentence, by + 1);
                if (author != null) {
                    return author;
                }
            }
            by++;
        }
        Phrase plain = subjects.after(sentence, from);
        return plain != null && plain.to() <= comma ? plain : new Phrase(sentence, from, comma);
    }

    private String headOf(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(WordClass.DOCUMENTS, sentence.word(i))) {
                return sentence.word(i);
            }
        }
        return "";
    }

    /** Past appositions: the clause begins where a piece between commas has a verb and is no relative clause. */
    private int afterSpeaker(Sentence sentence, int comma, int end) {
        int begin = comma + (sentence.isMark(comma, ",") ? 1 : 0);
        while (begin < end) {
            int next = begin;
            while (next < end && !sentence.isMark(next, ",")) {
                next++;
            }
            boolean relative = words.is(WordClass.RELATIVES, sentence.word(begin));
            boolean apposition = next < end
                    && !clauses.hasVerb(sentence, begin, next)
                    && sentence.isMark(next, ",")
                    && (sentence.isCapital(begin) || words.is(WordClass.DETERMINERS, sentence.word(begin)))
                    && begin == comma + 1
                    && clauses.hasVerb(sentence, next + 1, end)
                    && next - begin < 9
                    && !sentence.isQuote(begin);
            boolean name = begin == comma + 1 && sentence.isMark(next, ",") && sentence.isQuote(next + 1);
            if (!relative && !apposition && !name) {
                return begin;
            }
            begin = next + 1;
        }
        return end;
    }

    private static int leftEdge(Sentence sentence, int end) {
        int from = end;
        while (from > 0 && !sentence.isMark(from - 1, ";")) {
            from--;
        }
        return from;
    }

    private static int limit(Sentence sentence) {
        int limit = sentence.size();
        while (limit > 0 && sentence.isMark(limit - 1, ".!?…")) {
            limit--;
        }
        return limit;
    }
}
