package org.citebot.statement;

import java.util.List;
import org.citebot.language.TextSpan;

/**
 * A sentence as its tokens.
 *
 * @param span its place in the text
 * @param tokens in order
 * @param paragraph the number of its paragraph in the document
 */
record Sentence(TextSpan span, List<Token> tokens, int paragraph) {

    Sentence {
        tokens = List.copyOf(tokens);
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The word at a place, in lower case; empty beyond the ends and for a sign or a quotation. */
    String word(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord()
                ? tokens.get(index).word()
                : "";
    }

    boolean isMark(int index, String marks) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isMark(marks);
    }

    boolean isQuote(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isQuote();
    }

    boolean isWord(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord();
    }

    boolean isCapital(int index) {
        return isWord(index) && tokens.get(index).isCapital();
    }

    /** The place in the text from one token to another one, excluded; empty only if there are none. */
    TextSpan span(int from, int to) {
        return new TextSpan(token(from).start(), token(to - 1).end());
    }

    /** The part of speech at a place; empty beyond the ends and for a quotation. */
    String tag(int index) {
        return index >= 0 && index < tokens.size() && !isQuote(index)
                ? tokens.get(index).tag()
                : "";
    }

    boolean isNoun(int index) {
        return tag(index).startsWith("NN");
    }

    boolean isName(int index) {
        return tag(index).startsWith("NNP") && isWord(index);
    }

    boolean isVerb(int index) {
        return tag(index).startsWith("VB");
    }

    /** Whether a verb with a tense or a modal stands here, "she's" and "that'll" included. */
    boolean isFinite(int index) {
        return switch (tag(index)) {
            case "VBD", "VBZ", "VBP", "MD" -> true;
            case "PRP", "EX", "DT", "WP" -> word(index).indexOf('\'') > 0;
            default -> false;
        };
    }

    boolean isPossessive(int index) {
        return isWord(index) && tokens.get(index).isPossessive() && !ownsNothing(index);
    }

    /** "Lloyd’s said", "the vicar of St Anne’s, who", "the Road Users’ Union": the ending is a part of the name. */
    private boolean ownsNothing(int index) {
        boolean users = isCapital(index + 1)
                && (tag(index).equals("NNPS") || word(index).matches("(?:wo)?men['’]s|people['’]s|children['’]s"));
        return isCapital(index) && (users || isFinite(index + 1) || isMark(index + 1, ","));
    }

    /** Behind the last word: closing full stops and question marks are left out. */
    int limit() {
        int limit = tokens.size();
        while (limit > 0 && isMark(limit - 1, ".!?…")) {
            limit--;
        }
        return limit;
    }
}
