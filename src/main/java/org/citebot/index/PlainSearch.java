package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;

/**
 * The plainest search that there is, for Citebot's own to be measured against: whole documents, title and text in one
 * field, Lucene's stock analyser of the language of most of them, BM25 with k1 0.9 and b 0.4 (the settings of Anserini's
 * baselines). In memory; for many threads.
 */
public final class PlainSearch implements AutoCloseable {

    private static final float K1 = 0.9f;
    private static final float B = 0.4f;
    private static final String TEXT = "text";
    private static final String ID = "id";

    private final Map<String, DocumentVersion> documents;
    private final Analyzer analyzer;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /** Indexes documents, one version of each. */
    public PlainSearch(Collection<DocumentVersion> documents) {
        this.documents = documents.stream()
                .collect(Collectors.toMap(version -> version.document().value(), Function.identity()));
        this.analyzer = analyzer(mainLanguage(documents));
        BM25Similarity similarity = new BM25Similarity(K1, B);
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(similarity);
        try {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (DocumentVersion version : documents) {
                    writer.addDocument(document(version));
                }
            }
            reader = DirectoryReader.open(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
    }

    private static Language mainLanguage(Collection<DocumentVersion> documents) {
        Map<Language, Long> counts = documents.stream()
                .collect(Collectors.groupingBy(version -> version.details().language(), Collectors.counting()));
        return counts.isEmpty()
                ? Language.OTHER
                : Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static Analyzer analyzer(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishAnalyzer();
            case RUSSIAN -> new RussianAnalyzer();
            case UKRAINIAN -> new UkrainianMorfologikAnalyzer();
            case POLISH -> new PolishAnalyzer();
            case BELARUSIAN, OTHER -> new StandardAnalyzer();
        };
    }

    private static Document document(DocumentVersion version) {
        // A document without a title has its first line for one.
        String title = version.details().title();
        String text = version.text().startsWith(title) ? version.text() : title + "\n" + version.text();
        Document document = new Document();
        document.add(new StringField(ID, version.document().value(), Field.Store.YES));
        document.add(new TextField(TEXT, text, Field.Store.NO));
        return document;
    }

    /**
     * The first documents for a question, at most {@code count}.
     *
     * @param within search only in these; in all if empty
     */
    public List<DocumentVersion> find(String question, Set<DocumentId> within, int count) {
        Query words = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        if (words == null) {
            return List.of();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, BooleanClause.Occur.MUST);
        if (!within.isEmpty()) {
            List<BytesRef> ids =
                    within.stream().map(id -> new BytesRef(id.value())).toList();
            query.add(new TermInSetQuery(ID, ids), BooleanClause.Occur.FILTER);
        }
        try {
            List<DocumentVersion> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), count).scoreDocs) {
                DocumentVersion version =
                        documents.get(searcher.storedFields().document(hit.doc).get(ID));
                if (version != null) {
                    found.add(version);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        analyzer.close();
    }
}
