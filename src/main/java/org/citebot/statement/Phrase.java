package org.citebot.statement;

import java.util.Locale;
import org.citebot.language.TextSpan;

/** Some tokens of a sentence in a row: from {@code from} to {@code to}, the latter excluded; never empty. */
record Phrase(Sentence sentence, int from, int to) {

    Phrase {
        if (from < 0 || to <= from || to > sentence.size()) {
            throw new IllegalArgumentException("No phrase: " + from + " to " + to);
        }
    }

    TextSpan span() {
        return sentence.span(from, to);
    }

    int size() {
        return to - from;
    }

    Token first() {
        return sentence.token(from);
    }

    Token last() {
        return sentence.token(to - 1);
    }

    /** Where it begins in the text. */
    int at() {
        return first().start();
    }

    /** Behind its head: what is attached to it, "for the agency", follows. */
    int headEnd() {
        int end = NounPhrases.end(sentence, from);
        return end > from ? Math.min(end, to) : to;
    }

    /** The head in lower case. */
    String head() {
        return sentence.word(headEnd() - 1);
    }

    /** Whether it is one personal or possessive pronoun. */
    boolean isPronoun() {
        return size() == 1
                && first().tag().matches("PRP|PRP\\$")
                && !first().word().equals("one");
    }

    /** Whether it begins with "the", "this" or "that". */
    boolean isDefinite() {
        return sentence.word(from).matches("the|this|that");
    }

    /** Whether it begins with "his" or "its". */
    boolean isOwned() {
        return sentence.tag(from).equals("PRP$");
    }

    /** The words themselves, with a small first article. */
    String plain() {
        String text = NameReader.text(sentence, from, to);
        return sentence.tag(from).matches("DT|PRP\\$")
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
