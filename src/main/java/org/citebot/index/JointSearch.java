package org.citebot.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages by words and by vector, and scores each by both: what only one search ranks high is not taken for
 * unknown to the other. Similarities come from the vectors as floats, not from the bytes they are searched as.
 */
final class JointSearch {

    /** So few passages are scored sooner than the best of them are found. */
    private static final int FEW = 1_000;

    private JointSearch() {}

    /**
     * The best of both searches, in no order; all that hold a word of the question or have a vector where a filter lets
     * few through.
     *
     * @param vector null to find by words alone
     * @param filter null for all passages
     * @param count of each search
     */
    static List<PassageMatch> find(
            IndexSearcher searcher, Query words, float @Nullable [] vector, @Nullable Query filter, int count)
            throws IOException {
        NavigableSet<Integer> found = new TreeSet<>();
        ScoreDoc[] few = filter == null ? null : few(searcher, filter);
        if (few != null) {
            add(found, few);
        } else {
            add(found, searcher.search(WordQuery.filtered(words, filter), count).scoreDocs);
            if (vector != null) {
                Query near = new KnnFloatVectorQuery(PassageFields.VECTOR, vector, count, filter);
                add(found, searcher.search(near, count).scoreDocs);
            }
        }
        Weight weight = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE, 1);
        List<PassageMatch> matches = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            NavigableSet<Integer> inLeaf = found.subSet(leaf.docBase, true, end, false);
            if (!inLeaf.isEmpty()) {
                score(inLeaf, leaf, weight, vector, matches);
            }
        }
        return matches;
    }

    /** What a filter lets through; null if that is much. */
    private static ScoreDoc @Nullable [] few(IndexSearcher searcher, Query filter) throws IOException {
        ScoreDoc[] passing = searcher.search(filter, FEW + 1).scoreDocs;
        return passing.length <= FEW ? passing : null;
    }

    private static void add(NavigableSet<Integer> found, ScoreDoc[] hits) {
        for (ScoreDoc hit : hits) {
            found.add(hit.doc);
        }
    }

    private static void score(
            NavigableSet<Integer> found,
            LeafReaderContext leaf,
            Weight weight,
            float @Nullable [] vector,
            List<PassageMatch> matches)
            throws IOException {
        Scorer scorer = weight.scorer(leaf);
        DocIdSetIterator worded = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        FloatVectorValues vectors = vector == null ? null : leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
        DocIndexIterator embedded = vectors == null ? null : vectors.iterator();
        PassageIds ids = PassageIds.of(leaf);
        for (int document : found) {
            int number = document - leaf.docBase;
            boolean held = scorer != null && isAt(worded, number);
            Double similarity = vector != null && vectors != null && embedded != null && isAt(embedded, number)
                    ? (double) VectorUtil.dotProduct(vector, vectors.vectorValue(embedded.index()))
                    : null;
            if (held || similarity != null) {
                matches.add(new PassageMatch(ids.at(number), held ? scorer.score() : 0, similarity));
            }
        }
    }

    /** Whether an iterator holds a document; asked for in rising order. */
    private static boolean isAt(DocIdSetIterator iterator, int number) throws IOException {
        return (iterator.docID() < number ? iterator.advance(number) : iterator.docID()) == number;
    }
}
