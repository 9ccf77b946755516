package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.index.OnnxEmbedder;
import org.citebot.index.PassageVectors;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.WordComparison.Nearness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordComparisonTest {

    private static final String SENTENCE = "The Harvard team competes in 42 sports in the Ivy League.";

    @TempDir
    static Path folder;

    private final TextAnalysis analysis = new TextAnalysis();
    private OnnxEmbedder embedder;
    private VectorCache cache;

    @BeforeAll
    void load() {
        embedder = OnnxEmbedder.load(folder);
        cache = VectorCache.open(folder.resolve("vectors.db"));
    }

    @AfterAll
    void close() {
        embedder.close();
        analysis.close();
    }

    @Test
    void oneWordThatDisagreesTellsThoughAllOthersAgree() {
        assertThat(worst("In how many sports does the Harvard team compete?", Language.ENGLISH))
                .isGreaterThan(worst("In how many sports does the chess club of Bolivia compete?", Language.ENGLISH));
    }

    @Test
    void aWordOfTheTitleNeedNotStandInTheSentence() {
        assertThat(worst("In how many sports does the Harvard team of Cambridge compete?", Language.ENGLISH))
                .isGreaterThan(worst("In how many sports does the Harvard team of Bolivia compete?", Language.ENGLISH));
    }

    @Test
    void nothingIsToldOfALanguageThatTheModelDoesNotKnow() {
        assertThat(worst("In how many sports does the Harvard team compete?", Language.POLISH))
                .isNull();
    }

    private @Nullable Double worst(String question, Language language) {
        AnalyzedQuestion analyzed = new QuestionAnalyzer(new LanguageDetector(), analysis)
                .analyze(question, LocalDate.of(2024, 2, 10), null);
        DocumentId id = new DocumentId("sports");
        TextSpan span = new TextSpan(0, SENTENCE.length());
        Passage passage = new Passage(new PassageId(id, 1, 0), span, List.of(span));
        DocumentDetails details =
                new DocumentDetails("Sports in Cambridge", "Outlet", null, null, language, null, Map.of());
        RankedPassage found = new RankedPassage(
                new DocumentVersion(id, 1, details, SENTENCE, List.of(passage), Instant.EPOCH), passage, 1, 1, 1);
        Nearness nearness = new WordComparison(analysis, new PassageVectors(cache, embedder))
                .compare(analyzed, new RankedSentence(found, span, 1, 1, null, Set.of(), Set.of(), Map.of()));
        return nearness == null ? null : nearness.worst();
    }
}
