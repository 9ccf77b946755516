package org.citebot.statement;

import java.util.List;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Finds the content that follows a verb of speech, by what the verb may take. Immutable, for many threads. */
final class ContentFinder {

    private static final int LONGEST_ADJUNCT = 28;
    private static final int LONGEST_HEARER = 14;

    private final WordClasses words;
    private final Clauses clauses;

    ContentFinder(WordClasses words, Clauses clauses) {
        this.words = words;
        this.clauses = clauses;
    }

    /**
     * What follows a verb.
     *
     * @param from the first token of the content
     * @param to behind its last one
     * @param hearer whom it was told to; null if the verb does not say
     * @param confidence of the way it was found
     */
    record Content(int from, int to, @Nullable Phrase hearer, double confidence) {}

    /** Null if nothing follows, so that the content stands before the verb, or nowhere. */
    @Nullable
    Content after(Sentence sentence, VerbGroup group) {
        int from = pastAside(sentence, pastTimes(sentence, group.to()));
        Content content = direct(sentence, group, from, null);
        if (content != null) {
            return content;
        }
        Cue cue = group.cue();
        if (cue.takes(Frame.OF)) {
            return afterOf(sentence, from);
        }
        if (cue.takes(Frame.QUOTED)) {
            return withQuotation(sentence, from);
        }
        if (cue.takes(Frame.HEARER)
                && sentence.isWord(from)
                && !words.is(WordClass.PREPOSITIONS, sentence.word(from))) {
            Content told = pastHearer(sentence, group, from);
            if (told != null) {
                return told;
            }
        }
        if (words.is(WordClass.PREPOSITIONS, sentence.word(from)) || from > group.to()) {
            Content later = pastAdjunct(sentence, group, from);
            if (later != null) {
                return later;
            }
        }
        return plain(sentence, group, from);
    }

    /** What begins right here with a word or a sign that says so. */
    private @Nullable Content direct(Sentence sentence, VerbGroup group, int from, @Nullable Phrase hearer) {
        Cue cue = group.cue();
        String word = sentence.word(from);
        if ((sentence.isMark(from, ":") || sentence.isMark(from, ","))
                && sentence.isQuote(from + 1)
                && (sentence.isMark(from, ":") || beginsSentence(sentence.token(from + 1)))
                && !cue.takes(Frame.QUOTED)) {
            return new Content(from + 1, quotesEnd(sentence, from + 1), hearer, 0.95);
        }
        if (word.equals("that")
                && (cue.takesClause() || (group.passive() && cue.takes(Frame.HEARER)))
                && !sentence.isMark(from + 1, ",.;")) {
            return content(sentence, from + 1, hearer, 0.95);
        }
        if (sentence.isQuote(from) && !cue.takes(Frame.QUOTED)) {
            int end = clauses.end(sentence, from);
            return new Content(from, end == from + 1 || wholeQuotation(sentence, from) ? from + 1 : end, hearer, 0.9);
        }
        if ((word.equals("whether") || word.equals("why") || word.equals("if") || word.equals("how"))
                && cue.takes(Frame.ASK)) {
            return content(sentence, from, hearer, 0.85);
        }
        if (word.equals("to")
                && cue.takes(Frame.TO)
                && sentence.isWord(from + 1)
                && !clauses.beginsClause(sentence, from + 1)
                && !sentence.isCapital(from + 1)) {
            return content(sentence, from, hearer, 0.85);
        }
        if (cue.takes(Frame.ABOUT) && (word.equals("of") || word.equals("about") || word.equals("against"))) {
            return content(sentence, word.equals("against") ? from : from + 1, hearer, 0.75);
        }
        if (cue.takes(Frame.FOR) && word.equals("for")) {
            return content(sentence, from + 1, hearer, 0.75);
        }
        return null;
    }

