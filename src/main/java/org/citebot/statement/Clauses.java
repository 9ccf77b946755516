package org.citebot.statement;

import java.util.Set;
import org.citebot.statement.VerbGroup.Form;

/** Where clauses begin and end. Immutable, for many threads. */
final class Clauses {

    private static final Set<String> SUBORDINATORS =
            Set.of("while", "whereas", "although", "though", "as", "according", "citing", "because", "after", "before");

    /** So far from its conjunction the speech verb of another clause may stand. */
    private static final int FARTHEST = 16;

    private static final Set<String> PREPOSITION_LIKE = Set.of("including", "following", "regarding", "concerning");

    private final CueLexicon lexicon;

    Clauses(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether a piece begins with a subject and has a verb with a tense, or a quotation where the verb would be. */
    boolean isClause(Sentence sentence, int from, int to) {
        String tag = sentence.tag(from);
        boolean subject = NounPhrases.end(sentence, from) > from
                || tag.matches("PRP|EX|DT|VBG|WP|WRB|RB")
                || sentence.isQuote(from)
                || sentence.word(from).matches("if|when|that");
        return subject
                && (hasFinite(sentence, from, to)
                        || sentence.tag(NounPhrases.end(sentence, from)).equals("VBN"));
    }

    /** Whether a verb with a tense stands in a piece, or a quotation behind the first word. */
    static boolean hasFinite(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean first = i == from && !sentence.tag(i).matches("PRP|EX|DT|WP");
            if ((sentence.isFinite(i) && !first) || (i > from && sentence.isQuote(i) && sentence.isNoun(i - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Behind the last word of the clause that begins at a token: its full stop is not part of it. */
    int end(Sentence sentence, int from) {
        int limit = sentence.limit();
        for (int i = from + 1; i < limit; i++) {
            if (sentence.isMark(i, ";") || isCut(sentence, i, limit)) {
                return i;
            }
            if (endsInComma(sentence, i)
                    && (isCutBehindComma(sentence, i + 1, limit)
                            || (sentence.tag(i + 1).matches("DT|WDT|PRP") && !hasQuote(sentence, i + 1, limit)))) {
                return i + 1;
            }
        }
        return limit;
    }

    private boolean isCut(Sentence sentence, int index, int limit) {
        if (sentence.isMark(index, ",—")) {
            return isCutBehindComma(sentence, index + 1, limit);
        }
        return (sentence.tag(index).equals("CC") && goesOnSpeaking(sentence, index + 1, limit))
                || sentence.word(index).matches("while|whereas");
    }

    private boolean isCutBehindComma(Sentence sentence, int next, int limit) {
        boolean joins = sentence.tag(next).equals("CC") || sentence.word(next).equals("then");
        return (joins && (goesOnSpeaking(sentence, next + 1, limit) || hasOwnSpeaker(sentence, next + 1, limit)))
                || (SUBORDINATORS.contains(sentence.word(next)) && !isComparison(sentence, next))
                || (sentence.tag(next).equals("VBG") && !PREPOSITION_LIKE.contains(sentence.word(next)))
                || isTail(sentence, next, limit)
                || isJudged(sentence, next)
                || isMainClause(sentence, next)
                || isResumed(sentence, next);
    }

    /** "When they asked her to leave, she refused": the main clause behind the one that the sentence begins with. */
    private static boolean isMainClause(Sentence sentence, int next) {
        if (!sentence.word(0).matches("when|after|as|if|although|though|while|because|before|since|once|until")) {
            return false;
        }
        for (int i = 1; i < next - 1; i++) {
            if (sentence.isMark(i, ",")) {
                return false;
            }
        }
        int subject = NounPhrases.end(sentence, next);
        return subject > next && sentence.isFinite(subject);
    }

    /** ", an admission that drew groans": what was said is given a name. */
    private boolean isJudged(Sentence sentence, int next) {
        return sentence.word(next).matches("an?")
                && (lexicon.noun(sentence, next + 1) != null
                        || sentence.word(next + 1)
                                .matches("move|step|reference|decision|figure|number|position|remarks?"))
                && sentence.tag(next + 2).matches("IN|WDT|DT|PRP|NNP|NNS|MD|VB[DZP]");
    }

    /** "Ogilvy, who told a host that …, said": behind a relative clause its subject goes on. */
    private boolean isResumed(Sentence sentence, int next) {
        return sentence.tag(next).matches("VBD|VBZ") && lexicon.verb(sentence, next) != null;
    }

    /** "as much as", "as well as". */
    private static boolean isComparison(Sentence sentence, int as) {
        return sentence.word(as).equals("as") && sentence.tag(as + 1).matches("RB|JJ");
    }

    static boolean hasQuote(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isQuote(i)) {
                return true;
            }
        }
        return false;
    }

    /** British and American style put the comma inside: a quotation that ends so is a comma too. */
    static boolean endsInComma(Sentence sentence, int index) {
        return sentence.isQuote(index) && sentence.token(index).text().matches("(?s).*,\\s*.");
    }

    /** "and warned that", "but has stressed", "and adding". */
    private boolean goesOnSpeaking(Sentence sentence, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 4); i++) {
            Cue cue = lexicon.verb(sentence, i);
            if (cue != null) {
                VerbGroup group = VerbGroup.of(sentence, i, cue.particle());
                return group.from() <= from
                        && (group.form() != Form.INFINITIVE)
                        && !sentence.tag(i).equals("VB");
            }
        }
        return false;
    }

    /** "and the mayor said": another speaker before the next comma. */
    private boolean hasOwnSpeaker(Sentence sentence, int from, int limit) {
        for (int i = from + 1; i < Math.min(limit, from + FARTHEST) && !sentence.isQuote(i); i++) {
            Cue cue = lexicon.verb(sentence, i);
            if (cue != null || sentence.isFinite(i)) {
                return cue != null && isActive(sentence, i, cue);
            }
        }
        return false;
    }

    private static boolean isActive(Sentence sentence, int index, Cue cue) {
        VerbGroup group = VerbGroup.of(sentence, index, cue.particle());
        return group.form() == Form.FINITE && !group.passive();
    }

    /** ", the Plains Examiner reported on Sunday.": to the sentence's end nothing but an attribution. */
    private boolean isTail(Sentence sentence, int from, int limit) {
        for (int i = from; i < Math.min(limit, from + 14); i++) {
            if (sentence.isMark(i, ",") || sentence.isQuote(i)) {
                return false;
            }
            Cue cue = lexicon.verb(sentence, i);
            if (cue != null) {
                int to = Adverbials.skip(
                        sentence, VerbGroup.of(sentence, i, cue.particle()).to());
                return isActive(sentence, i, cue)
                        && (i == from || SubjectFinder.before(sentence, i) != null)
                        && (to >= limit || sentence.isMark(to, ","));
            }
            if (sentence.isFinite(i)) {
                return false;
            }
        }
        return false;
    }
}
