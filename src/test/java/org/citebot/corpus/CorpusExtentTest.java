package org.citebot.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted in SQL is what the filter accepts. */
class CorpusExtentTest {

    private static final int DOCUMENTS = 40;
    private static final int FILTERS = 200;

    @TempDir
    Path directory;

    private record Dated(DocumentId id, @Nullable LocalDate published) {}

    @Test
    void countsWhatTheFilterAccepts() {
        long seed = System.nanoTime();
        System.out.println("CorpusExtentTest seed " + seed);
        Random random = new Random(seed);
        CorpusStore store = CorpusStore.open(directory.resolve("corpus.db"), Clock.systemUTC());
        List<Dated> documents = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            Dated document = new Dated(new DocumentId("d" + i), day(random));
            store.put(
                    TestDocuments.document(
                            document.id().value(),
                            TestDocuments.details("Title", Language.ENGLISH, document.published()),
                            "Text."),
                    Origin.ADDED);
            documents.add(document);
        }
        Dated removed = documents.removeFirst();
        store.remove(removed.id());

        assertThat(store.extent(DocumentFilter.ALL)).isEqualTo(expected(documents, DocumentFilter.ALL));
        for (int i = 0; i < FILTERS; i++) {
            DocumentFilter filter = filter(random);
            assertThat(store.extent(filter)).as(filter.toString()).isEqualTo(expected(documents, filter));
        }
    }

    @Test
    void anEmptyStoreHasNoDays() {
        CorpusStore store = CorpusStore.open(directory.resolve("empty.db"), Clock.systemUTC());

        assertThat(store.extent(DocumentFilter.ALL)).isEqualTo(new CorpusExtent(0, null, null));
    }

    private static CorpusExtent expected(List<Dated> documents, DocumentFilter filter) {
        List<Dated> accepted = documents.stream()
                .filter(document -> filter.accepts(document.id(), document.published()))
                .toList();
        List<LocalDate> days = accepted.stream()
                .map(Dated::published)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new CorpusExtent(
                accepted.size(), days.isEmpty() ? null : days.getFirst(), days.isEmpty() ? null : days.getLast());
    }

    private static DocumentFilter filter(Random random) {
        Set<DocumentId> ids = new HashSet<>();
        for (int i = random.nextInt(2) * random.nextInt(20); i > 0; i--) {
            ids.add(new DocumentId("d" + random.nextInt(DOCUMENTS + 5)));
        }
        return new DocumentFilter(ids, day(random), day(random), random.nextBoolean());
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextInt(4) == 0 ? null : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60));
    }
}
