package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.citebot.corpus.CorpusChanges;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;

/** Fills indexes from a store with given vectors, so that their speed is measured without embedding. For one thread. */
public final class ScaleIndex {

    private static final int DOCUMENTS_A_ROUND = 500;
    private static final long LOOK_AGAIN_MILLISECONDS = 200;

    private final CorpusStore store;
    private final CorpusChanges all;

    /** Of all that a store holds at this moment. */
    public ScaleIndex(CorpusStore store) {
        this.store = store;
        this.all = store.changesSince(0);
    }

    /** What is embedded of the first passages, in the order in which they are indexed. */
    public List<String> embeddedTexts(int count) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < all.documents().size() && texts.size() < count; from += DOCUMENTS_A_ROUND) {
            for (DocumentVersion version : round(from)) {
                version.passages().forEach(passage -> texts.add(PassageVectors.embeddedText(version, passage)));
            }
        }
        return texts.subList(0, Math.min(count, texts.size()));
    }

    /** Makes the index of the product: words and vectors. */
    public void write(PassageIndex index, ScaleVectors vectors) throws IOException {
        int[] number = {0};
        for (int from = 0; from < all.documents().size(); from += DOCUMENTS_A_ROUND) {
            for (DocumentVersion version : round(from)) {
                List<Document> documents = new ArrayList<>();
                for (Passage passage : version.passages()) {
                    documents.add(PassageFields.write(version, passage, vectors.vector(number[0]++), true));
                }
                index.replace(version.document(), documents);
            }
        }
        index.commit(all.store(), all.revision());
    }

    /** Waits until Lucene has merged what it wants to merge. */
    public void settle(PassageIndex index, Path folder) throws IOException, InterruptedException {
        do {
            Thread.sleep(LOOK_AGAIN_MILLISECONDS);
            // A merge that has ended is in the next commit only.
            index.commit(all.store(), all.revision());
        } while (merging(folder));
    }

    /** While a segment is being made, there are files that no commit names. */
    private static boolean merging(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            Set<String> files = new HashSet<>(List.of(directory.listAll()));
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            files.removeAll(commit.files(true));
            files.remove(IndexWriter.WRITE_LOCK_NAME);
            return !files.isEmpty();
        }
    }

    /** Makes an index that holds vectors alone, searched as single bits. */
    public void writeBits(Path folder, ScaleVectors vectors) throws IOException {
        writeVectors(folder, new PassageCodec(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE), vectors, Integer.MAX_VALUE);
    }

    /** Makes an index that holds the vectors of the first passages alone, searched as the product does. */
    public void writeBytes(Path folder, ScaleVectors vectors, int passages) throws IOException {
        writeVectors(folder, new PassageCodec(), vectors, passages);
    }

    private void writeVectors(Path folder, PassageCodec codec, ScaleVectors vectors, int most) throws IOException {
        int number = 0;
        // Closing commits, and waits for merges.
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(codec))) {
            for (int from = 0; from < all.documents().size() && number < most; from += DOCUMENTS_A_ROUND) {
                for (DocumentVersion version : round(from)) {
                    for (Passage passage : version.passages()) {
                        writer.addDocument(vectorAlone(passage, vectors.vector(number++)));
                    }
                }
            }
        }
    }

    private static Document vectorAlone(Passage passage, float[] vector) {
        Document document = new Document();
        document.add(PassageIds.field(passage.id()));
        document.add(new KnnFloatVectorField(PassageFields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    /** In the order of the store, which is that in which they came. */
    private List<DocumentVersion> round(int from) {
        List<DocumentId> ids =
                all.documents().subList(from, Math.min(all.documents().size(), from + DOCUMENTS_A_ROUND));
        Map<DocumentId, DocumentVersion> current = store.current(ids);
        List<DocumentVersion> round = new ArrayList<>();
        for (DocumentId id : ids) {
            DocumentVersion version = current.get(id);
            if (version != null) {
                round.add(version);
            }
        }
        return round;
    }

    /**
     * How large an index is.
     *
     * @param bytes of all its files
     * @param vectorBytes of its vectors, by the ending of the file that Lucene keeps them in: {@code vec} for the floats,
     *     {@code veq} for what is searched instead of them, {@code vex} for the graph
     */
    public record Size(int passages, int segments, long bytes, Map<String, Long> vectorBytes) {

        /** Of the last commit in a folder. */
        public static Size of(Path folder) {
            try (FSDirectory directory = FSDirectory.open(folder);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                long bytes = 0;
                for (String file : reader.getIndexCommit().getFileNames()) {
                    bytes += directory.fileLength(file);
                }
                Map<String, Long> vectorBytes = new TreeMap<>();
                for (LeafReaderContext leaf : reader.leaves()) {
                    CodecReader segment = (CodecReader) leaf.reader();
                    var field = segment.getFieldInfos().fieldInfo(PassageFields.VECTOR);
                    if (field != null) {
                        segment.getVectorReader()
                                .getOffHeapByteSize(field)
                                .forEach((ending, size) -> vectorBytes.merge(ending, size, Long::sum));
                    }
                }
                return new Size(reader.numDocs(), reader.leaves().size(), bytes, vectorBytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
