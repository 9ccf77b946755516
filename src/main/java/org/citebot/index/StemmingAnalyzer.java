package org.citebot.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Words by Unicode's rules, lower case, folded, without stop words, irregular forms looked up, the rest stemmed. Folding
 * comes after the stop words, which are written as a dictionary has them, and before the stemmer; but for Russian, whose
 * stemmer cuts endings with й, which folding takes for an и with an accent.
 */
final class StemmingAnalyzer extends Analyzer {

    enum Stemmer {
        ENGLISH,
        RUSSIAN,
        BELARUSIAN,
        NONE
    }

    private static final Pattern YO = Pattern.compile("ё");

    private final CharArraySet stopWords;
    private final StemmerOverrideFilter.StemmerOverrideMap irregularForms;
    private final Stemmer stemmer;

    /** @param irregularForms lines of words parted by spaces: the base form, then forms that no rule brings back to it */
    StemmingAnalyzer(CharArraySet stopWords, List<String> irregularForms, Stemmer stemmer) {
        this.stopWords = stopWords;
        this.stemmer = stemmer;
        try {
            this.irregularForms = stems(irregularForms);
        } catch (IOException e) {
            throw new UncheckedIOException("A map in memory can always be built", e);
        }
    }

    /** The stem of its base form for each irregular form: what is looked up is not stemmed again. */
    private StemmerOverrideFilter.StemmerOverrideMap stems(List<String> lines) throws IOException {
        StemmerOverrideFilter.Builder stems = new StemmerOverrideFilter.Builder(true);
        for (String line : lines) {
            List<String> words = List.of(line.split(" ", -1));
            String stem = stem(words.getFirst());
            words.stream().skip(1).forEach(form -> stems.add(form, stem));
        }
        return stems.build();
    }

    private String stem(String word) throws IOException {
        KeywordTokenizer whole = new KeywordTokenizer();
        whole.setReader(new StringReader(word));
        try (TokenStream stems = stemmed(whole)) {
            CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
            stems.reset();
            stems.incrementToken();
            return term.toString();
        }
    }

    private TokenStream stemmed(TokenStream words) {
        return switch (stemmer) {
            case ENGLISH -> new PorterStemFilter(words);
            case RUSSIAN -> new SnowballFilter(words, new RussianStemmer());
            case BELARUSIAN -> new BelarusianStemFilter(words);
            case NONE -> words;
        };
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream stream = stemmer == Stemmer.ENGLISH ? new EnglishPossessiveFilter(words) : words;
        stream = new LowerCaseFilter(new AbbreviationFilter(stream, stopWords));
        if (stemmer == Stemmer.RUSSIAN) {
            stream = new StopFilter(new PatternReplaceFilter(stream, YO, "е", true), stopWords);
            return new TokenStreamComponents(words, new ICUFoldingFilter(stemmed(stream)));
        }
        stream = new ICUFoldingFilter(new StopFilter(stream, stopWords));
        stream = new StemmerOverrideFilter(stream, irregularForms);
        return new TokenStreamComponents(words, stemmed(stream));
    }
}
