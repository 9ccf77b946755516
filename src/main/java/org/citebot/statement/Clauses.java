package org.citebot.statement;

import org.citebot.statement.Cue.Form;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Where clauses begin and end, as far as small words and verbs of speech tell. Immutable, for many threads. */
final class Clauses {

    private final WordClasses words;
    private final CueLexicon lexicon;

    Clauses(WordClasses words, CueLexicon lexicon) {
        this.words = words;
        this.lexicon = lexicon;
    }

    /** The verb of speech at a place; null if there is none, or if a noun of the same form stands there. */
    @Nullable
    VerbGroup verb(Sentence sentence, int index) {
        CueLexicon.Entry entry = lexicon.verb(sentence, index);
        if (entry == null || isNoun(sentence, index)) {
            return null;
        }
        VerbGroup group = VerbGroup.of(sentence, index, entry, words);
        boolean bare = group.form() == Form.BASE && group.from() == index && !group.infinitive();
        return bare && !hasPlural(sentence, index) ? null : group;
    }

    private boolean isNoun(Sentence sentence, int index) {
        String before = sentence.word(index - 1);
        boolean possessive = index > 0 && sentence.token(index - 1).isPossessive();
        boolean capital = sentence.isCapital(index) && index > 0;
        boolean form = lexicon.noun(sentence.word(index)) != null
                || sentence.word(index)
                        .matches(
                                "states?|reports?|claims?|calls?|comments?|notes?|posts?|labels?|voices?|orders?|reads?");
        boolean determined = (words.is(WordClass.DETERMINERS, before) && !words.is(WordClass.PRONOUNS, before))
                || words.is(WordClass.POSSESSIVES, before);
        boolean past = sentence.word(index).endsWith("ed")
                || sentence.word(index).equals("said")
                || sentence.word(index).equals("told");
        return capital
                || (possessive && form)
                || (determined && !past && !isQuantity(before))
                || (form && words.is(WordClass.PREPOSITIONS, before) && !before.equals("to"));
    }