    private @Nullable Content plain(Sentence sentence, VerbGroup group, int from) {
        Cue cue = group.cue();
        if (!sentence.isWord(from)
                || words.is(WordClass.BOUNDARIES, sentence.word(from))
                || words.is(WordClass.PREPOSITIONS, sentence.word(from))
                || (words.is(WordClass.TIMES, sentence.word(from)) && from + 1 >= sentence.size())) {
            // "If asked, the bank would": a clause may begin so behind "said", but rarely does.
            return null;
        }
        if ((cue.takes(Frame.HEARER) && cue.takes(Frame.CLAUSE))
                || words.is(WordClass.VAGUE, sentence.word(from))
                || (words.is(WordClass.FINITE, sentence.word(from))
                        && sentence.word(from).indexOf('\'') < 0)) {
            return null;
        }
        int end = clauses.end(sentence, from);
        int comma = from;
        while (comma < end && !sentence.isMark(comma, ",")) {
            comma++;
        }
        boolean verb = clauses.hasVerb(sentence, from, cue.takes(Frame.CLAUSE) ? end : comma);
        boolean strict = cue.takes(Frame.STRICT) && !cue.takes(Frame.CLAUSE) && !cue.takes(Frame.THAT);
        if (cue.takesClause()
                && verb
                && !(strict && !words.is(WordClass.PRONOUNS, sentence.word(from)) && !finite(sentence, from, end))) {
            return content(sentence, from, null, 0.8);
        }
        if (cue.takes(Frame.CLAUSE) && group.cue().lemma().equals("say") && end - from > 2) {
            return content(sentence, from, null, 0.6);
        }
        if (cue.takes(Frame.OBJECT) || cue.takes(Frame.HAVING)) {
            return content(sentence, from, null, 0.65);
        }
        return null;
    }

