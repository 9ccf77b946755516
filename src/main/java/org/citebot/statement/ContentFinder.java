package org.citebot.statement;

import java.util.Set;
import org.citebot.statement.Cue.Frame;
import org.jspecify.annotations.Nullable;

/** Finds what a verb of speech says, behind it. Immutable, for many threads. */
final class ContentFinder {

    static final Set<String> SPEECH = Set.of(
            "comments",
            "comment",
            "remarks",
            "remark",
            "words",
            "account",
            "claim",
            "claims",
            "story",
            "news",
            "statement");

    private final Clauses clauses;

    ContentFinder(Clauses clauses) {
        this.clauses = clauses;
    }

    /**
     * What follows a verb.
     *
     * @param from its first token
     * @param to behind its last one; the same where no content follows
     * @param hearer to whom; null if it does not say so
     */
    record Content(int from, int to, @Nullable Phrase hearer) {

        boolean isEmpty() {
            return from >= to;
        }
    }

    /** The content behind a verb and those whom it was told to; empty behind them if there is none. */
    Content after(Sentence sentence, Cue cue, int verbEnd) {
        Phrase hearer = hearer(sentence, cue, verbEnd);
        int begin = hearer == null ? verbEnd : hearer.to();
        int at = Adverbials.skip(sentence, begin);
        Content found = at(sentence, cue, at, hearer);
        if (found.isEmpty() && at > begin) {
            Content earlier = at(sentence, cue, begin, hearer);
            return earlier.isEmpty() ? found : earlier;
        }
        return found;
    }

    private @Nullable Phrase hearer(Sentence sentence, Cue cue, int at) {
        if (sentence.word(at).equals("to") && cue.takes(Frame.CLAUSE)) {
            return NounPhrases.beginningAt(sentence, at + 1);
        }
        if (!cue.takes(Frame.HEARER)) {
            return null;
        }
        Phrase phrase = NounPhrases.beginningAt(sentence, at);
        boolean always = cue.lemma().equals("tell");
        int plain = NounPhrases.end(sentence, at);
        if (phrase == null || always) {
            return phrase;
        }
        Phrase inner = new Phrase(sentence, at, plain);
        return isHearerEnd(sentence, Adverbials.time(sentence, phrase.to()))
                ? phrase
                : isHearerEnd(sentence, plain) ? inner : null;
    }

    private static boolean isHearerEnd(Sentence sentence, int at) {
        return sentence.word(at).matches("that|to|of|about|against|for|whether|how|why|what|not|if")
                || sentence.isQuote(at)
                || sentence.isMark(at, ",:");
    }

    private Content at(Sentence sentence, Cue cue, int at, @Nullable Phrase hearer) {
        int limit = sentence.limit();
        if (at >= limit) {
            return new Content(at, at, hearer);
        }
        if (sentence.isQuote(at) && !sentence.isPossessive(at - 1)) {
            return new Content(at, quotationEnd(sentence, cue, at), hearer);
        }
        if (sentence.isMark(at, ":") && at + 1 < limit && (cue.takes(Frame.CLAUSE) || sentence.isQuote(at + 1))) {
            return new Content(at + 1, sentence.isQuote(at + 1) ? at + 2 : limit, hearer);
        }
        int end = clauses.end(sentence, at);
        String word = sentence.word(at);
        boolean says = Clauses.hasFinite(sentence, at + 1, limit) || Clauses.hasQuote(sentence, at + 1, limit);
        if (word.equals("that") && says && (cue.takes(Frame.CLAUSE) || cue.takes(Frame.THAT))) {
            return new Content(at + 1, clauses.end(sentence, at + 1), hearer);
        }
        int from = begin(sentence, cue, at, end);
        return from < 0 ? new Content(at, at, hearer) : new Content(from, praiseEnd(sentence, cue, from, end), hearer);
    }

