package org.citebot.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.PassageId;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.Embedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.PassageHit;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.ScaleIndex;
import org.citebot.index.ScaleVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.index.VectorSearch;
import org.citebot.language.Language;
import org.citebot.retrieval.Retriever;

/** The steps of a benchmark of scale, each of which may run in a process of its own. For one thread. */
final class ScaleRun {

    /** To compare with all the floats takes long: every so many questions is enough. */
    private static final int RECALL_STEP = 2;

    private final ScaleSettings settings;
    private final ScaleTexts texts;
    private final Embedder embedder;
    private final TextAnalysis analysis = new TextAnalysis();

    ScaleRun(ScaleSettings settings, ScaleTexts texts, Embedder embedder) {
        this.settings = settings;
        this.texts = texts;
        this.embedder = embedder;
    }

    /** Makes the store anew, and those vectors that the cache lacks. */
    ScaleFigures.Corpus makeCorpus(EmbeddingProgress progress) throws IOException {
        Files.createDirectories(settings.data());
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(settings.data().resolve(settings.store().getFileName() + suffix));
        }
        CorpusStore store = store();
        ScaleTexts.Stored stored = texts.store(store, settings.passages());
        ScaleVectors vectors = vectors(store, progress);
        return new ScaleFigures.Corpus(stored, vectors.realOnes(), vectors.neighbourCosine());
    }

    /** Makes the index of the product anew. */
    ScaleFigures.Made makeIndex() throws IOException, InterruptedException {
        CorpusStore store = store();
        ScaleVectors vectors = vectors(store, EmbeddingProgress.SILENT);
        Path folder = settings.index();
        int passages;
        double wordsSeconds;
        deleteFolder(folder);
        try (PassageIndex index = PassageIndex.open(folder, analysis, "none")) {
            CorpusIndexer indexer =
                    new CorpusIndexer(store, index, new PassageVectors(VectorCache.open(settings.vectors()), null));
            wordsSeconds = seconds(indexer::catchUp);
            passages = index.size();
        }
        deleteFolder(folder);
        try (PassageIndex index = PassageIndex.open(folder, analysis, embedder.model())) {
            ScaleIndex filling = new ScaleIndex(store);
            double writeSeconds = seconds(() -> {
                filling.write(index, vectors);
                return index;
            });
            double mergeSeconds = seconds(() -> {
                filling.settle(index, folder);
                return index;
            });
            return new ScaleFigures.Made(
                    passages / wordsSeconds, passages / writeSeconds, mergeSeconds, ScaleIndex.Size.of(folder));
        }
    }

    /** Makes the index of single bits anew. */
    ScaleFigures.VectorsMade makeBits() throws IOException {
        return makeVectors(settings.bits(), ScaleIndex::writeBits);
    }

    /** Makes an index of the real vectors anew, as the product searches them. */
    ScaleFigures.VectorsMade makeBytes() throws IOException {
        return makeVectors(
                settings.bytes(),
                (filling, folder, vectors) -> filling.writeBytes(folder, vectors, settings.realVectors()));
    }

    private ScaleFigures.VectorsMade makeVectors(Path folder, Writing writing) throws IOException {
        CorpusStore store = store();
        ScaleVectors vectors = vectors(store, EmbeddingProgress.SILENT);
        deleteFolder(folder);
        double writeSeconds = seconds(() -> {
            writing.write(new ScaleIndex(store), folder, vectors);
            return folder;
        });
        ScaleIndex.Size size = ScaleIndex.Size.of(folder);
        return new ScaleFigures.VectorsMade(size.passages() / writeSeconds, size);
    }

    @FunctionalInterface
    private interface Writing {
        void write(ScaleIndex filling, Path folder, ScaleVectors vectors) throws IOException;
    }

    /**
     * Asks all questions in all ways.
     *
     * @param first the way that is asked first, cold
     */
    ScaleFigures.Searched search(ScaleSearch first, boolean measureRecall) throws IOException {
        List<String> questions = texts.questions(settings.questions());
        Map<String, float[]> vectors = new HashMap<>();
        questions.forEach(question -> vectors.put(question, embedder.embedQuestion(question)));
        ScaleFigures.Times embedding = times(questions, embedder::embedQuestion);
        CorpusStore store = store();
        List<PassageIndex> opened = new ArrayList<>();
        double openSeconds = seconds(() -> opened.add(PassageIndex.open(settings.index(), analysis, embedder.model())));
        try (PassageIndex index = opened.getFirst();
                VectorSearch bits = VectorSearch.open(settings.bits())) {
            KnownVectors known = new KnownVectors(embedder.model(), embedder.dimensions(), vectors);
            Retriever retriever =
                    new Retriever(index, new PassageVectors(VectorCache.open(settings.vectors()), known), store);
            Ways ways = new Ways(index, bits, retriever, vectors);
            ScaleFigures.Times cold =
                    times(questions.subList(0, settings.coldQuestions()), question -> ways.find(first, question));
            Map<ScaleSearch, List<ScaleFigures.Times>> warm = new EnumMap<>(ScaleSearch.class);
            for (int round = 0; round <= settings.rounds(); round++) {
                for (ScaleSearch way : ScaleSearch.values()) {
                    ScaleFigures.Times times = times(questions, question -> ways.find(way, question));
                    // The first round warms up.
                    if (round > 0) {
                        warm.computeIfAbsent(way, none -> new ArrayList<>()).add(times);
                    }
                }
            }
            Map<ScaleSearch, Double> recall = measureRecall ? recall(ways, questions) : Map.of();
            return new ScaleFigures.Searched(openSeconds, first, cold, embedding, warm, recall);
        }
    }

    private Map<ScaleSearch, Double> recall(Ways ways, List<String> questions) throws IOException {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < questions.size(); i += RECALL_STEP) {
            some.add(questions.get(i));
        }
        List<Set<PassageId>> truth;
        try (VectorSearch floats = VectorSearch.open(settings.index())) {
            truth = floats.findExactly(some.stream().map(ways.vectors()::get).toList(), ScaleSearch.COUNT);
        }
        Map<ScaleSearch, Double> recall = new EnumMap<>(ScaleSearch.class);
        for (ScaleSearch way : ScaleSearch.values()) {
            if (way.ofVectors()) {
                int found = 0;
                int all = 0;
                for (int i = 0; i < some.size(); i++) {
                    Set<PassageId> hits = new HashSet<>(ways.find(way, some.get(i)));
                    hits.retainAll(truth.get(i));
                    found += hits.size();
                    all += truth.get(i).size();
                }
                recall.put(way, (double) found / all);
            }
        }
        return recall;
    }

    private record Ways(PassageIndex index, VectorSearch bits, Retriever retriever, Map<String, float[]> vectors) {

        List<PassageId> find(ScaleSearch way, String question) {
            float[] vector = Objects.requireNonNull(vectors.get(question));
            int count = ScaleSearch.COUNT;
            return switch (way) {
                case WORDS -> ids(index.findByWords(question, Language.ENGLISH, DocumentFilter.ALL, count));
                case BYTES -> ids(index.findByVector(vector, DocumentFilter.ALL, count));
                case BYTES_DEEP ->
                    ids(index.findByVector(vector, DocumentFilter.ALL, 2 * count))
                            .subList(0, count);
                case BITS -> bits.find(vector, count, 1);
                case BITS_TWICE -> bits.find(vector, count, 2);
                case BITS_FIVE_TIMES -> bits.find(vector, count, 5);
                case FUSED_TEN -> fused(question, 10);
                case FUSED -> fused(question, count);
            };
        }

        private List<PassageId> fused(String question, int count) {
            return retriever.retrieve(question, Language.ENGLISH, DocumentFilter.ALL, count).passages().stream()
                    .map(ranked -> ranked.passage().id())
                    .toList();
        }

        private static List<PassageId> ids(Collection<PassageHit> hits) {
            return hits.stream().map(PassageHit::id).toList();
        }
    }

    private CorpusStore store() {
        return CorpusStore.open(settings.store(), Clock.systemUTC());
    }

    private ScaleVectors vectors(CorpusStore store, EmbeddingProgress progress) throws IOException {
        return ScaleVectors.embed(
                VectorCache.open(settings.vectors()),
                embedder,
                new ScaleIndex(store).embeddedTexts(settings.realVectors()),
                progress);
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static ScaleFigures.Times times(List<String> questions, Function<String, ?> ask) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Double> wall = new ArrayList<>();
        List<Double> computed = new ArrayList<>();
        for (String question : questions) {
            long computedBefore = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            Object answer = ask.apply(question);
            wall.add((System.nanoTime() - start) / 1e6);
            computed.add((threads.getCurrentThreadCpuTime() - computedBefore) / 1e6);
            if (answer == null) {
                throw new IllegalStateException("Nothing came of " + question);
            }
        }
        return new ScaleFigures.Times(wall, computed);
    }

    private static double seconds(Callable<?> work) throws IOException {
        long start = System.nanoTime();
        try {
            work.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
