package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.TextSpan;

/**
 * Finds the quotations of a paragraph, in marks of every style. A quotation inside another one is part of it. Immutable,
 * for many threads.
 */
final class QuotationFinder {

    private static final String OPENING = "“«»„\"‘'";

    /** The quotations in order. One that is not closed reaches to the paragraph's end, if it may go on in the next. */
    List<Quotation> find(String text, TextSpan paragraph) {
        List<Quotation> found = new ArrayList<>();
        int at = paragraph.start();
        while (at < paragraph.end()) {
            char mark = text.charAt(at);
            if (OPENING.indexOf(mark) < 0 || !opens(text, at, paragraph)) {
                at++;
                continue;
            }
            int close = close(text, at, paragraph.end());
            if (close > at + 1) {
                found.add(new Quotation(new TextSpan(at, close + 1), true));
                at = close + 1;
            } else if (close < 0 && mark != '‘' && mark != '\'' && goesOn(text, at, paragraph)) {
                found.add(new Quotation(new TextSpan(at, paragraph.end()), false));
                at = paragraph.end();
            } else {
                at++;
            }
        }
        return found;
    }

    /** An opening mark stands at the beginning of a word; a straight one or an apostrophe may not. */
    private static boolean opens(String text, int at, TextSpan paragraph) {
        boolean begins = at == paragraph.start() || " \t\n\u00a0([{—–-/".indexOf(text.charAt(at - 1)) >= 0;
        char mark = text.charAt(at);
        if (mark == '"') {
            return begins;
        }
        if (mark == '\'' && text.startsWith("'s", at)) {
            // A tokenised possessive.
            return false;
        }
        if (mark == '\'' || mark == '‘') {
            return begins && at + 1 < paragraph.end() && !Character.isWhitespace(text.charAt(at + 1));
        }
        return mark != '»' || begins;
    }

    /** A quotation without an end is one over several paragraphs if its paragraph or the next begins with its mark. */
    private static boolean goesOn(String text, int at, TextSpan paragraph) {
        int next = paragraph.end();
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return at == paragraph.start() || (next < text.length() && text.charAt(next) == text.charAt(at));
    }

    /** Where a quotation closes; negative if nowhere. */
    private static int close(String text, int open, int limit) {
        return switch (text.charAt(open)) {
            case '“' -> matching(text, open, limit, "“", "”");
            case '„' -> matching(text, open, limit, "„", "”“");
            case '«' -> matching(text, open, limit, "«", "»");
            case '»' -> matching(text, open, limit, "", "«");
            case '"' -> straight(text, open, limit);
            case '\'' -> single(text, open, limit, '\'');
            default -> single(text, open, limit, '’');
        };
    }

    private static int matching(String text, int open, int limit, String opening, String closing) {
        int depth = 1;
        for (int i = open + 1; i < limit; i++) {
            char character = text.charAt(i);
            if (closing.indexOf(character) >= 0) {
                depth--;
                if (depth == 0) {
                    return i;
                }
            } else if (opening.indexOf(character) >= 0) {
                depth++;
            }
        }
        return -1;
    }

    private static int straight(String text, int open, int limit) {
        for (int i = open + 1; i < limit; i++) {
            if (text.charAt(i) == '"' && (i + 1 == limit || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    /** The first mark that cannot be an apostrophe; else the last one that could be the end of a quotation. */
    private static int single(String text, int open, int limit, char mark) {
        int possible = -1;
        for (int i = open + 2; i < limit; i++) {
            char character = text.charAt(i);
            boolean opensAnother = i > open + 1 && character == '‘' && mark == '’';
            if (opensAnother) {
                break;
            }
            if (character != mark || (i + 1 < limit && Character.isLetterOrDigit(text.charAt(i + 1)))) {
                continue;
            }
            boolean plural = text.charAt(i - 1) == 's' && i + 2 < limit && Character.isLetter(text.charAt(i + 2));
            if (!plural) {
                return i;
            }
            possible = possible < 0 ? i : possible;
        }
        return possible;
    }
}