    /** The first token of the content by what the verb takes; negative if nothing fits. */
    private int begin(Sentence sentence, Cue cue, int at, int end) {
        String word = sentence.word(at);
        boolean verb = sentence.isVerb(at + 1) || sentence.isVerb(at + 2) || sentence.isQuote(at + 1);
        if ((cue.takes(Frame.CLAUSE) && clauses.isClause(sentence, at, end))
                || (cue.takes(Frame.TO) && word.equals("to") && verb)
                || (cue.takes(Frame.TO)
                        && word.equals("not")
                        && sentence.word(at + 1).equals("to"))
                || (cue.takes(Frame.ASK) && word.matches("whether|why|if|how|what|who|when|where"))
                || (cue.takes(Frame.FOR) && word.equals("for"))
                || (cue.takes(Frame.AS) && word.equals("as") && Clauses.hasQuote(sentence, at, end))
                || (cue.takes(Frame.ABOUT) && word.equals("against"))
                || (cue.takes(Frame.HAVING) && sentence.tag(at).equals("VBG"))) {
            return at;
        }
        if (cue.takes(Frame.ABOUT) && word.matches("of|about")) {
            return at + 1;
        }
        int object = NounPhrases.end(sentence, at);
        if (object == at + 1 && sentence.tag(at).equals("PRP") && object == end) {
            return -1;
        }
        if (object == at) {
            boolean named = cue.takes(Frame.QUOTE) || cue.takes(Frame.AS) || cue.takes(Frame.OBJECT);
            return named
                            && sentence.tag(at).matches("DT|PRP\\$|JJ|CD")
                            && Clauses.hasQuote(sentence, at, Math.min(end, at + 4))
                    ? at
                    : -1;
        }
        Phrase whole = NounPhrases.beginningAt(sentence, at);
        int wide = whole == null ? object : whole.to();
        boolean fits = (cue.takes(Frame.OBJECT) && isToldOf(sentence, cue, at, object))
                || (cue.takes(Frame.SMALL) && (isPredicate(sentence, object) || isPredicate(sentence, wide)))
                || (cue.takes(Frame.AS)
                        && (hasWord(sentence, object, end, "as") || Clauses.hasQuote(sentence, at, end)))
                || (cue.takes(Frame.OF) && hasWord(sentence, object, end, "of|for"))
                || (cue.takes(Frame.QUOTE)
                        && Clauses.hasQuote(sentence, at, end)
                        && !Clauses.hasFinite(sentence, at, end));
        return fits ? at : -1;
    }

    /** "hailed their “fraternal peoples” in signing a deal": the quotation is the last of it. */
    private static int praiseEnd(Sentence sentence, Cue cue, int from, int to) {
        int last = to;
        while (cue.takes(Frame.AS) && last > from && !sentence.isQuote(last - 1)) {
            last--;
        }
        boolean cut = last > from && last < to && sentence.tag(last).matches("IN|TO|W.*");
        return cut && !hasWord(sentence, last, to, "of|for|as") ? last : to;
    }

    /** "announced a ban" tells; "as the pair announced deals" is an event, "reporting his comments" a relay. */
    private static boolean isToldOf(Sentence sentence, Cue cue, int at, int to) {
        if (to > at && SPEECH.contains(sentence.word(to - 1))) {
            return false;
        }
        return !cue.act().equals(SpeechAct.ANNOUNCE)
                || sentence.tag(at).matches("DT|PRP\\$|CD")
                || Clauses.hasQuote(sentence, at, to);
    }

    private static boolean isPredicate(Sentence sentence, int at) {
        return sentence.isQuote(at) || sentence.tag(at).matches("DT|JJ.*|NN.*|PRP\\$|RB");
    }

    private static boolean hasWord(Sentence sentence, int from, int to, String words) {
        for (int i = from; i < to && !sentence.isFinite(i); i++) {
            if (sentence.word(i).matches(words)) {
                return true;
            }
        }
        return false;
    }

    /** A quotation that is no sentence may begin a clause that goes on behind it. */
    private int quotationEnd(Sentence sentence, Cue cue, int quote) {
        int end = clauses.end(sentence, quote);
        boolean whole = Quotations.isSentence(sentence.token(quote).text()) || Clauses.endsInComma(sentence, quote);
        boolean goesOn = !whole
                && cue.takes(Frame.CLAUSE)
                && sentence.isWord(quote + 1)
                && Clauses.hasFinite(sentence, quote, end);
        return goesOn ? end : quote + 1;
    }
}
