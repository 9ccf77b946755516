package org.citebot.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Noun phrases by the tags of their words. */
final class NounPhrases {

    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight",
            "tomorrow",
            "week",
            "month",
            "year",
            "morning",
            "evening",
            "afternoon",
            "night",
            "weekend");

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "aug",
            "sept",
            "sep",
            "oct",
            "nov",
            "dec");

    private static final Set<String> BEHIND_NOUN = Set.of(
            "of", "for", "at", "in", "from", "with", "on", "to", "by", "about", "against", "near", "behind", "inside",
            "outside", "between", "among", "under", "over", "within", "around", "across");

    private static final Set<String> INSIDE = Set.of("DT", "PDT", "PRP$", "CD", "POS", "FW");
    private static final Set<String> BEFORE_TIME = Set.of("last", "this", "next", "earlier", "late");

    private NounPhrases() {}

    private static boolean isDeterminer(String tag) {
        return tag.equals("DT") || tag.equals("PRP$");
    }

    /** The phrase that ends before a token, with what is attached to it: "a spokesman for the mayor"; null if none does. */
    static @Nullable Phrase endingAt(Sentence sentence, int to) {
        int from = start(sentence, to);
        if (from == to) {
            return null;
        }
        while (true) {
            int wider = widened(sentence, from);
            if (wider < 0) {
                return tail(sentence, from, to);
            }
            if (wider == from) {
                return new Phrase(sentence, from, withoutTime(sentence, from, to));
            }
            from = wider;
        }
    }

    /** "A court on Thursday": the end of what names it. */
    private static int withoutTime(Sentence sentence, int from, int to) {
        for (int i = from + 1; i + 1 < to; i++) {
            if (sentence.word(i).equals("on") && isTime(sentence, i + 1, to)) {
                return i;
            }
        }
        return to;
    }

    /** "In a statement Trump said": the name behind a noun that a preposition governs; null if there is none. */
    private static @Nullable Phrase tail(Sentence sentence, int from, int to) {
        int name = to;
        while (name > from && sentence.isName(name - 1) && !isTimeName(sentence, name - 1, to + 1)) {
            name--;
        }
        return name > from && name < to && !sentence.isPossessive(name - 1) && !sentence.isCapital(name - 1)
                ? new Phrase(sentence, name, to)
                : null;
    }

    /** The phrase that begins at a token, with what is attached to it; null if none does. */
    static @Nullable Phrase beginningAt(Sentence sentence, int from) {
        int to = end(sentence, from);
        if (to == from) {
            return null;
        }
        while (true) {
            int next = to;
            // "people familiar with the matter", "officials briefed on the plan"
            boolean reduced = (sentence.word(next).matches("familiar|close")
                            || sentence.tag(next).equals("VBN"))
                    && BEHIND_NOUN.contains(sentence.word(next + 1))
                    && !sentence.word(next + 1).equals("by");
            next = reduced ? next + 1 : next;
            boolean joins = BEHIND_NOUN.contains(sentence.word(next))
                    || (sentence.word(next).equals("and") && sentence.isName(to - 1) && sentence.isName(next + 1));
            int further = joins ? end(sentence, next + 1) : to;
            if (further <= next + 1 || isTime(sentence, next + 1, further)) {
                return new Phrase(sentence, from, to);
            }
            to = further;
        }
    }

    /** Behind the plain phrase, without anything attached, that begins at a token; the token itself if none does. */
    static int end(Sentence sentence, int from) {
        if (isPronoun(sentence, from)) {
            return from + 1;
        }
        int to = from;
        while (isInside(sentence, to)
                && !(to > from && isTimeBehind(sentence, to))
                && (to == from
                        || !isDeterminer(sentence.tag(to))
                        || sentence.tag(to - 1).equals("PDT"))) {
            to++;
        }
        while (to > from && !isHead(sentence, to - 1)) {
            to--;
        }
        return to;
    }

    /** Where the plain phrase begins that ends before a token; the token itself if none does. */
    static int start(Sentence sentence, int to) {
        if (isPronoun(sentence, to - 1)) {
            return to - 1;
        }
        if (!isHead(sentence, to - 1)) {
            return to;
        }
        int from = to - 1;
        while (from > 0
                && isInside(sentence, from - 1)
                && !isDeterminer(sentence.tag(from))
                && !isTimeName(sentence, from - 1, to)) {
            from--;
        }
        while (from < to - 1 && sentence.tag(from).matches("VBN|VBG|CC|RB")) {
            from++;
        }
        return from;
    }

    /** "on Monday Clinton": the day is not part of the name. */
    private static boolean isTimeName(Sentence sentence, int index, int to) {
        String word = sentence.word(index);
        boolean day = word.matches("\\d{1,2}") && MONTHS.contains(sentence.word(index - 1));
        return index < to - 1
                && (TIMES.contains(word) || MONTHS.contains(word) || day)
                && !sentence.isPossessive(index)
                && (sentence.isName(to - 1) || sentence.isName(index + 1) || isPronoun(sentence, to - 1));
    }

    /** "told donors last week", "told reporters Monday". */
    private static boolean isTimeBehind(Sentence sentence, int at) {
        return (BEFORE_TIME.contains(sentence.word(at)) && TIMES.contains(sentence.word(at + 1)))
                || (TIMES.contains(sentence.word(at))
                        && sentence.isCapital(at)
                        && !sentence.isPossessive(at)
                        && !sentence.isNoun(at + 1));
    }

    static boolean isTime(Sentence sentence, int from, int to) {
        return to > from
                && (TIMES.contains(sentence.word(to - 1))
                        || (to - from <= 3
                                && sentence.word(to - 1)
                                        .matches(
                                                "(?:19|20)\\d\\d|\\d{1,2}|january|february|march|april|june|july|august|september|october|november|december")));
    }

    private static boolean isPronoun(Sentence sentence, int index) {
        return sentence.tag(index).equals("PRP") && !sentence.isFinite(index);
    }

    private static boolean isHead(Sentence sentence, int index) {
        String tag = sentence.tag(index);
        return sentence.isWord(index)
                && (tag.startsWith("NN")
                        || tag.equals("CD")
                        || sentence.word(index)
                                .matches("both|some|many|others|another|all|neither|most|one|several|each|those")
                        || sentence.token(index).text().startsWith("@")
                        || (tag.equals("JJ") && sentence.tag(index - 1).matches("DT|PRP\\$"))
                        || (tag.startsWith("JJ") && (sentence.isCapital(index) || sentence.isPossessive(index - 1))));
    }

    private static boolean isInside(Sentence sentence, int index) {
        String tag = sentence.tag(index);
        if (sentence.isQuote(index)) {
            return sentence.isNoun(index + 1)
                    && sentence.token(index).text().length() < 40
                    && sentence.tag(index - 1).matches("DT|PRP\\$|JJ");
        }
        if (!sentence.isWord(index)) {
            return tag.equals("$") || sentence.isMark(index, "%");
        }
        return tag.startsWith("NN")
                || tag.startsWith("JJ")
                || INSIDE.contains(tag)
                || sentence.word(index).equals("&")
                || ((tag.equals("VBN") || tag.equals("VBG"))
                        && isInside(sentence, index + 1)
                        && !sentence.tag(index + 1).matches("DT|PRP\\$|PRP"))
                || (tag.startsWith("RB")
                        && sentence.tag(index + 1).matches("JJ.*|VBN")
                        && sentence.tag(index - 1).matches("DT|PRP\\$"));
    }

    /** Whether what begins at a token only tells more of a noun before: "of the brewery". */
    static boolean isAttached(Sentence sentence, int from) {
        return BEHIND_NOUN.contains(sentence.word(from - 1)) && sentence.isNoun(from - 2);
    }

    /** One step further to the left; the same place if nothing is attached there, negative if the phrase is no subject. */
    private static int widened(Sentence sentence, int from) {
        int before = from - 1;
        String word = sentence.word(before);
        String tag = sentence.tag(before);
        if (sentence.tag(from).equals("CD") && word.matches("about|around|over|under|nearly|almost|some")) {
            return before;
        }
        if (tag.equals("IN") || tag.equals("TO")) {
            int start = start(sentence, before);
            if (start < before) {
                return BEHIND_NOUN.contains(word) ? start : from;
            }
            int participle = before;
            while (participle > 0 && sentence.tag(participle - 1).matches("VBN|VBG|JJ|RB|VBD")) {
                participle--;
            }
            start = start(sentence, participle);
            if (participle < before && start < participle && BEHIND_NOUN.contains(word)) {
                return start;
            }
            int antecedent = relative(sentence, before, from);
            if (antecedent < from) {
                return antecedent;
            }
            return BEHIND_NOUN.contains(word) ? -1 : from;
        }
        if (tag.equals("CC") && word.matches("and|or|&")) {
            int start = start(sentence, before);
            boolean same = start < before
                    && !sentence.isVerb(start - 1)
                    && sentence.isName(before - 1) == sentence.isName(end(sentence, from) - 1);
            return same ? start : from;
        }
        if (sentence.isVerb(before)) {
            int reduced = reduced(sentence, before, from);
            return reduced < from ? reduced : relative(sentence, before, from);
        }
        return from;
    }

    /** "A treasurer accused of stealing a million said": behind participles, at the beginning of a clause. */
    private static int reduced(Sentence sentence, int verb, int from) {
        int participle = verb;
        while (participle > 0 && sentence.tag(participle - 1).matches("VBN|VBG|VBD|IN|RB")) {
            participle--;
        }
        int start = start(sentence, participle);
        boolean begins = start == 0
                || sentence.isMark(start - 1, ",;:—–")
                || sentence.tag(start - 1).equals("CC");
        boolean passive = sentence.tag(participle).matches("VBN|VBD|VBG")
                && !sentence.tag(verb).equals("VBD");
        return start < participle && participle < verb && begins && passive ? start : from;
    }

    /** "the woman who accused Trump said": behind a relative clause without commas. */
    private static int relative(Sentence sentence, int verb, int from) {
        for (int i = verb - 1; i > 0 && i > verb - 8 && !sentence.isMark(i, ",;:"); i--) {
            if (sentence.tag(i).startsWith("WP") || sentence.tag(i).equals("WDT")) {
                int start = start(sentence, i);
                return start < i ? start : from;
            }
        }
        return from;
    }
}
