package org.citebot.statement;

import org.jspecify.annotations.Nullable;

/** Finds who does what a verb says. */
final class SubjectFinder {

    private static final int LONGEST_INTERPOLATION = 30;

    /** So many words of a title or a phrase may be quoted in an interpolation; more are speech. */
    private static final int LONGEST_TITLE = 8;

    private static final int LONGEST_RELATIVE = 12;

    private SubjectFinder() {}

    /**
     * A subject.
     *
     * @param from where all of it begins: before an apposition too
     * @param speaker the words that name it best
     */
    record Subject(int from, Phrase speaker) {}

    /** The subject that ends before a verb group; null if none does. */
    static @Nullable Subject before(Sentence sentence, int verb) {
        int to = verb;
        Phrase name = null;
        boolean parted = false;
        while (to > 0) {
            int end = skipAdverbs(sentence, to);
            if (sentence.isMark(end - 1, ")")) {
                end = opening(sentence, end - 1);
            } else if (sentence.isMark(end - 1, ",—–-")) {
                int open = interpolation(sentence, end - 1);
                if (open < 0) {
                    return null;
                }
                name = name == null ? name(sentence, open + 1, end - 1) : name;
                parted = true;
                end = open;
            } else if (sentence.tag(end - 1).matches("WP|WDT")
                    || sentence.word(end - 1).equals("who")) {
                end = sentence.isMark(end - 2, ",") ? end - 2 : end - 1;
                parted = true;
            } else if (sentence.tag(end - 1).equals("CD") && sentence.isMark(end - 2, ",")) {
                // "Verna Oakley, 77, who …, said"
                end -= 2;
            } else {
                to = end;
                break;
            }
            if (end == to) {
                return null;
            }
            to = end;
        }
        Phrase phrase = NounPhrases.endingAt(sentence, to);
        int antecedent = phrase == null && name != null ? antecedent(sentence, to) : -1;
        if (name != null && antecedent >= 0) {
            return new Subject(antecedent, name);
        }
        return phrase == null ? null : subject(sentence, phrase, name, parted);
    }

    /** "The parent who complained, Tom Reeve, said": where those begin of whom a clause tells; negative if it is none. */
    private static int antecedent(Sentence sentence, int to) {
        for (int i = to - 1; i > 0 && i > to - LONGEST_RELATIVE && !sentence.isMark(i, ",;:"); i--) {
            if (sentence.word(i).equals("who") && NounPhrases.start(sentence, i) < i) {
                return NounPhrases.start(sentence, i);
            }
        }
        return -1;
    }

    private static Subject subject(Sentence sentence, Phrase phrase, @Nullable Phrase name, boolean parted) {
        boolean plural =
                sentence.tag(NounPhrases.end(sentence, phrase.from()) - 1).equals("NNS");
        if (name != null && plural && isSeveral(name)) {
            return new Subject(phrase.from(), name);
        }
        boolean place = name != null && name.size() == 1 && phrase.size() > 1 && sentence.isCapital(phrase.to() - 1);
        if (name != null && !endsInName(phrase) && !plural && !place) {
            return new Subject(phrase.from(), name);
        }
        // "Kaine, a senator from Virginia, who …, said"
        boolean apposition = parted && sentence.isMark(phrase.from() - 1, ",") && !endsInName(phrase) && !plural;
        Phrase before = apposition ? NounPhrases.endingAt(sentence, phrase.from() - 1) : null;
        boolean named = before != null
                && endsInName(before)
                && !NounPhrases.isTime(sentence, before.from(), before.to())
                && !sentence.tag(before.from() - 1).equals("IN");
        return before != null && named ? new Subject(before.from(), before) : new Subject(phrase.from(), phrase);
    }

    /** "Two aides, Ada Marsh and Tom Reeve, said". */
    private static boolean isSeveral(Phrase names) {
        boolean several = false;
        for (int i = names.from(); i < names.to(); i++) {
            several |= names.sentence().word(i).equals("and");
        }
        return several;
    }

    static boolean endsInName(Phrase phrase) {
        // The head stands before what is attached.
        int head = NounPhrases.end(phrase.sentence(), phrase.from()) - 1;
        return head >= phrase.from() && phrase.sentence().isName(head);
    }

    /** The subject behind a verb: "said a spokesman, Brian Fallon"; null if none begins there. */
    static @Nullable Phrase after(Sentence sentence, int from) {
        Phrase phrase = NounPhrases.beginningAt(sentence, from);
        if (phrase == null || endsInName(phrase) || !sentence.isMark(phrase.to(), ",")) {
            return phrase;
        }
        int end = phrase.to() + 1;
        while (sentence.isName(end)) {
            end++;
        }
        boolean closed = end >= sentence.size() || !sentence.isWord(end);
        return closed && end - phrase.to() > 2 ? new Phrase(sentence, phrase.to() + 1, end) : phrase;
    }

    private static int skipAdverbs(Sentence sentence, int to) {
        int end = to;
        while (end > 0
                && (sentence.tag(end - 1).startsWith("RB")
                        || (sentence.word(end - 1).matches("himself|herself|itself|themselves|also|all|both")
                                && end > 1
                                && !sentence.tag(end - 2).equals("IN")
                                && (sentence.isWord(end - 2) || sentence.isMark(end - 2, ","))))) {
            end--;
        }
        return withoutTime(sentence, end);
    }

