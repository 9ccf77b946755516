package org.citebot.statement;

import java.util.regex.Pattern;

/** What kind of quotation stands between marks. */
final class Quotations {

    private static final Pattern SENTENCE = Pattern.compile("(?s).\\s*[\\[(]?[\\p{Lu}\\p{N}…].*[.!?…,—–-]\\s*.?");

    private Quotations() {}

    /** Whether it begins and ends as a sentence does, or as one that an attribution follows. */
    static boolean isSentence(String quotation) {
        return SENTENCE.matcher(quotation).matches();
    }

    static int words(String quotation) {
        return quotation.strip().split("\\s+", -1).length;
    }
}