    private boolean finite(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(WordClass.FINITE, sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "told reporters that", "urged the bank to", "told a meeting the roof was". */
    private @Nullable Content pastHearer(Sentence sentence, VerbGroup group, int from) {
        int limit = Math.min(sentence.size(), from + LONGEST_HEARER);
        boolean pronoun = words.is(WordClass.PRONOUNS, sentence.word(from));
        if (pronoun && group.cue().takesClause() && finite(sentence, from + 1, Math.min(from + 3, sentence.size()))) {
            return content(sentence, from, null, 0.8);
        }
        for (int i = from + 1; i < limit; i++) {
            Phrase hearer = new Phrase(sentence, from, i);
            Content content = direct(sentence, group, i, hearer);
            if (content != null) {
                return content;
            }
            if (sentence.isMark(i, ",;:.") || (clauses.verb(sentence, i) != null && !sentence.isCapital(i))) {
                return null;
            }
            boolean afterPreposition = words.is(WordClass.PREPOSITIONS, sentence.word(i - 1));
            int timed = pastTimes(sentence, i);
            if (timed > i) {
                Content later = direct(sentence, group, timed, hearer);
                if (later != null) {
                    return later;
                }
            }
            if (group.cue().takes(Frame.CLAUSE)
                    || group.cue().takes(Frame.THAT)
                    || group.cue().takes(Frame.STRICT)) {
                boolean begins = words.is(WordClass.DETERMINERS, sentence.word(i))
                        || (words.is(WordClass.PRONOUNS, sentence.word(i))
                                && !sentence.word(i).equals("you"));
                boolean inside = words.is(WordClass.DETERMINERS, sentence.word(i - 1))
                        || afterPreposition
                        || words.is(WordClass.BOUNDARIES, sentence.word(i - 1));
                if (begins && !inside && clauses.hasVerb(sentence, i, clauses.end(sentence, i))) {
                    return content(sentence, i, hearer, 0.75);
                }
            }
        }
        return null;
    }

    /** "said in a statement on Monday that", "said in Paris the treaty was". */
    private @Nullable Content pastAdjunct(Sentence sentence, VerbGroup group, int from) {
        if (!group.cue().takesClause() && !group.cue().takes(Frame.QUOTE)) {
            return null;
        }
        int limit = Math.min(sentence.size(), from + LONGEST_ADJUNCT);
        for (int i = from; i < limit; i++) {
            boolean that = sentence.word(i).equals("that") && group.cue().takesClause();
            boolean colon = sentence.isMark(i, ":") && sentence.isQuote(i + 1);
            if (that || colon) {
                Phrase hearer = hearerTo(sentence, from, i);
                return that
                        ? content(sentence, i + 1, hearer, 0.9)
                        : new Content(i + 1, quotesEnd(sentence, i + 1), hearer, 0.9);
            }
            if (sentence.isMark(i, ",") && sentence.isQuote(i + 1) && beginsSentence(sentence.token(i + 1))) {
                return new Content(i + 1, quotesEnd(sentence, i + 1), hearerTo(sentence, from, i), 0.8);
            }
            if (sentence.isMark(i, ",;") || (sentence.isQuote(i) && !isName(sentence.token(i)))) {
                if (sentence.isQuote(i) && i > from && isTime(sentence.word(i - 1))) {
                    return content(sentence, i, null, 0.8);
                }
                return null;
            }
            if (i > from
                    && clauses.verb(sentence, i) != null
                    && !sentence.isCapital(i)
                    && !words.is(WordClass.PREPOSITIONS, sentence.word(i - 1))) {
                return null;
            }
            if (i > from
                    && isTime(sentence.word(i - 1))
                    && clauses.beginsClause(sentence, i)
                    && group.cue().takesClause()
                    && finite(sentence, i + 1, clauses.end(sentence, i))) {
                return content(sentence, i, null, 0.75);
            }
        }
        return null;
    }

    private @Nullable Phrase hearerTo(Sentence sentence, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (sentence.word(i).equals("to")
                    || (sentence.word(i).equals("with") && sentence.word(i - 1).equals("interview"))) {
                return new Phrase(sentence, i + 1, to);
            }
        }
        return null;
    }

    private @Nullable Content afterOf(Sentence sentence, int from) {
        int end = clauses.end(sentence, from);
        for (int i = from + 1; i < end; i++) {
            if (sentence.word(i).equals("of")) {
                return content(sentence, from, null, 0.8);
            }
        }
        return withQuotation(sentence, from);
    }

    /** "called the plan “a slow eviction”". */
    private @Nullable Content withQuotation(Sentence sentence, int from) {
        int limit = Math.min(sentence.size(), from + 16);
        for (int i = from; i < limit; i++) {
            if (sentence.isQuote(i)) {
                return new Content(from, i + 1, null, 0.75);
            }
            boolean verb = i > from && clauses.verb(sentence, i) != null;
            boolean under = List.of("under", "for", "from", "with").contains(sentence.word(i));
            if (sentence.isMark(i, ",;:—") || verb || under || words.is(WordClass.FINITE, sentence.word(i))) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Content content(Sentence sentence, int from, @Nullable Phrase hearer, double confidence) {
        int to = from < sentence.size() ? clauses.end(sentence, from) : from;
        if (to <= from) {
            return null;
        }
        return new Content(from, to, hearer, confidence);
    }

    /** Several quotations in a row belong together. */
    private static int quotesEnd(Sentence sentence, int from) {
        int to = from + 1;
        while (sentence.isQuote(to)) {
            to++;
        }
        return to;
    }

    /** A quotation that is a sentence of its own ends the content; what follows is another clause. */
    private static boolean wholeQuotation(Sentence sentence, int index) {
        return beginsSentence(sentence.token(index))
                && sentence.token(index).text().matches("(?s).*[.!?,].");
    }

    private static boolean beginsSentence(Token quotation) {
        String inside = quotation.text().substring(1).strip();
        return !inside.isEmpty() && !Character.isLowerCase(inside.codePointAt(0));
    }

    private static boolean isName(Token quotation) {
        return quotation.text().length() < 30
                && beginsSentence(quotation)
                && !quotation.text().matches("(?s).*[.!?,].");
    }

    /** "warned, however, that" */
    private int pastAside(Sentence sentence, int from) {
        boolean aside = sentence.isMark(from, ",")
                && sentence.isMark(from + 2, ",")
                && words.is(WordClass.ADVERBS, sentence.word(from + 1));
        return aside ? from + 3 : from;
    }

    private int pastTimes(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()) {
            String word = sentence.word(at);
            if ((isTime(word) && !words.is(WordClass.MONTHS, word))
                    || words.is(WordClass.ADVERBS, word)
                    || (word.length() > 4 && word.endsWith("ly") && !sentence.isCapital(at))) {
                at++;
            } else if ((word.equals("last") || word.equals("this") || word.equals("earlier"))
                    && isTime(sentence.word(at + 1))) {
                at += 2;
            } else {
                break;
            }
        }
        return at;
    }

    private boolean isTime(String word) {
        return words.is(WordClass.DAYS, word) || words.is(WordClass.TIMES, word) || words.is(WordClass.MONTHS, word);
    }
}
