package org.citebot.index;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Makes one term of the ways to write an abbreviation: {@code U.S.} and {@code US}. One that would be a stop word in small
 * letters gets a sign of its own, so that {@code WHO} is not {@code who}. Comes before letters are made small.
 */
final class AbbreviationFilter extends TokenFilter {

    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}\\.?");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}");
    private static final String SIGN = "_";

    private final CharArraySet stopWords;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    AbbreviationFilter(TokenStream input, CharArraySet stopWords) {
        super(input);
        this.stopWords = new CharArraySet(stopWords, true);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (DOTTED.matcher(term).matches()) {
            String letters = term.toString().replace(".", "");
            term.setEmpty().append(letters);
        }
        if (CAPITALS.matcher(term).matches() && stopWords.contains(term.buffer(), 0, term.length())) {
            term.append(SIGN);
        }
        return true;
    }
}
