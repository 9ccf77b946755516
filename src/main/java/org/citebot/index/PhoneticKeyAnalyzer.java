package org.citebot.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.citebot.language.Language;

/** Words by Unicode's rules, each as its phonetic keys: how words of other languages find it. */
final class PhoneticKeyAnalyzer extends Analyzer {

    private final Language language;

    PhoneticKeyAnalyzer(Language language) {
        this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new PhoneticKeyFilter(words, language));
    }
}
