package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Finds who does what a verb says: the noun phrase before it, past appositions and relative clauses ("Pia Lindahl of Hem
 * &amp; Hus, who arranges loans, said"), or behind it ("said Pia Lindahl"). Immutable, for many threads.
 */
final class SubjectFinder {

    private static final int LONGEST_APPOSITION = 12;

    private final WordClasses words;

    SubjectFinder(WordClasses words) {
        this.words = words;
    }

    /**
     * A subject.
     *
     * @param from where it begins with all that belongs to it
     * @param speaker the part that names it best
     */
    record Subject(int from, Phrase speaker) {}

    /** The subject that ends before a token; null if there is none. */
    @Nullable
    Subject before(Sentence sentence, int end) {
        if (sentence.isMark(end - 1, ",")) {
            return pastCommas(sentence, end - 1);
        }
        int from = chunk(sentence, end);
        if (from == end) {
            return antecedent(sentence, end);
        }
        Phrase near = new Phrase(sentence, from, end);
        if (isName(near) && sentence.isMark(from - 1, ",")) {
            // "Its chief executive, Marguerite Oyelaran" is handled where a comma follows; without one the name is
            // whole.
            int role = segment(sentence, from - 1);
            if (role < from - 1 && isRole(sentence, role, from - 1) && sentence.isMark(end, ",")) {
                return new Subject(role, near);
            }
        }
        return new Subject(from, near);
    }

    /** "her mother, who told her": whom a relative pronoun stands for. */
    private @Nullable Subject antecedent(Sentence sentence, int end) {
        if (!sentence.word(end - 1).equals("who") || !sentence.isMark(end - 2, ",")) {
            return null;
        }
        int to = end - 2;
        int from = chunk(sentence, to);
        int verb = to - 1;
        while (verb > from && !words.is(WordClass.DETERMINERS, sentence.word(verb)) && !sentence.isCapital(verb)) {
            verb--;
        }
        while (verb > from && sentence.isCapital(verb - 1)) {
            verb--;
        }
        return verb < to && from < to ? new Subject(from, new Phrase(sentence, verb, to)) : null;
    }

    /** The noun phrase that begins at a token; null if none does. */
    @Nullable
    Phrase after(Sentence sentence, int from) {
        int to = from;
        while (sentence.isWord(to)
                && !(words.is(WordClass.PREPOSITIONS, sentence.word(to)) && !isInsideName(sentence, to))
                && !(words.is(WordClass.BOUNDARIES, sentence.word(to)) && !joinsNames(sentence, to))
                && !words.is(WordClass.FINITE, sentence.word(to))
                && !(to > from && words.is(WordClass.DAYS, sentence.word(to)))
                && !(to > from && words.is(WordClass.ADVERBS, sentence.word(to)))) {
            to++;
        }
        // "said a spokesman for the agency": what the description goes on with belongs to it.
        if (to > from
                && !sentence.isCapital(to - 1)
                && List.of("for", "of", "at", "with", "in").contains(sentence.word(to))) {
            int further = to + 1;
            while (sentence.isWord(further)
                    && !words.is(WordClass.BOUNDARIES, sentence.word(further))
                    && !words.is(WordClass.DAYS, sentence.word(further))
                    && !(words.is(WordClass.PREPOSITIONS, sentence.word(further))
                            && !isInsideName(sentence, further))) {
                further++;
            }
            to = further > to + 1 ? further : to;
        }
        if (to == from || words.is(WordClass.PREPOSITIONS, sentence.word(from))) {
            return null;
        }
        // "said the minister, Rosalba Quintero"
        if (sentence.isMark(to, ",") && !sentence.isCapital(to - 1)) {
            int name = to + 1;
            while (sentence.isCapital(name)) {
                name++;
            }
            if (name - to > 2) {
                return new Phrase(sentence, to + 1, name);
            }
        }
        return new Phrase(sentence, from, to);
    }

    private boolean isInsideName(Sentence sentence, int index) {
        return sentence.isCapital(index - 1)
                && (sentence.isCapital(index + 1) || sentence.isCapital(index + 2))
                && List.of("of", "for").contains(sentence.word(index))
                && words.is(WordClass.ORGANISATIONS, sentence.word(index - 1));
    }

    private boolean joinsNames(Sentence sentence, int index) {
        return sentence.word(index).equals("and") && sentence.isCapital(index - 1) && sentence.isCapital(index + 1);
    }

    private @Nullable Subject pastCommas(Sentence sentence, int comma) {
        List<Phrase> segments = new ArrayList<>();
        int end = comma;
        while (end > 0 && segments.size() < 5) {
            int from = segment(sentence, end);
            if (from == end) {
                break;
            }
            segments.add(new Phrase(sentence, from, end));
            if (!sentence.isMark(from - 1, ",")) {
                break;
            }
            end = from - 1;
        }
        int nearest = 0;
        while (nearest < segments.size() - 1 && isAside(segments.get(nearest))) {
            nearest++;
        }
        if (nearest >= segments.size()) {
            return null;
        }
        Phrase segment = tail(segments.get(nearest));
        Phrase further = nearest + 1 < segments.size() ? segments.get(nearest + 1) : null;
        if (further != null && isName(segment)) {
            Phrase role = tail(further);
            return isRole(sentence, role.from(), role.to())
                    ? new Subject(role.from(), segment)
                    : new Subject(segment.from(), segment);
        }
        if (further != null && isRole(sentence, segment.from(), segment.to()) && segment.from() > 0) {
            Phrase name = tail(further);
            if (sentence.isCapital(name.to() - 1) && name.size() <= LONGEST_APPOSITION) {
                return new Subject(name.from(), name);
            }
        }
        return nearest == 0
                        && further == null
                        && words.is(WordClass.PREPOSITIONS, segment.first().word())
                ? null
                : new Subject(segment.from(), segment);
    }

    /** Where the piece between commas begins that ends before a token. */
    private static int segment(Sentence sentence, int end) {
        int from = end;
        while (from > 0 && !sentence.isMark(from - 1, ",;:—–") && !sentence.isQuote(from - 1)) {
            from--;
        }
        return from;
    }

    /** What stands between a subject and its verb: a relative clause, an age, a participle, "however". */
    private boolean isAside(Phrase segment) {
        Sentence sentence = segment.sentence();
        String first = segment.first().word();
        boolean number = !first.isEmpty() && Character.isDigit(first.charAt(0)) && segment.size() == 1;
        boolean of = first.equals("of")
                && sentence.isWord(segment.from() + 1)
                && words.is(WordClass.RELATIVES, sentence.word(segment.from() + 1));
        return number
                || of
                || words.is(WordClass.RELATIVES, first)
                || words.is(WordClass.ADVERBS, first)
                || words.is(WordClass.PREPOSITIONS, first)
                || (first.length() > 5 && (first.endsWith("ing") || first.endsWith("ed")))
                || (segment.size() == 1 && segment.first().text().matches("[DR]-\\p{L}+\\.?"))
                || first.equals("told")
                || first.equals("asked");
    }

    /** The part of a piece behind its last conjunction, and behind the time with which it begins. */
    private Phrase tail(Phrase segment) {
        int from = chunk(segment.sentence(), segment.to());
        return from < segment.to()
                ? new Phrase(segment.sentence(), Math.max(from, segment.from()), segment.to())
                : segment;
    }

    /** Where the noun phrase begins that ends before a token; the token itself if there is none. */
    private int chunk(Sentence sentence, int end) {
        int from = end;
        while (from > 0 && sentence.isWord(from - 1)) {
            String word = sentence.word(from - 1);
            boolean boundary = words.is(WordClass.BOUNDARIES, word) && !joinsNames(sentence, from - 1);
            if (boundary || (words.is(WordClass.FINITE, word) && from < end)) {
                break;
            }
            from--;
        }
        if (from > 0 && sentence.isMark(from - 1, ")") && from < end) {
            return from;
        }
        // "Institute for the Study of War (ISW) said"
        if (from == end && sentence.isMark(end - 1, ")")) {
            int open = end - 1;
            while (open > 0 && !sentence.isMark(open, "(")) {
                open--;
            }
            return open > 0 ? chunk(sentence, open) : end;
        }
        return pastTime(sentence, from, end);
    }

    /** "On Monday the diocese": the time is no part of who. */
    private int pastTime(Sentence sentence, int from, int end) {
        if (!words.is(WordClass.PREPOSITIONS, sentence.word(from)) && !isTime(sentence.word(from))) {
            return from;
        }
        for (int i = Math.min(end - 1, from + 4); i >= from; i--) {
            if (i + 1 < end && isTime(sentence.word(i))) {
                return i + 1;
            }
        }
        return from;
    }

    private boolean isTime(String word) {
        return words.is(WordClass.DAYS, word)
                || words.is(WordClass.MONTHS, word)
                || words.is(WordClass.TIMES, word)
                || word.matches("(?:19|20)\\d\\d");
    }

    /** Whether all of it is a name, titles included. */
    private boolean isName(Phrase phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (!phrase.sentence().isCapital(i)
                    && !List.of("van", "der", "de", "von", "of", "the", "for", "bin", "al")
                            .contains(phrase.sentence().word(i))) {
                return false;
            }
        }
        return phrase.sentence().isCapital(phrase.to() - 1)
                && !words.is(WordClass.DETERMINERS, phrase.first().word());
    }

    /** Whether it describes somebody: "its chief executive", "The council leader". */
    private boolean isRole(Sentence sentence, int from, int to) {
        if (to - from > LONGEST_APPOSITION || to <= from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (words.is(WordClass.FINITE, sentence.word(i)) || !sentence.isWord(i)) {
                return false;
            }
        }
        String first = sentence.word(from);
        return words.is(WordClass.DETERMINERS, first)
                || sentence.token(from).isPossessive()
                || (!sentence.isCapital(from) && !words.is(WordClass.PREPOSITIONS, first))
                || hasPossessive(sentence, from, to);
    }

    private static boolean hasPossessive(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.token(i).isPossessive()) {
                return true;
            }
        }
        return false;
    }
}
