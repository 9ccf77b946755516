package org.citebot.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.citebot.language.Language;
import org.citebot.language.PhoneticKeys;

/** Puts the phonetic keys of a word in its place; a word without one falls away. */
final class PhoneticKeyFilter extends TokenFilter {

    private final Language language;
    private final Deque<String> keys = new ArrayDeque<>();
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);

    PhoneticKeyFilter(TokenStream input, Language language) {
        super(input);
        this.language = language;
    }

    @Override
    public boolean incrementToken() throws IOException {
        boolean another = !keys.isEmpty();
        while (keys.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            PhoneticKeys found = PhoneticKeys.of(term.toString(), language);
            keys.addAll(found.whole());
            keys.addAll(found.beginnings());
        }
        term.setEmpty().append(keys.remove());
        position.setPositionIncrement(another ? 0 : 1);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        keys.clear();
    }
}
