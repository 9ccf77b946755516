package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words by Unicode's rules, lower case, folded, without stop words, irregular forms looked up, the rest stemmed. Folding
 * comes after the stop words, which are written as a dictionary has them, and before the stemmer.
 */
final class StemmingAnalyzer extends Analyzer {

    enum Stemmer {
        ENGLISH,
        RUSSIAN,
        BELARUSIAN,
        NONE
    }

    private final CharArraySet stopWords;
    private final StemmerOverrideFilter.StemmerOverrideMap irregularForms;
    private final Stemmer stemmer;

    StemmingAnalyzer(CharArraySet stopWords, Map<String, String> irregularForms, Stemmer stemmer) {
        this.stopWords = stopWords;
        this.stemmer = stemmer;
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(true);
        irregularForms.forEach(builder::add);
        try {
            this.irregularForms = builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException("A map in memory can always be built", e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream stream =
                new LowerCaseFilter(stemmer == Stemmer.ENGLISH ? new EnglishPossessiveFilter(words) : words);
        stream = new ICUFoldingFilter(new StopFilter(stream, stopWords));
        stream = new StemmerOverrideFilter(stream, irregularForms);
        return new TokenStreamComponents(
                words,
                switch (stemmer) {
                    case ENGLISH -> new PorterStemFilter(stream);
                    case RUSSIAN -> new RussianLightStemFilter(stream);
                    case BELARUSIAN -> new BelarusianStemFilter(stream);
                    case NONE -> stream;
                });
    }
}
