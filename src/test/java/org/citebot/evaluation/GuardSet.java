package org.citebot.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.index.CorpusIndexer;
import org.citebot.index.Embedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.PassageIndex;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.LanguageDetector;
import org.citebot.retrieval.PassageReranker;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.Retriever;
import org.citebot.retrieval.SentenceRanker;
import org.jspecify.annotations.Nullable;

/** A small set in a folder, measured as {@code eval} does. */
record GuardSet(Path folder) {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Those lines of a set whose ids a sample names, in a folder of their own.
     *
     * @param sample a JSON file with the ids of documents and questions
     */
    static GuardSet sample(Path set, Path sample, Path folder) throws IOException {
        JsonNode ids = JSON.readTree(sample.toFile());
        Files.createDirectories(folder);
        copy(set.resolve("corpus.jsonl"), ids.path("documents"), folder.resolve("corpus.jsonl"));
        copy(set.resolve("questions.jsonl"), ids.path("questions"), folder.resolve("questions.jsonl"));
        return new GuardSet(folder);
    }

    private static void copy(Path from, JsonNode ids, Path to) throws IOException {
        Set<String> wanted = new HashSet<>();
        ids.forEach(id -> wanted.add(id.asText()));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(from)) {
            if (wanted.remove(JSON.readTree(line).path("id").asText())) {
                lines.add(line);
            }
        }
        if (!wanted.isEmpty()) {
            throw new IllegalStateException(from + " lacks " + wanted);
        }
        Files.write(to, lines);
    }

    /**
     * What is measured of its questions.
     *
     * @param state an empty folder for store and index
     * @param vectors keeps the vectors
     * @param reranker null for the ranking as it ships
     */
    Evaluation measure(Path state, VectorCache vectors, Embedder embedder, @Nullable PassageReranker reranker)
            throws IOException {
        Files.createDirectories(state);
        EvaluationSet set = EvaluationSet.read(folder);
        CorpusStore store = CorpusStore.open(state.resolve("corpus.db"), Clock.systemUTC());
        new SetCorpus(store).load(set.corpus());
        PassageVectors known = new PassageVectors(vectors, embedder);
        try (TextAnalysis analysis = new TextAnalysis();
                PassageIndex index = PassageIndex.open(state.resolve("index"), analysis, embedder.model())) {
            CorpusIndexer indexer = new CorpusIndexer(store, index, known);
            indexer.catchUp();
            indexer.embedDue(EmbeddingProgress.SILENT);
            CorpusAnswerer answerer = new CorpusAnswerer(
                    store,
                    new QuestionAnalyzer(new LanguageDetector(), analysis),
                    new Retriever(index, known, store, reranker),
                    new SentenceRanker(analysis, index, known));
            return new Evaluator(TODAY, false, (done, all) -> {}, result -> {}).evaluate(set, answerer);
        }
    }
}
