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
}