    /** "The commission last week said": before the time. */
    private static int withoutTime(Sentence sentence, int to) {
        int time = to - 2;
        boolean told = time > 0
                && sentence.word(time).matches("last|this|that")
                && NounPhrases.isTime(sentence, time, to)
                && (sentence.isNoun(time - 1) || sentence.tag(time - 1).equals("PRP"));
        return told ? time : to;
    }

    private static int opening(Sentence sentence, int close) {
        for (int i = close - 1; i >= 0; i--) {
            if (sentence.isMark(i, "(")) {
                return i;
            }
        }
        return close;
    }

    /** The comma or dash with which an apposition or a clause opens that ends at another one; negative if none does. */
    private static int interpolation(Sentence sentence, int close) {
        String mark = sentence.token(close).text();
        for (int i = close - 2; i > 0 && i > close - LONGEST_INTERPOLATION; i--) {
            boolean aside = mayEnd(sentence, i) || (isNames(sentence, i + 1, close) && antecedent(sentence, i) >= 0);
            if (sentence.isMark(i, mark) && aside && opens(sentence, i + 1, close)) {
                return relative(sentence, i, close);
            }
            if (sentence.isMark(i, ";:")
                    || (sentence.isQuote(i)
                            && Quotations.words(sentence.token(i).text()) > LONGEST_TITLE)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isNames(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!sentence.isName(i)) {
                return false;
            }
        }
        return from < to;
    }

    /** ", which makes brakes, doors and signals, said": the comma before the clause to which the end of a list belongs. */
    private static int relative(Sentence sentence, int open, int close) {
        boolean list = false;
        for (int i = open + 1; i < close; i++) {
            list |= sentence.word(i).matches("and|or");
        }
        for (int i = open - 1; list && i > 0 && i > close - LONGEST_INTERPOLATION; i--) {
            if (sentence.isMark(i, ",") && sentence.tag(i + 1).startsWith("W")) {
                return i;
            }
            if (sentence.isMark(i, ";:")
                    || sentence.isQuote(i)
                    || sentence.word(i).equals("and")) {
                return open;
            }
        }
        return open;
    }

    private static boolean mayEnd(Sentence sentence, int to) {
        return NounPhrases.start(sentence, to) < to
                || sentence.isMark(to - 1, ")")
                || sentence.tag(to - 1).matches("WP|WDT");
    }

    private static boolean opens(Sentence sentence, int from, int to) {
        String tag = sentence.tag(from);
        if (isAside(sentence, from, to)) {
            return true;
        }
        if (tag.startsWith("W")
                || tag.equals("CD")
                || tag.equals("IN")
                || tag.startsWith("VB")
                || tag.startsWith("RB")
                || sentence.tag(from + 1).startsWith("W")
                || tag.equals("TO")) {
            return true;
        }
        for (int i = from; i < to; i++) {
            if (sentence.isFinite(i) && !isReduced(sentence, from, i) && !hasRelative(sentence, from, i)) {
                return false;
            }
        }
        return tag.matches("DT|NN.*|JJ.*|PRP\\$|PDT") || sentence.isQuote(from);
    }

    /** "A guard, she said, had told her": between a subject and its verb stands who tells it. */
    private static boolean isAside(Sentence sentence, int from, int to) {
        return to - from <= 3
                && sentence.tag(from).equals("PRP")
                && !sentence.isFinite(from)
                && sentence.isFinite(from + 1);
    }

    /** "a former executive confirmed in February": a participle, though it looks like a past. */
    private static boolean isReduced(Sentence sentence, int from, int verb) {
        return sentence.tag(verb).equals("VBD")
                && sentence.tag(from).equals("DT")
                && sentence.isNoun(verb - 1)
                && sentence.tag(verb + 1).matches("IN|TO");
    }

    private static boolean hasRelative(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.tag(i).matches("WP|WDT|WRB|WP\\$")
                    || (sentence.tag(i).equals("IN") && sentence.word(i).equals("that"))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Phrase name(Sentence sentence, int from, int until) {
        int close = sentence.isMark(until - 1, ")") ? opening(sentence, until - 1) : until;
        int to = withoutPlace(sentence, from, close);
        int start = to;
        while (start > from && sentence.isName(start - 1) && !sentence.isPossessive(start - 1)) {
            start--;
        }
        if (sentence.word(start - 1).equals("and") && isNames(sentence, from, start - 1)) {
            return new Phrase(sentence, from, to);
        }
        if (sentence.word(start - 1).equals("named")) {
            return to > start ? new Phrase(sentence, start, to) : null;
        }
        // "Her son, the American cellist Ivo Marsh, said"
        for (int i = from; i < start; i++) {
            if (!sentence.tag(i).matches("DT|JJ.*|NN|NNP|PRP\\$|CC|CD|POS")) {
                return null;
            }
        }
        return to > start ? new Phrase(sentence, start, to) : null;
    }

    /** "Senator Tom Reeve of Oregon": the end of the name. */
    private static int withoutPlace(Sentence sentence, int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            if (sentence.word(i).equals("of") && sentence.isName(i - 1) && sentence.isName(i + 1)) {
                return i;
            }
        }
        return to;
    }
}
