package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.Test;

class SentenceRankerTest {

    private static final FittedWeights WEIGHTS = new FittedWeights(Map.of("COVERAGE", 3.0, "IN_BEFORE", 2.0));

    @Test
    void theSentenceBeforeHelpsToFindTheBestOne() {
        assertThat(order(sentence("one", 0.4, 0), sentence("two", 0.3, 1), sentence("three", 0.1, 0)))
                .startsWith("two");
    }

    @Test
    void butIsNoMeritOfThoseThatAreReadAfterIt() {
        assertThat(order(sentence("best", 1, 0.9), sentence("after", 0.2, 1), sentence("other", 0.3, 0)))
                .containsExactly("best", "other", "after");
    }

    @Test
    void noneIsAsGoodAsTheBest() {
        assertThat(SentenceRanker.scores(
                        List.of(sentence("one", 0.8, 0), sentence("best", 0.3, 1), sentence("same", 0.3, 1)), WEIGHTS))
                .satisfies(scores -> {
                    assertThat(scores[1]).isEqualTo(1);
                    assertThat(scores[0]).isLessThan(1);
                    assertThat(scores[2]).isLessThan(1);
                });
        assertThat(SentenceRanker.scores(List.of(), WEIGHTS)).isEmpty();
    }

    private static List<String> order(RankedSentence... sentences) {
        return SentenceRanker.ranked(List.of(sentences), WEIGHTS).stream()
                .map(RankedSentence::text)
                .toList();
    }

    private static RankedSentence sentence(String text, double coverage, double before) {
        DocumentId id = new DocumentId("test");
        TextSpan span = new TextSpan(0, text.length());
        Passage passage = new Passage(new PassageId(id, 1, 0), span, List.of(span));
        DocumentDetails details = new DocumentDetails("Test", null, null, null, Language.ENGLISH, null, Map.of());
        DocumentVersion version = new DocumentVersion(id, 1, details, text, List.of(passage), Instant.EPOCH);
        return new RankedSentence(
                new RankedPassage(version, passage, 1, 1, 1),
                span,
                0,
                coverage,
                null,
                Set.of(),
                Set.of(),
                Map.of(SentenceFeature.COVERAGE, coverage, SentenceFeature.IN_BEFORE, before));
    }
}
