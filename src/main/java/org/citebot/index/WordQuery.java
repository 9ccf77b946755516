package org.citebot.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.citebot.language.Language;
import org.citebot.language.PhoneticKeys;
import org.jspecify.annotations.Nullable;

/**
 * A question as a query by words. Text and title count as one field with weights (BM25F: Robertson, Zaragoza and Taylor,
 * "Simple BM25 extension to multiple weighted fields", CIKM 2004). The question is analysed once for each language of
 * the index; a passage has one language, so the best of these counts. Passages in another language than the question's
 * are found by phonetic keys and the names of places too; those in its own by the keys of names, for less than the same spelling.
 */
final class WordQuery {

    private static final float TITLE_WEIGHT = 2;
    private static final float OTHER_SPELLING = 0.5f;

    /** A question of a hundred thousand characters is not asked word for word. */
    private static final int MOST_TERMS = 200;

    /** Text and title, once more for what a place is called, and the keys, of which a word has up to four. */
    private static final int FIELDS = 8;

    private WordQuery() {}

    /** @param asked the language of the question */
    static Query of(String question, Language asked, Collection<Language> languages, TextAnalysis analysis) {
        List<Query> byLanguage = new ArrayList<>();
        // Lucene counts every term in every field of every language, and refuses more than its limit.
        int most = Math.min(MOST_TERMS, IndexSearcher.getMaxClauseCount() / (FIELDS * Math.max(1, languages.size())));
        for (Language language : languages) {
            BooleanQuery.Builder words = new BooleanQuery.Builder();
            for (String term : distinctTerms(question, language, analysis, most)) {
                words.add(inTextOrTitle(term, language), BooleanClause.Occur.SHOULD);
            }
            for (String term : placeTerms(question, asked, language, analysis, most)) {
                words.add(inTextOrTitle(term, language), BooleanClause.Occur.SHOULD);
            }
            for (String key : keys(question, asked, language, analysis, most)) {
                Query sounds = new TermQuery(new Term(PassageFields.keys(language), key));
                words.add(
                        language == asked ? new BoostQuery(sounds, OTHER_SPELLING) : sounds,
                        BooleanClause.Occur.SHOULD);
            }
            byLanguage.add(words.build());
        }
        return new DisjunctionMaxQuery(byLanguage, 0);
    }

    static Query filtered(Query query, @Nullable Query filter) {
        return filter == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, BooleanClause.Occur.MUST)
                        .add(filter, BooleanClause.Occur.FILTER)
                        .build();
    }

    private static Set<String> distinctTerms(String question, Language language, TextAnalysis analysis, int most) {
        Set<String> terms = new LinkedHashSet<>();
        for (TextAnalysis.Term term : analysis.terms(question, language)) {
            if (terms.size() < most) {
                terms.add(term.text());
            }
        }
        return terms;
    }

    /** What places that the question names are called in another language. */
    private static Set<String> placeTerms(
            String question, Language asked, Language language, TextAnalysis analysis, int most) {
        Set<String> terms = new LinkedHashSet<>();
        if (language == asked) {
            return terms;
        }
        for (TextAnalysis.Term term : analysis.terms(question, asked)) {
            String word = term.span().in(question);
            if (terms.size() < most && Character.isUpperCase(word.codePointAt(0))) {
                terms.addAll(analysis.placeTerms(word, asked, language));
            }
        }
        return terms;
    }

    /** Of the question's words in its own language, whose stop words are known. */
    private static Set<String> keys(
            String question, Language asked, Language language, TextAnalysis analysis, int most) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        for (TextAnalysis.Term term : analysis.terms(question, asked)) {
            String word = term.span().in(question);
            boolean name = term.span().start() > 0 && Character.isUpperCase(word.codePointAt(0));
            if (words.size() < most && (language != asked || name) && words.add(word)) {
                PhoneticKeys ofWord = PhoneticKeys.of(word, asked);
                keys.addAll(ofWord.whole());
                if (language != asked) {
                    keys.addAll(ofWord.beginnings());
                }
            }
        }
        return keys;
    }

    private static Query inTextOrTitle(String term, Language language) {
        return new CombinedFieldQuery.Builder(term)
                .addField(PassageFields.text(language), 1)
                .addField(PassageFields.title(language), TITLE_WEIGHT)
                .build();
    }
}