    /** Whether one of the words before a verb can be its plural subject. */
    private boolean hasPlural(Sentence sentence, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - 5) && (sentence.isWord(i) || i == verb - 1); i--) {
            if (isPlural(sentence, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPlural(Sentence sentence, int index) {
        String word = sentence.word(index);
        return (word.length() > 2
                        && word.endsWith("s")
                        && !sentence.token(index).isPossessive())
                || words.is(WordClass.PLURAL_HEADS, word)
                || word.matches("they|we|i|you|who|that|people|men|women|both|many|some|others|and|but|which")
                || sentence.isMark(index, ",)");
    }

    private static boolean isQuantity(String word) {
        return word.matches("both|some|many|most|all|another|this|that|one|two|three|four|several|no");
    }

    /** Whether a piece has a verb of its own, so that it can be a clause. */
    boolean hasVerb(Sentence sentence, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            String word = sentence.word(i);
            if (words.is(WordClass.FINITE, word)
                    || (word.length() > 4 && word.endsWith("ed"))
                    || lexicon.verb(sentence, i) != null) {
                return true;
            }
        }
        return from < to && words.is(WordClass.FINITE, sentence.word(from));
    }

    /** Whether a word is one with which a clause begins: a pronoun, or an article. */
    boolean beginsClause(Sentence sentence, int index) {
        String word = sentence.word(index);
        return words.is(WordClass.PRONOUNS, word) || words.is(WordClass.DETERMINERS, word);
    }

    /** Behind the last word of the clause that begins at a token: its full stop is not part of it. */
    int end(Sentence sentence, int from) {
        int limit = sentence.size();
        while (limit > from && sentence.isMark(limit - 1, ".!?…")) {
            limit--;
        }
        for (int i = from + 1; i < limit; i++) {
            if (sentence.isMark(i, ";") || isCut(sentence, i, limit)) {
                return i;
            }
            if (endsInComma(sentence, i) && isCutBehind(sentence, i + 1, limit)) {
                return i + 1;
            }
        }
        return limit;
    }

    private boolean isCut(Sentence sentence, int index, int limit) {
        boolean comma = sentence.isMark(index, ",");
        int next = comma ? index + 1 : index;
        String word = sentence.word(next);
        boolean conjunction = word.equals("and") || word.equals("but") || word.equals("or") || word.equals("then");
        if (conjunction && goesOnSpeaking(sentence, next + 1, limit)) {
            return true;
        }
        return comma ? isCutBehind(sentence, next, limit) : word.equals("while") || word.equals("whereas");
    }

    /** Whether behind a comma something else begins. */
    private boolean isCutBehind(Sentence sentence, int next, int limit) {
        String word = sentence.word(next);
        boolean conjunction = word.equals("and") || word.equals("but") || word.equals("or") || word.equals("then");
        return (conjunction && goesOnSpeaking(sentence, next + 1, limit))
                || word.equals("while")
                || word.equals("whereas")
                || word.equals("as")
                || word.equals("although")
                || word.equals("according")
                || word.equals("citing")
                || ((conjunction || word.equals("though")) && hasOwnSpeaker(sentence, next + 1, limit))
                || isGerund(sentence, next)
                || isTailAttribution(sentence, next, limit);
    }

    /** British and American style put the comma inside: a quotation that ends so is a comma too. */
    private static boolean endsInComma(Sentence sentence, int index) {
        return sentence.isQuote(index) && sentence.token(index).text().matches("(?s).*,\\s*.");
    }

    private boolean isGerund(Sentence sentence, int index) {
        String word = sentence.word(index);
        return word.length() > 5
                && word.endsWith("ing")
                && !word.equals("including")
                && !word.equals("following")
                && !sentence.isCapital(index);
    }

    /** "and warned that", "but has stressed", "and adding". */
    private boolean goesOnSpeaking(Sentence sentence, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 4); i++) {
            VerbGroup group = verb(sentence, i);
            if (group != null) {
                return group.from() <= from && group.form() != Form.BASE && !group.infinitive();
            }
            if (!words.is(WordClass.AUXILIARIES, sentence.word(i)) && !words.is(WordClass.ADVERBS, sentence.word(i))) {
                return false;
            }
        }
        return false;
    }

    /** "and the mayor said": another speaker before the next comma. */
    private boolean hasOwnSpeaker(Sentence sentence, int from, int limit) {
        for (int i = from; i < limit && !sentence.isMark(i, ","); i++) {
            VerbGroup group = verb(sentence, i);
            if (group != null && i > from) {
                return group.isFinite() && !group.passive();
            }
        }
        return false;
    }

    /** ", the Plains Examiner reported on Sunday.": to the sentence's end nothing but an attribution. */
    private boolean isTailAttribution(Sentence sentence, int from, int limit) {
        for (int i = from + 1; i < Math.min(limit, from + 12); i++) {
            if (sentence.isMark(i, ",") || sentence.isQuote(i)) {
                return false;
            }
            VerbGroup group = verb(sentence, i);
            if (group != null) {
                return group.isFinite() && !group.passive() && isAdjunct(sentence, group.to(), limit);
            }
        }
        return false;
    }

    /** Whether what follows a verb is nothing but when, where and to whom. */
    boolean isAdjunct(Sentence sentence, int from, int limit) {
        if (from >= limit || sentence.isMark(from, ",")) {
            return true;
        }
        String word = sentence.word(from);
        return (words.is(WordClass.PREPOSITIONS, word)
                        || words.is(WordClass.DAYS, word)
                        || words.is(WordClass.TIMES, word)
                        || words.is(WordClass.ADVERBS, word)
                        || word.equals("last")
                        || word.equals("this"))
                && !hasThat(sentence, from, limit);
    }

    private boolean hasThat(Sentence sentence, int from, int limit) {
        for (int i = from; i < limit && !sentence.isMark(i, ","); i++) {
            if (sentence.word(i).equals("that") || sentence.isQuote(i)) {
                return true;
            }
        }
        return false;
    }
}
