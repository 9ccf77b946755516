package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.citebot.ChildProcess;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentChange.Kind;
import org.citebot.corpus.DocumentId;
import org.citebot.moderation.AuditVerdict.Intact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moderators were told is done survives {@code kill -9}, and nothing is half done. */
class ModerationCrashTest {

    /** More of them where somebody asks for more. */
    private static final int ROUNDS = Integer.getInteger("citebot.crash-rounds", 5);

    private static final int MOST_LINES = 60;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        long seed = System.nanoTime();
        System.out.println("ModerationCrashTest seed " + seed);
        Random random = new Random(seed);
        Desk.open(folder, Clock.systemUTC());
        for (int round = 0; round < ROUNDS; round++) {
            List<String> acknowledged;
            try (ChildProcess child = ChildProcess.start(ModeratingProcess.class, folder.toString(), "round" + round)) {
                acknowledged = child.read(1 + random.nextInt(MOST_LINES));
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
                child.kill();
                assertThat(acknowledged).as(child.errors()).isNotEmpty();
            }
            Desk desk = Desk.unowned(folder, Clock.systemUTC());
            acknowledged.forEach(line -> assertDone(desk, line.split(" ", -1)));
            assertNothingIsHalfDone(desk);
        }
    }

    private static void assertDone(Desk desk, String[] line) {
        DocumentId document = new DocumentId(line[1]);
        List<DocumentChange> history = desk.store().history(document);
        switch (line[0]) {
            case "added" -> {
                assertThat(history).as(line[1]).isNotEmpty();
                assertThat(desk.store().version(document, 1).orElseThrow().text())
                        .contains("The document " + document + " tells");
            }
            case "replaced" -> {
                int version = Integer.parseInt(line[2]);
                assertThat(desk.store().current(document).orElseThrow().number())
                        .isGreaterThanOrEqualTo(version);
            }
            default -> {
                assertThat(history.getLast().kind()).isEqualTo(Kind.REMOVED);
                assertThat(desk.store().current(document)).isEmpty();
            }
        }
    }

    private static void assertNothingIsHalfDone(Desk desk) {
        AuditVerdict verdict = desk.moderation().audit().verify();
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.unconfirmed()).isLessThanOrEqualTo(1));
        long approved = count(desk, "proposal WHERE state = 'approved' AND content IS NOT NULL");
        assertThat(count(desk, "document_version")).isEqualTo(approved);
        assertThat(count(desk, "document_change WHERE kind <> 'removed'")).isEqualTo(approved);
        assertThat(count(desk, "audit WHERE action = 'approve'")).isEqualTo(approved);
        long removed = count(desk, "document WHERE removed IS NOT NULL");
        assertThat(count(desk, "document_change WHERE kind = 'removed'")).isEqualTo(removed);
        assertThat(count(desk, "audit WHERE action = 'removed'")).isEqualTo(removed);
        long proposed = count(desk, "proposal");
        assertThat(count(desk, "audit WHERE action = 'propose'")).isEqualTo(proposed);
        assertThat(proposed - approved)
                .as("one at most was cut off in each round")
                .isBetween(0L, (long) ROUNDS);
    }

    private static long count(Desk desk, String rows) {
        return desk.database()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + rows)
                        .mapTo(Long.class)
                        .one());
    }
}
