package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.citebot.moderation.Desk.ANNA;
import static org.citebot.moderation.Desk.BORIS;
import static org.citebot.moderation.Desk.OWNER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citebot.moderation.AuditVerdict.Broken;
import org.citebot.moderation.AuditVerdict.Intact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {

    private static final int LINES = 9;

    @TempDir
    Path folder;

    private Desk desk;
    private AuditLog audit;
    private Path heads;

    @BeforeEach
    void fillALog() {
        desk = Desk.open(folder, new MovingClock());
        audit = desk.moderation().audit();
        heads = folder.resolve("audit-heads.txt");
        for (int i = 0; i < 3; i++) {
            desk.moderation().roles().revoke(OWNER, ANNA);
            desk.moderation().roles().grant(OWNER, ANNA);
        }
    }

    private void tamper(String... statements) {
        desk.database().useTransaction(handle -> {
            handle.execute("DROP TRIGGER audit_no_update");
            handle.execute("DROP TRIGGER audit_no_delete");
            List.of(statements).forEach(handle::execute);
        });
    }

    private long firstBroken() {
        AuditVerdict verdict = audit.verify();
        assertThat(verdict).isInstanceOf(Broken.class);
        return ((Broken) verdict).number();
    }

    @Test
    void aLogThatNobodyTouchedIsIntact() {
        AuditEntry last = audit.latest(1).getFirst();

        assertThat(audit.verify()).isEqualTo(new Intact(LINES, last.hash(), 0));
        assertThat(last.number()).isEqualTo(LINES);
        assertThat(last.action()).isEqualTo("grant");
        assertThat(last.actor()).isEqualTo(audit.pseudonym(OWNER).orElseThrow());
        assertThat(last.subject()).isEqualTo(audit.pseudonym(ANNA).orElseThrow());
    }

    @Test
    void anEmptyLogIsIntact() throws IOException {
        Desk empty = Desk.unowned(Files.createTempDirectory(folder, "empty"), new MovingClock());

        assertThat(empty.moderation().audit().verify()).isEqualTo(new Intact(0, AuditEntry.NOTHING, 0));
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteLines() {
        for (String statement : List.of("UPDATE audit SET detail = 'x' WHERE number = 2", "DELETE FROM audit")) {
            assertThatThrownBy(() -> desk.database().useTransaction(handle -> handle.execute(statement)))
                    .hasMessageContaining("append-only");
        }
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "action", "subject", "detail", "previous", "hash"})
    void aChangedLineIsSeen(String column) {
        for (int number : List.of(LINES, 5, 1)) {
            if (number == LINES) {
                tamper();
            }
            desk.database()
                    .useTransaction(
                            handle -> handle.execute("UPDATE audit SET " + column + " = 'x' WHERE number = " + number));

            assertThat(firstBroken()).isBetween((long) number, number + 1L);
        }
    }

    @Test
    void aMovedBorderBetweenColumnsIsSeen() {
        tamper(
                "UPDATE audit SET action = substr(action, 1, 3), subject = substr(action, 4) || subject WHERE number = 4");

        assertThat(firstBroken()).isEqualTo(4);
    }

    @Test
    void anActorMadeNobodyIsSeen() {
        tamper("UPDATE audit SET actor = NULL WHERE number = 4");

        assertThat(firstBroken()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "8, 8", "9, 9"})
    void aDeletedLineIsSeen(int number, int broken) {
        tamper("DELETE FROM audit WHERE number = " + number);

        assertThat(firstBroken()).isEqualTo(broken);
    }

    @Test
    void aDeletedLineIsSeenThoughTheOthersWereNumberedAnew() {
        tamper("DELETE FROM audit WHERE number = 4", "UPDATE audit SET number = number - 1 WHERE number > 4");

        assertThat(firstBroken()).isEqualTo(4);
    }

    @Test
    void exchangedLinesAreSeen() {
        tamper(
                "UPDATE audit SET number = -1 WHERE number = 4",
                "UPDATE audit SET number = 4 WHERE number = 5",
                "UPDATE audit SET number = 5 WHERE number = -1");

        assertThat(firstBroken()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void aCutTailIsSeen(int lines) {
        tamper("DELETE FROM audit WHERE number > " + (LINES - lines));

        assertThat(firstBroken()).isEqualTo(LINES - lines + 1);
    }

    @Test
    void aChainForgedFromSomePlaceOnIsSeenByTheFileOfHeads() {
        tamper("DELETE FROM audit WHERE number > 6");
        // Others' own lines follow the cut in perfect order.
        desk.database().useTransaction(handle -> {
            String previous = handle.createQuery("SELECT hash FROM audit WHERE number = 6")
                    .mapTo(String.class)
                    .one();
            for (long number = 7; number <= LINES; number++) {
                AuditEntry forged =
                        AuditEntry.after(previous, number, new MovingClock().instant(), null, "forged", "nothing", "");
                handle.execute(
                        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        number,
                        forged.at().toString(),
                        forged.actor(),
                        forged.action(),
                        forged.subject(),
                        forged.detail(),
                        forged.previous(),
                        forged.hash());
                previous = forged.hash();
            }
        });

        assertThat(firstBroken()).isEqualTo(7);
    }

    @Test
    void aMissingFileOfHeadsIsSeen() throws IOException {
        Files.delete(heads);

        assertThat(firstBroken()).isEqualTo(LINES);
    }

    @Test
    void aFileOfHeadsThatACrashCutOffIsMadeUpForByTheNextLine() throws IOException {
        String all = Files.readString(heads);
        Files.writeString(heads, all.substring(0, all.length() - 20));
        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.unconfirmed()).isEqualTo(1));

        desk.moderation().roles().revoke(OWNER, BORIS);

        assertThat(audit.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(LINES + 1);
            assertThat(intact.unconfirmed()).isZero();
        });
    }

    @Test
    void whatIsRolledBackLeavesNoLine() {
        assertThatThrownBy(() -> audit.record((transaction, log) -> {
                    log.write(ANNA, "try", "something", "");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(audit.latest(1).getFirst().number()).isEqualTo(LINES);
        assertThat(audit.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void whatWasDoneStandsThoughTheFileOfHeadsCannotBeWritten() throws IOException {
        Files.delete(heads);
        Files.createDirectory(heads);

        assertThat(desk.moderation().roles().revoke(OWNER, BORIS)).isInstanceOf(RoleResult.Revoked.class);
        assertThat(desk.moderation().roles().of(BORIS)).isEmpty();
    }
}
