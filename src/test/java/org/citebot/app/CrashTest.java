package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.citebot.ChildProcess;
import org.citebot.config.Secret;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentChange.Kind;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentSummary;
import org.citebot.corpus.PersonId;
import org.citebot.index.EmbeddingProgress;
import org.citebot.language.Language;
import org.citebot.moderation.AuditVerdict.Intact;
import org.citebot.moderation.Moderation;
import org.citebot.moderation.Roles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged survives {@code kill -9} at any moment, nothing is half done, and the index catches up. How many
 * rounds, {@code -Dcitebot.crash-rounds} says; {@code mvn -Pfaults} runs many.
 */
@Tag("faults")
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("citebot.crash-rounds", 20);
    /** Then another corpus begins, or the rounds would take longer and longer. */
    private static final int ROUNDS_OF_A_CORPUS = 20;

    private static final int MOST_LINES = 15;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final Duration RECONCILED = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashTest seed " + seed);
        Random random = new Random(seed);
        ChildProcess next = start(0);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ChildProcess child = next;
                // Loads while this one is at work.
                next = start(round + 1);
                if (round % ROUNDS_OF_A_CORPUS == 0) {
                    appoint(folder(round));
                }
                List<String> acknowledged;
                try (child) {
                    child.go();
                    acknowledged = child.read(1 + random.nextInt(MOST_LINES));
                    Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                    child.kill();
                    assertThat(acknowledged).as(child.errors()).isNotEmpty();
                }
                assertWhole(folder(round), acknowledged);
            }
        } finally {
            next.close();
        }
    }

    private ChildProcess start(int round) {
        return ChildProcess.start(WorkingProcess.class, folder(round).toString(), "round" + round);
    }

    private Path folder(int round) {
        return folder.resolve("corpus" + round / ROUNDS_OF_A_CORPUS);
    }

    private static void appoint(Path folder) {
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        Roles roles = Moderation.over(store, folder, Clock.systemUTC()).roles();
        PersonId owner = new PersonId("owner");
        Secret code = roles.newClaimCode().orElseThrow();
        roles.claim(owner, code.reveal());
        roles.grant(owner, WorkingProcess.MODERATOR);
    }

    private static void assertWhole(Path folder, List<String> acknowledged) throws IOException {
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        acknowledged.forEach(line -> assertDone(store, line.split(" ", -1)));
        assertNothingIsHalfDone(folder, store);
        try (OpenCorpus corpus = WorkingProcess.open(folder, store)) {
            assertThat(corpus.catchUp(RECONCILED)).as("reconciled in time").isTrue();
            assertThat(corpus.embed(EmbeddingProgress.SILENT)).isTrue();
            assertIndexed(store, corpus, acknowledged);
        }
    }

    private static void assertDone(CorpusStore store, String[] line) {
        DocumentId document = new DocumentId(line[1]);
        List<DocumentChange> history = store.history(document);
        switch (line[0]) {
            case "added" -> {
                assertThat(history).as(line[1]).isNotEmpty();
                assertThat(store.version(document, 1).orElseThrow().text())
                        .contains("The document " + document + " tells");
            }
            case "replaced" ->
                assertThat(store.current(document).orElseThrow().number())
                        .isGreaterThanOrEqualTo(Integer.parseInt(line[2]));
            case "removed" -> {
                assertThat(history.getLast().kind()).isEqualTo(Kind.REMOVED);
                assertThat(store.current(document)).isEmpty();
            }
            default -> throw new AssertionError("The process said: " + String.join(" ", line));
        }
    }

    private static void assertNothingIsHalfDone(Path folder, CorpusStore store) {
        assertThat(Moderation.over(store, folder, Clock.systemUTC()).audit().verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.unconfirmed()).isLessThanOrEqualTo(1));
        long approved = count(folder, "proposal WHERE state = 'approved' AND content IS NOT NULL");
        assertThat(count(folder, "document_version")).isEqualTo(approved);
        assertThat(count(folder, "document_change WHERE kind <> 'removed'")).isEqualTo(approved);
        assertThat(count(folder, "audit WHERE action = 'approve'")).isEqualTo(approved);
        long removed = count(folder, "document WHERE removed IS NOT NULL");
        assertThat(count(folder, "document_change WHERE kind = 'removed'")).isEqualTo(removed);
        assertThat(count(folder, "audit WHERE action = 'removed'")).isEqualTo(removed);
        long proposed = count(folder, "proposal");
        assertThat(count(folder, "audit WHERE action = 'propose'")).isEqualTo(proposed);
        assertThat(proposed - approved)
                .as("one at most was cut off in each round")
                .isBetween(0L, (long) ROUNDS_OF_A_CORPUS);
    }

    private static void assertIndexed(CorpusStore store, OpenCorpus corpus, List<String> acknowledged) {
        List<DocumentId> answering =
                store.list().stream().map(DocumentSummary::id).toList();
        assertThat(corpus.index().revision()).isEqualTo(store.revision());
        assertThat(corpus.index().embeddingDue()).isZero();
        assertThat(corpus.index().size())
                .isEqualTo(store.current(answering).values().stream()
                        .mapToInt(version -> version.passages().size())
                        .sum());
        // A replaced document no longer holds the word that is its id.
        acknowledged.stream()
                .filter(line -> !line.startsWith("replaced"))
                .map(line -> new DocumentId(line.split(" ", -1)[1]))
                .forEach(document -> assertThat(found(corpus, document))
                        .as("%s", document)
                        .isEqualTo(store.current(document).isPresent()));
    }

    /** Straight from the index, as the retriever leaves out what answers no more. */
    private static boolean found(OpenCorpus corpus, DocumentId document) {
        return corpus.index().findByWords("\"" + document + "\"", Language.ENGLISH, DocumentFilter.ALL, 10).stream()
                .anyMatch(hit -> hit.id().document().equals(document));
    }

    private static long count(Path folder, String rows) {
        return Database.open(folder.resolve("corpus.db"), "db/corpus", 1)
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + rows)
                        .mapTo(Long.class)
                        .one());
    }
}
