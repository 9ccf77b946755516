package org.citebot.statement;

import org.citebot.language.TextSpan;

/**
 * A word, a sign or a whole quotation.
 *
 * @param span its place in the text
 * @param text as it stands there
 * @param word in lower case, with plain apostrophes, without a possessive's ending and an abbreviation's full stop
 * @param kind what it is
 * @param tag its part of speech after the Penn Treebank; empty where it was not looked up
 */
record Token(TextSpan span, String text, String word, Kind kind, String tag) {

    /** What a token is. */
    enum Kind {
        WORD,
        MARK,
        QUOTE
    }

    Token(TextSpan span, String text, String word, Kind kind) {
        this(span, text, word, kind, "");
    }

    Token withTag(String found) {
        return new Token(span, text, word, kind, found);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isQuote() {
        return kind == Kind.QUOTE;
    }

    boolean isMark(String marks) {
        return kind == Kind.MARK && marks.contains(text);
    }

    /** Whether it is a word with a capital, a nickname with an at sign included. */
    boolean isCapital() {
        return isWord() && (Character.isUpperCase(text.codePointAt(0)) || text.charAt(0) == '@');
    }

    boolean isPossessive() {
        return isWord() && (text.endsWith("’s") || text.endsWith("'s") || text.endsWith("’") || text.endsWith("'"));
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }
}
