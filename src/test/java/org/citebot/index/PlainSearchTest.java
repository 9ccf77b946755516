package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.citebot.corpus.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainSearchTest {

    @Test
    void whatHoldsTheRarerWordsOftenerStandsFirst(@TempDir Path folder) {
        try (TestCorpus corpus = TestCorpus.open(folder, null)
                .put("bridge", "The bridge over the river was closed. Repairs of the bridge take a year.")
                .put("river", "The river rose in winter.")
                .put("market", "The market opens at noon.")) {
            List<DocumentId> all = List.of(id("bridge"), id("river"), id("market"));
            try (PlainSearch search =
                    new PlainSearch(corpus.store().current(all).values())) {
                assertThat(ids(search, "Why are the bridges over rivers repaired?", Set.of()))
                        .containsExactly("bridge", "river");
                assertThat(ids(search, "bridges over rivers", Set.of(id("river"))))
                        .containsExactly("river");
                assertThat(ids(search, "the", Set.of())).isEmpty();
            }
        }
    }

    private static DocumentId id(String id) {
        return new DocumentId(id);
    }

    private static List<String> ids(PlainSearch search, String question, Set<DocumentId> within) {
        return search.find(question, within, 10).stream()
                .map(version -> version.document().value())
                .toList();
    }
}
