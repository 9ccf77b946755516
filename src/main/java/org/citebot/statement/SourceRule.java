package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributions without a verb: "according to X", "per X", "in the words of X", "in X's view". Immutable, for many threads. */
final class SourceRule {

    private static final Set<String> NOUNS =
            Set.of("words", "opinion", "view", "telling", "judgment", "judgement", "estimation", "account", "phrase");

    private final Clauses clauses;

    SourceRule(Clauses clauses) {
        this.clauses = clauses;
    }

    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i + 2 < sentence.size(); i++) {
            if (sentence.word(i).equals("according") && sentence.word(i + 1).equals("to")) {
                add(sentence, i, i + 2, SubjectFinder.after(sentence, i + 2), found);
            } else if (sentence.word(i).equals("in")
                    && sentence.word(i + 1).equals("the")
                    && NOUNS.contains(sentence.word(i + 2))
                    && sentence.word(i + 3).equals("of")) {
                add(sentence, i, i + 4, SubjectFinder.after(sentence, i + 4), found);
            } else if (sentence.word(i).equals("per")
                    && (i == 0 || sentence.isMark(i - 1, ",") || sentence.isQuote(i - 1))
                    && (sentence.isName(i + 1) || sentence.tag(i + 1).equals("DT"))) {
                add(sentence, i, i + 1, SubjectFinder.after(sentence, i + 1), found);
            } else if (sentence.word(i).equals("in")) {
                addOwned(sentence, i, found);
            }
        }
        return found;
    }

    /** "in his telling", "in the mayor's words". */
    private void addOwned(Sentence sentence, int in, List<Attribution> found) {
        int end = NounPhrases.end(sentence, in + 1);
        boolean owned = sentence.tag(in + 1).equals("PRP$") || sentence.isPossessive(end - 2);
        if (end - in >= 3 && NOUNS.contains(sentence.word(end - 1)) && owned) {
            add(sentence, in, end, new Phrase(sentence, in + 1, end - 1), found);
        }
    }

    private void add(Sentence sentence, int cue, int from, @Nullable Phrase speaker, List<Attribution> found) {
        if (speaker == null || speaker.last().word().matches("plans?|schedule|law|rules|custom|tradition")) {
            return;
        }
        int limit = sentence.limit();
        int after = behind(sentence, Math.max(from, speaker.to()), limit);
        boolean leads = cue == 0 || sentence.isMark(cue - 1, ";:") || (cue == 1 && !sentence.isQuote(0));
        int begin = leads ? after : start(sentence, cue);
        int end = leads ? clauses.end(sentence, begin) : sentence.isMark(cue - 1, ",") ? cue - 1 : cue;
        boolean amid = !leads
                && sentence.isMark(cue - 1, ",")
                && after < limit
                && (!Clauses.hasFinite(sentence, begin, end) || sentence.isQuote(after));
        if (amid) {
            end = clauses.end(sentence, after);
        }
        if (begin < end) {
            found.add(new Attribution(
                    sentence.span(begin, end),
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

    /** Behind a speaker, what is in apposition to it and a comma. */
    private static int behind(Sentence sentence, int from, int limit) {
        int at = from;
        while (at < limit && !sentence.isMark(at, ",;—") && !sentence.isQuote(at)) {
            at++;
        }
        while (sentence.isMark(at, ",")) {
            int next = at + 1;
            while (next < limit && !sentence.isMark(next, ",")) {
                next++;
            }
            boolean apposition = next < limit
                    && (sentence.tag(at + 1).startsWith("W") || !Clauses.hasFinite(sentence, at + 1, next))
                    && Clauses.hasFinite(sentence, next + 1, limit);
            if (!apposition) {
                return at + 1;
            }
            at = next;
        }
        return at;
    }

    private static int start(Sentence sentence, int end) {
        int from = end;
        while (from > 0 && !sentence.isMark(from - 1, ";:") && !isNewClause(sentence, from, end)) {
            from--;
        }
        return from;
    }

    /** ", and the president, according to …": behind a conjunction stands a subject whose verb is to come. */
    private static boolean isNewClause(Sentence sentence, int from, int end) {
        return sentence.tag(from - 1).equals("CC")
                && sentence.isMark(from - 2, ",")
                && NounPhrases.end(sentence, from) > from
                && !Clauses.hasFinite(sentence, from, end);
    }
}
