package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {

    private static final int DOCUMENTS = 5_000;
    private static final int WORDS = 300;

    @TempDir
    Path folder;

    @Test
    void comparesWithThousandsOfDocumentsAtOnce() {
        long seed = System.nanoTime();
        System.out.println("NearDuplicatesTest seed " + seed);
        Random random = new Random(seed);
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        List<String> texts = new ArrayList<>();
        store.inTransaction(transaction -> {
            for (int i = 0; i < DOCUMENTS; i++) {
                texts.add(words(random, WORDS));
                transaction.put(document("d" + i, texts.get(i)), Origin.ADDED, null);
            }
            return texts.size();
        });
        NearDuplicates nearDuplicates = new NearDuplicates(store);
        Duration first =
                time(() -> assertThat(nearDuplicates.find(words(random, WORDS))).isEmpty());

        int number = random.nextInt(DOCUMENTS);
        String copy = texts.get(number);
        String altered = copy.substring(0, copy.length() * 9 / 10) + words(random, WORDS / 10);
        Duration next = time(() -> {
            assertThat(nearDuplicates.find(copy))
                    .containsExactly(new NearDuplicate(new DocumentId("d" + number), "Title", 1, true));
            assertThat(nearDuplicates.find(altered)).singleElement().satisfies(found -> {
                assertThat(found.document()).isEqualTo(new DocumentId("d" + number));
                assertThat(found.similarity()).isBetween(0.6, 0.99);
            });
        });

        System.out.printf(
                "%d documents: sketched in %d ms, compared in %d ms%n",
                DOCUMENTS, first.toMillis(), next.toMillis() / 2);
        assertThat(next).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aDocumentIsComparedAsItStands() {
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        NearDuplicates nearDuplicates = new NearDuplicates(store);
        store.put(document("a", "the first text of all of them"), Origin.ADDED);
        assertThat(nearDuplicates.find("the first text of all of them")).hasSize(1);

        store.put(document("a", "something else is written here"), Origin.ADDED);
        assertThat(nearDuplicates.find("the first text of all of them")).isEmpty();
        assertThat(nearDuplicates.find("something else is written here")).hasSize(1);

        store.remove(new DocumentId("a"));
        assertThat(nearDuplicates.find("something else is written here")).isEmpty();
    }

    @Test
    void theMostAlikeComeFirstAndOnlyAFew() {
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        String text = words(new Random(1), 60);
        for (int i = 0; i < 8; i++) {
            store.put(document("d" + i, text + "and then " + "more ".repeat(i) + i), Origin.ADDED);
        }
        List<NearDuplicate> found = new NearDuplicates(store).find(text + "and then more 1");

        assertThat(found).hasSize(5);
        assertThat(found.getFirst().document()).isEqualTo(new DocumentId("d1"));
        assertThat(found).extracting(NearDuplicate::similarity).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static Duration time(Runnable work) {
        Instant start = Instant.now();
        work.run();
        return Duration.between(start, Instant.now());
    }

    private static NewDocument document(String id, String text) {
        DocumentDetails details = new DocumentDetails("Title", null, null, null, Language.ENGLISH, null, Map.of());
        return new NewDocument(new DocumentId(id), details, text, List.of());
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(20_000) + " ")
                .collect(Collectors.joining());
    }
}
