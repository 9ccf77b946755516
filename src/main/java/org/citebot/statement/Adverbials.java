package org.citebot.statement;

/** When, where and how something was said. */
final class Adverbials {

    private Adverbials() {}

    /** Behind all that stands between a verb and its content, those between commas included. */
    static int skip(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()) {
            int next = one(sentence, at);
            if (next == at && sentence.isMark(at, ",")) {
                next = betweenCommas(sentence, at);
            }
            if (next == at) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static int one(Sentence sentence, int at) {
        if (sentence.tag(at).matches("RBR?") && !sentence.word(at).matches("so|not|n't")) {
            return at + 1;
        }
        int noun = NounPhrases.end(sentence, at);
        if (noun > at && NounPhrases.isTime(sentence, at, noun)) {
            return sentence.word(noun).equals("ago") ? noun + 1 : noun;
        }
        if (sentence.word(at)
                .matches(
                        "in|on|at|during|after|before|from|by|via|through|to|of|about|with|under|without|since|for|into|outside|inside|near|over|across|within|between|among|behind|throughout|following|amid")) {
            Phrase inside = NounPhrases.beginningAt(sentence, at + 1);
            return inside == null ? at : inside.to();
        }
        return at;
    }

    /** Behind "on Monday" or "Monday", if it stands here. */
    static int time(Sentence sentence, int at) {
        int from = sentence.word(at).equals("on") ? at + 1 : at;
        int noun = NounPhrases.end(sentence, from);
        return NounPhrases.isTime(sentence, from, noun) ? noun : at;
    }

    /** ", in a speech on Monday,": to the second comma; the first one alone where nothing but a quotation follows. */
    private static int betweenCommas(Sentence sentence, int comma) {
        if (sentence.isQuote(comma + 1) || sentence.word(comma + 1).equals("that")) {
            return comma + 1;
        }
        if (!sentence.tag(comma + 1).matches("IN|RB|VBG|VBN|TO|WRB")
                && !NounPhrases.isTime(sentence, comma + 1, NounPhrases.end(sentence, comma + 1))) {
            return comma;
        }
        for (int i = comma + 1; i < Math.min(sentence.size(), comma + 16); i++) {
            if (sentence.isMark(i, ",")) {
                return i + 1 < sentence.limit()
                                && (sentence.isQuote(i + 1)
                                        || sentence.word(i + 1).equals("that"))
                        ? i + 1
                        : comma;
            }
            if (sentence.isQuote(i)) {
                return comma;
            }
        }
        return comma;
    }
}
