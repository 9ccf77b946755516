package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.VectorUtil;
import org.citebot.corpus.PassageId;

/** Ways of searching vectors that the product does not use, to be compared with its own. For many threads. */
public final class VectorSearch implements AutoCloseable {

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private VectorSearch(FSDirectory directory) throws IOException {
        this.directory = directory;
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    /** Over the last commit in a folder. */
    public static VectorSearch open(Path folder) throws IOException {
        return new VectorSearch(FSDirectory.open(folder));
    }

    /**
     * The passages nearest to a vector, as quantised vectors tell.
     *
     * @param oversampling how many times as many are found as are returned; if more than once, the floats tell which
     */
    public List<PassageId> find(float[] vector, int count, int oversampling) {
        try {
            Query quantised = new KnnFloatVectorQuery(PassageFields.VECTOR, vector, count * oversampling);
            Query query = oversampling == 1
                    ? quantised
                    : RescoreTopNQuery.createFullPrecisionRescorerQuery(quantised, vector, PassageFields.VECTOR, count);
            return PassageIds.of(reader, searcher.search(query, count).scoreDocs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The passages that are nearest to each vector in truth, by all the floats. */
    public List<Set<PassageId>> findExactly(List<float[]> vectors, int count) throws IOException {
        List<PriorityQueue<ScoreDoc>> nearest = new ArrayList<>();
        vectors.forEach(
                vector -> nearest.add(new PriorityQueue<>((one, other) -> Float.compare(one.score, other.score))));
        for (LeafReaderContext leaf : reader.leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
            for (int ordinal = 0; values != null && ordinal < values.size(); ordinal++) {
                float[] passage = values.vectorValue(ordinal);
                int document = leaf.docBase + values.ordToDoc(ordinal);
                for (int i = 0; i < vectors.size(); i++) {
                    offer(nearest.get(i), document, VectorUtil.dotProduct(vectors.get(i), passage), count);
                }
            }
        }
        List<Set<PassageId>> found = new ArrayList<>();
        for (PriorityQueue<ScoreDoc> queue : nearest) {
            found.add(new HashSet<>(PassageIds.of(reader, queue.toArray(ScoreDoc[]::new))));
        }
        return found;
    }

    private static void offer(PriorityQueue<ScoreDoc> nearest, int document, float score, int count) {
        if (nearest.size() < count) {
            nearest.add(new ScoreDoc(document, score));
        } else if (score > nearest.element().score) {
            nearest.remove();
            nearest.add(new ScoreDoc(document, score));
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
