package org.citebot.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * A light stemmer for Belarusian, for which Lucene has none: cuts the longest known ending of case, number, gender or
 * person that leaves at least three letters. Folding has turned й into и, ў into у and ё into е before.
 */
final class BelarusianStemFilter extends TokenFilter {

    private static final int SHORTEST_STEM = 3;

    private static final List<String> ENDINGS = Stream.of(
                    "ага", "яга", "ому", "аму", "яму", "ымі", "імі", "амі", "ямі", "ыми", "ах", "ях", "аи", "яи", "ую",
                    "юю", "ая", "яя", "ое", "ае", "яе", "ые", "ія", "ыя", "ыи", "іи", "ым", "ім", "ых", "іх", "ам",
                    "ям", "ом", "ем", "ау", "яу", "оу", "еу", "ою", "ею", "аю", "яю", "еш", "уць", "юць", "аць", "яць",
                    "іць", "ыць", "іу", "ыу", "іла", "ыла", "ала", "яла", "ілі", "ылі", "алі", "ялі", "а", "я", "о",
                    "е", "у", "ю", "ы", "і", "и", "ь")
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    BelarusianStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword()) {
            term.setLength(stemLength(term));
        }
        return true;
    }

    static int stemLength(CharSequence word) {
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM
                    && word.subSequence(stem, word.length()).toString().equals(ending)) {
                return stem;
            }
        }
        return word.length();
    }
}
