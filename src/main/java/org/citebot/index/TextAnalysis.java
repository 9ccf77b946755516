package org.citebot.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.citebot.language.Language;
import org.citebot.language.NumberForms;
import org.citebot.language.TextSpan;
import org.citebot.language.WordLists;
import org.jspecify.annotations.Nullable;

/** Splits text into the terms that are indexed and asked for, each language by its own rules. For many threads. */
public final class TextAnalysis implements AutoCloseable {

    private final Map<Language, Analyzer> analyzers = new EnumMap<>(Language.class);
    private final Map<Language, Analyzer> keyAnalyzers = new EnumMap<>(Language.class);

    private @Nullable PlaceTerms places;
    private @Nullable NumberForms numbers;

    /** The analysers of all languages; each is made when it is first needed. */
    public TextAnalysis() {}

    /**
     * A term and where it stands.
     *
     * @param text as it is indexed: lower case, folded, stemmed
     * @param span the word it was made from
     */
    public record Term(String text, TextSpan span) {}

    /** The terms of a text, in order, stop words left out. */
    public List<Term> terms(String text, Language language) {
        return terms(text, analyzer(language));
    }

    /** The phonetic keys of all words of a text, and their beginnings. */
    public Set<String> keys(String text, Language language) {
        Set<String> keys = new HashSet<>();
        terms(text, keyAnalyzer(language)).forEach(key -> keys.add(key.text()));
        return keys;
    }

    /** What a word is in another language if it names a country or a large city; empty if it does not, or is not known. */
    public Set<String> placeTerms(String word, Language of, Language to) {
        List<Term> terms = terms(word, of);
        return terms.size() == 1 ? places().translated(terms.getFirst().text(), of, to) : Set.of();
    }

    /** The terms of all ways in which another language writes the number that a word tells; empty if it tells none. */
    public Set<String> numberTerms(String word, Language of, Language to) {
        Set<String> terms = new HashSet<>();
        numbers().of(word, of, to).forEach(form -> terms(form, to).forEach(term -> terms.add(term.text())));
        return terms;
    }

    private synchronized NumberForms numbers() {
        if (numbers == null) {
            numbers = new NumberForms();
        }
        return numbers;
    }

    private synchronized PlaceTerms places() {
        if (places == null) {
            places = new PlaceTerms(this);
        }
        return places;
    }

    private static List<Term> terms(String text, Analyzer analyzer) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(new Term(term.toString(), new TextSpan(offset.startOffset(), offset.endOffset())));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A string in memory can always be read", e);
        }
        return terms;
    }

    synchronized Analyzer analyzer(Language language) {
        return analyzers.computeIfAbsent(language, key -> switch (key) {
            case ENGLISH ->
                new StemmingAnalyzer(
                        snowball("english"),
                        WordLists.lines(TextAnalysis.class, "irregular-forms/english.txt"),
                        StemmingAnalyzer.Stemmer.ENGLISH);
            case RUSSIAN -> new StemmingAnalyzer(snowball("russian"), List.of(), StemmingAnalyzer.Stemmer.RUSSIAN);
            case BELARUSIAN ->
                new StemmingAnalyzer(
                        new CharArraySet(WordLists.lines(TextAnalysis.class, "stopwords/belarusian.txt"), true),
                        List.of(),
                        StemmingAnalyzer.Stemmer.BELARUSIAN);
            case UKRAINIAN -> new UkrainianMorfologikAnalyzer();
            case POLISH -> new PolishAnalyzer();
            case OTHER -> new StemmingAnalyzer(CharArraySet.EMPTY_SET, List.of(), StemmingAnalyzer.Stemmer.NONE);
        });
    }

    synchronized Analyzer keyAnalyzer(Language language) {
        return keyAnalyzers.computeIfAbsent(language, PhoneticKeyAnalyzer::new);
    }

    private static CharArraySet snowball(String language) {
        try (InputStream in = SnowballFilter.class.getResourceAsStream(language + "_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(Objects.requireNonNull(in, language));
        } catch (IOException e) {
            throw new UncheckedIOException("Lucene's jar is incomplete: stop words of " + language, e);
        }
    }

    @Override
    public synchronized void close() {
        analyzers.values().forEach(Analyzer::close);
        analyzers.clear();
        keyAnalyzers.values().forEach(Analyzer::close);
        keyAnalyzers.clear();
    }
}
