package org.citebot.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * The passages in Lucene. One process at a time holds the writer; any other opens the same folder to read, and sees what
 * the holder has committed. Everything in here is derived: a folder that is missing, damaged or of another make is begun
 * anew at revision 0, to be filled from the store. For many threads.
 */
public final class PassageIndex implements AutoCloseable {

    /** What the index is made of; to be raised with every change of fields or analysis. */
    private static final String MAKE = "7";

    private static final String STORE_KEY = "store";
    private static final String REVISION_KEY = "revision";
    /** A process that makes an index commits an empty one first; nobody waits longer for that. */
    private static final Duration FIRST_COMMIT_WAIT = Duration.ofSeconds(10);

    private static final int IMAGINED_PASSAGES = 50;
    private static final float K1 = 0.9f;
    private static final float B = 0.4f;
    private static final BM25Similarity SIMILARITY = new BM25Similarity(K1, B);
    private static final SearcherFactory SEARCHERS = new SearcherFactory() {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(SIMILARITY);
            return searcher;
        }
    };

    private final FSDirectory directory;
    private final @Nullable IndexWriter writer;
    private final SearcherManager searchers;
    private final TextAnalysis analysis;
    private final String make;
    private volatile Reflected written;

    private PassageIndex(
            FSDirectory directory,
            @Nullable IndexWriter writer,
            SearcherManager searchers,
            TextAnalysis analysis,
            String make) {
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
        this.analysis = analysis;
        this.make = make;
        this.written = Reflected.of(writer == null ? Map.of() : IndexFolder.commitData(writer));
    }

    /**
     * Opens an index to write it, or to read it if another process holds the writer.
     *
     * @param model name of the embedding model whose vectors are in it; another one begins the index anew
     * @throws UncheckedIOException if the folder cannot be written, or its writer makes nothing that can be read
     */
    public static PassageIndex open(Path folder, TextAnalysis analysis, String model) {
        try {
            Files.createDirectories(folder);
            return open(FSDirectory.open(folder), analysis, MAKE + " " + model);
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + folder + " cannot be opened", e);
        }
    }

    private static PassageIndex open(FSDirectory directory, TextAnalysis analysis, String make) throws IOException {
        long start = System.nanoTime();
        while (true) {
            try {
                return openToWrite(directory, analysis, make);
            } catch (LockObtainFailedException held) {
                try {
                    return new PassageIndex(directory, null, new SearcherManager(directory, SEARCHERS), analysis, make);
                } catch (IOException notYet) {
                    if (System.nanoTime() - start > FIRST_COMMIT_WAIT.toNanos()) {
                        throw notYet;
                    }
                }
            }
            pause();
        }
    }

    private static PassageIndex openToWrite(FSDirectory directory, TextAnalysis analysis, String make)
            throws IOException {
        IndexWriter writer = IndexFolder.openWriter(directory, () -> config(analysis), make);
        PassageIndex index =
                new PassageIndex(directory, writer, new SearcherManager(writer, SEARCHERS), analysis, make);
        if (IndexFolder.commitData(writer).isEmpty()) {
            index.commit("", 0);
        }
        return index;
    }

    private static IndexWriterConfig config(TextAnalysis analysis) {
        return new IndexWriterConfig(new FieldAnalyzer(analysis))
                .setCodec(new PassageCodec())
                .setSimilarity(SIMILARITY)
                .setCommitOnClose(false);
    }

    /** Whether this process holds the writer. */
    public boolean writable() {
        return writer != null;
    }

    /** The revision of the store that searches reflect, as far as this process knows after the last refresh. */
    public long revision() {
        return reflected().revision();
    }

    /** The name of the store that searches reflect; empty before the first was indexed. */
    String store() {
        return reflected().store();
    }

    private Reflected reflected() {
        return writer != null ? written : search(searcher -> Reflected.of(commitData(searcher)));
    }

    /** Lets searches see what was written, by this process or, if another one writes, committed there. */
    public void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + directory.getDirectory() + " cannot be read", e);
        }
    }

    /** How many passages it holds. */
    public int size() {
        return search(searcher -> searcher.getIndexReader().numDocs() - searcher.count(StatementFields.all()));
    }

    /** How many passages wait for their vector. */
    public int embeddingDue() {
        return search(searcher -> searcher.count(new TermQuery(PassageFields.embeddingDue())));
    }

    /**
     * The passages that hold the words of a question, best first; those in another language hold its names, numbers and
     * borrowed words.
     *
     * @param language of the question
     */
    public List<PassageHit> findByWords(String question, Language language, DocumentFilter filter, int count) {
        return search(searcher -> {
            Query query = WordQuery.of(question, language, languages(searcher), analysis);
            return hits(searcher, WordQuery.filtered(query, PassageFields.filter(filter)), count);
        });
    }

    /**
     * The passages nearest to a vector, nearest first; those without one are not found, and none while the process that
     * holds the writer writes vectors of another model.
     */
    public List<PassageHit> findByVector(float[] vector, DocumentFilter filter, int count) {
        return search(searcher -> comparesVectors(searcher)
                ? hits(
                        searcher,
                        new KnnFloatVectorQuery(PassageFields.VECTOR, vector, count, PassageFields.filter(filter)),
                        count)
                : List.of());
    }

    /**
     * What {@link #findByWords} and {@link #findByVector} find together, each passage with both scores, in no order.
     *
     * @param vector null to find by words alone
     * @param count of each of the two searches
     */
    public List<PassageMatch> find(
            String question, Language language, float @Nullable [] vector, DocumentFilter filter, int count) {
        return search(searcher -> JointSearch.find(
                searcher,
                WordQuery.of(question, language, languages(searcher), analysis),
                comparesVectors(searcher) ? vector : null,
                PassageFields.filter(filter),
                count));
    }

    /** Not while the process that holds the writer writes vectors of another model. */
    private boolean comparesVectors(IndexSearcher searcher) throws IOException {
        return writer != null || IndexFolder.isOfMake(commitData(searcher), make);
    }

    /**
     * The documents whose titles a text mentions, at most {@code count}.
     *
     * @param title of the text itself, which is no mention
     */
    public Set<DocumentId> findMentioned(String text, String title, int count) {
        Set<String> names = DocumentName.in(text);
        String own = DocumentName.of(title);
        if (own != null) {
            names.remove(own);
        }
        return search(searcher -> {
            Set<DocumentId> mentioned = new TreeSet<>();
            hits(searcher, PassageFields.named(names), count)
                    .forEach(hit -> mentioned.add(hit.id().document()));
            return mentioned;
        });
    }

    /**
     * How telling a term is: the inverse document frequency of BM25, ln(1 + (N - n + 0.5) / (n + 0.5)), N passages of
     * the language, n of them with the term. A small corpus tells little of how rare a word is, so some passages that
     * lack it are imagined beside those that are there.
     */
    public double weight(String term, Language language) {
        return weight(new Term(PassageFields.text(language), term), language);
    }

    /** The same of a phonetic key. */
    public double keyWeight(String key, Language language) {
        return weight(new Term(PassageFields.keys(language), key), language);
    }

    private double weight(Term term, Language language) {
        return search(searcher -> {
            String field = PassageFields.text(language);
            int all = searcher.getIndexReader().getDocCount(field) + IMAGINED_PASSAGES;
            int holding = searcher.getIndexReader().docFreq(term);
            return Math.log1p((all - holding + 0.5) / (holding + 0.5));
        });
    }

    /** Whether a word stands in passages of a language, in any form, or is a stop word of it. */
    public boolean knows(String word, Language language) {
        return analysis.terms(word, language).stream()
                .allMatch(term -> search(searcher -> holding(searcher, term.text(), language)) > 0);
    }

    /**
     * The term of the passages that differs from a word's by two letters swapped, or by one too many or too few, but for
     * the first letter; of several the one that most passages hold. Empty if there is none.
     */
    public Optional<String> neighbour(String word, Language language) {
        List<TextAnalysis.Term> terms = analysis.terms(word, language);
        return terms.size() != 1
                ? Optional.empty()
                : search(searcher -> neighbour(searcher, terms.getFirst().text(), language));
    }

    private static Optional<String> neighbour(IndexSearcher searcher, String term, Language language)
            throws IOException {
        Terms known = MultiTerms.getTerms(searcher.getIndexReader(), PassageFields.text(language));
        if (known == null) {
            return Optional.empty();
        }
        String best = null;
        int most = 0;
        TermsEnum near = new FuzzyTermsEnum(known, new Term(PassageFields.text(language), term), 1, 1, true);
        for (BytesRef each = near.next(); each != null; each = near.next()) {
            String candidate = each.utf8ToString();
            int holding = near.docFreq();
            if (holding > most && !isOtherLetter(term, candidate)) {
                best = candidate;
                most = holding;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Whether two terms differ in one letter, which makes them different words more often than not. */
    private static boolean isOtherLetter(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length())
                                .filter(at -> one.charAt(at) != other.charAt(at))
                                .count()
                        == 1;
    }

    private static int holding(IndexSearcher searcher, String term, Language language) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(PassageFields.text(language), term));
    }

    /** The languages of the passages. */
    public Set<Language> languages() {
        return search(PassageIndex::languages);
    }

    /** The language of most passages; {@link Language#OTHER} where there are none. */
    public Language mainLanguage() {
        return search(searcher -> {
            Language main = Language.OTHER;
            int most = 0;
            for (Language language : languages(searcher)) {
                int passages = searcher.getIndexReader().getDocCount(PassageFields.text(language));
                if (passages > most) {
                    most = passages;
                    main = language;
                }
            }
            return main;
        });
    }

    /** Some documents that hold passages without a vector, at most {@code count}. */
    Collection<DocumentId> documentsToEmbed(int count) {
        return search(searcher -> {
            Set<DocumentId> documents = new TreeSet<>();
            for (PassageHit hit : hits(searcher, new TermQuery(PassageFields.embeddingDue()), count)) {
                documents.add(hit.id().document());
            }
            return documents;
        });
    }

    /** Puts passages and statements in the place of all that the index holds of a document; none removes it. */
    void replace(DocumentId id, List<Document> passages) throws IOException {
        if (passages.isEmpty()) {
            writer().deleteDocuments(PassageFields.ofDocument(id));
        } else {
            writer().updateDocuments(PassageFields.ofDocument(id), passages);
        }
    }

    /** Makes all that was written durable and searchable, as the state of a revision of a store. */
    void commit(String store, long revision) throws IOException {
        Reflected reflected = new Reflected(store, revision);
        writer().setLiveCommitData(
                        IndexFolder.ofMake(reflected.commitData(), make).entrySet());
        // Searchable first: a commit waits for the disk, a reader should not.
        searchers.maybeRefreshBlocking();
        written = reflected;
        writer().commit();
    }

    /** Forgets every passage, to begin with a store at revision 0. */
    void clear(String store) throws IOException {
        writer().deleteAll();
        commit(store, 0);
    }

    private IndexWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("Another process holds the writer of " + directory.getDirectory());
        }
        return writer;
    }

    private static Map<String, String> commitData(IndexSearcher searcher) throws IOException {
        return ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData();
    }

    private static Set<Language> languages(IndexSearcher searcher) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(searcher.getIndexReader())) {
            if (field.name.startsWith("text.")) {
                languages.add(PassageFields.language(field.name));
            }
        }
        return languages;
    }

    private static List<PassageHit> hits(IndexSearcher searcher, Query query, int count) throws IOException {
        ScoreDoc[] found = searcher.search(query, count).scoreDocs;
        List<PassageId> ids = PassageIds.of(searcher.getIndexReader(), found);
        return IntStream.range(0, found.length)
                .mapToObj(i -> new PassageHit(ids.get(i), found[i].score))
                .toList();
    }

    /** Runs a search on what is searchable now. */
    <T> T search(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + directory.getDirectory() + " cannot be read", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the index is being made", e);
        }
    }

    /** Closes without a commit: what was not committed is in the store and comes back from there. */
    @Override
    public void close() {
        try {
            searchers.close();
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + directory.getDirectory() + " cannot be closed", e);
        }
    }

    /** Which state of which store an index reflects: kept with each commit, so that both become durable at once. */
    private record Reflected(String store, long revision) {

        static Reflected of(Map<String, String> commitData) {
            return new Reflected(
                    commitData.getOrDefault(STORE_KEY, ""), Long.parseLong(commitData.getOrDefault(REVISION_KEY, "0")));
        }

        Map<String, String> commitData() {
            return Map.of(STORE_KEY, store, REVISION_KEY, Long.toString(revision));
        }
    }

    /** Something to be looked up. */
    @FunctionalInterface
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** Analyses each field in the language that its name tells. */
    private static final class FieldAnalyzer extends DelegatingAnalyzerWrapper {

        private final TextAnalysis analysis;

        FieldAnalyzer(TextAnalysis analysis) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.analysis = analysis;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            Language language = PassageFields.language(field);
            return PassageFields.isKeys(field) ? analysis.keyAnalyzer(language) : analysis.analyzer(language);
        }
    }
}
