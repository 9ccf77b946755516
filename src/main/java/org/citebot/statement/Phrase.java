package org.citebot.statement;

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
}
