package org.citebot.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/** The statements in Lucene: they lie in the index of the passages and share its writer and its commits. For many threads. */
public final class StatementIndex {

    /** A topic of a hundred thousand characters is not looked up word for word. */
    private static final int MOST_TERMS = 100;

    private final PassageIndex index;
    private final TextAnalysis analysis;

    /** Searches what the index of the passages holds of statements. */
    public StatementIndex(PassageIndex index, TextAnalysis analysis) {
        this.index = index;
        this.analysis = analysis;
    }

    /** How many it holds. */
    public int size() {
        return index.search(searcher -> searcher.count(StatementFields.all()));
    }

    /**
     * The statements that a filter lets through: those whose content holds the most telling words of a topic first.
     *
     * @param topic one of whose words has to be there; null for any content, the newest first
     */
    public List<StatementHit> find(StatementFilter filter, @Nullable String topic, int count) {
        return index.search(searcher -> {
            BooleanQuery.Builder query =
                    new BooleanQuery.Builder().add(StatementFields.filter(filter), BooleanClause.Occur.FILTER);
            if (topic != null) {
                query.add(content(topic, index.languages()), BooleanClause.Occur.MUST);
            }
            return hits(
                    topic == null
                            ? searcher.search(query.build(), count, StatementFields.newestFirst())
                            : searcher.search(query.build(), count),
                    searcher);
        });
    }

    private Query content(String topic, Collection<Language> languages) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (Language language : languages) {
            analysis.terms(topic, language).stream()
                    .map(TextAnalysis.Term::text)
                    .distinct()
                    .limit(MOST_TERMS)
                    .forEach(term -> words.add(
                            new TermQuery(new Term(StatementFields.content(language), term)),
                            BooleanClause.Occur.SHOULD));
        }
        return words.build();
    }

    private static List<StatementHit> hits(TopDocs top, IndexSearcher searcher) throws IOException {
        List<StatementHit> hits = new ArrayList<>();
        for (ScoreDoc found : top.scoreDocs) {
            hits.add(StatementFields.read(searcher.storedFields().document(found.doc), found.score));
        }
        return hits;
    }
}
