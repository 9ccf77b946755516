package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.moderation.Desk.ANNA;
import static org.citebot.moderation.Desk.BORIS;
import static org.citebot.moderation.Desk.OWNER;
import static org.citebot.moderation.Desk.STRANGER;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.citebot.config.Secret;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.ClaimResult.Claimed;
import org.citebot.moderation.ClaimResult.Owned;
import org.citebot.moderation.ClaimResult.WrongCode;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.RoleResult.Granted;
import org.citebot.moderation.RoleResult.Revoked;
import org.citebot.moderation.RoleResult.Unchanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesTest {

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();
    private Desk desk;
    private Roles roles;

    @BeforeEach
    void open() {
        desk = Desk.unowned(folder, clock);
        roles = desk.moderation().roles();
    }

    private String code() {
        return roles.newClaimCode().map(Secret::reveal).orElseThrow();
    }

    @Test
    void whoeverHasTheCodeOwnsTheBotOnce() {
        String code = code();

        assertThat(code).matches("[A-Za-z0-9_-]{22}");
        assertThat(roles.hasOwner()).isFalse();
        assertThat(roles.claim(OWNER, code)).isEqualTo(new Claimed());
        assertThat(roles.of(OWNER)).contains(Role.OWNER);
        assertThat(roles.hasOwner()).isTrue();
        assertThat(roles.claim(OWNER, code)).isEqualTo(new Owned(true));
        assertThat(roles.claim(STRANGER, code)).isEqualTo(new Owned(false));
        assertThat(roles.newClaimCode()).isEmpty();
    }

    @Test
    void anotherOldOrLateCodeIsRefused() {
        assertThat(roles.claim(STRANGER, "")).isEqualTo(new WrongCode());
        String old = code();
        String newest = code();

        assertThat(roles.claim(STRANGER, old)).isEqualTo(new WrongCode());
        assertThat(roles.claim(STRANGER, newest.substring(1))).isEqualTo(new WrongCode());
        clock.pass(Duration.ofHours(24));
        assertThat(roles.claim(OWNER, newest)).isEqualTo(new WrongCode());
        assertThat(roles.hasOwner()).isFalse();
        assertThat(roles.claim(OWNER, code())).isEqualTo(new Claimed());
    }

    @Test
    void theCodeIsNowhereInTheFiles() throws Exception {
        String code = code();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(code);
            }
        }
        assertThat(roles.newClaimCode().orElseThrow().toString()).isEqualTo("***");
    }

    @Test
    void ofManyWhoClaimAtOnceOneOwns() throws Exception {
        String code = code();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ClaimResult>> claims = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                PersonId person = new PersonId("p" + i);
                claims.add(() -> roles.claim(person, code));
            }
            int owners = 0;
            for (Future<ClaimResult> claim : executor.invokeAll(claims)) {
                owners += claim.get() instanceof Claimed ? 1 : 0;
            }
            assertThat(owners).isEqualTo(1);
        }
    }

    @Test
    void theOwnerGrantsAndRevokesAtOnceEverywhere() {
        roles.claim(OWNER, code());
        Roles elsewhere = Desk.unowned(folder, clock).moderation().roles();

        Member anna = new Member(ANNA, Role.MODERATOR, OWNER, clock.instant());
        assertThat(roles.grant(OWNER, ANNA)).isEqualTo(new Granted(anna));
        assertThat(roles.grant(OWNER, ANNA)).isEqualTo(new Unchanged());
        assertThat(elsewhere.of(ANNA)).contains(Role.MODERATOR);
        assertThat(elsewhere.members()).extracting(Member::person).containsExactly(OWNER, ANNA);

        assertThat(elsewhere.revoke(OWNER, ANNA)).isEqualTo(new Revoked(anna));
        assertThat(elsewhere.revoke(OWNER, ANNA)).isEqualTo(new Unchanged());
        assertThat(roles.of(ANNA)).isEmpty();
    }

    @Test
    void nobodyButTheOwnerGrantsOrRevokes() {
        assertThat(roles.grant(STRANGER, STRANGER)).isEqualTo(new NotAllowed());
        roles.claim(OWNER, code());
        roles.grant(OWNER, ANNA);

        for (PersonId person : List.of(ANNA, STRANGER)) {
            assertThat(roles.grant(person, BORIS)).isEqualTo(new NotAllowed());
            assertThat(roles.revoke(person, ANNA)).isEqualTo(new NotAllowed());
        }
        assertThat(roles.of(BORIS)).isEmpty();
        assertThat(roles.of(ANNA)).contains(Role.MODERATOR);
    }

    @Test
    void theOwnerStaysTheOwner() {
        roles.claim(OWNER, code());

        assertThat(roles.revoke(OWNER, OWNER)).isEqualTo(new Unchanged());
        assertThat(roles.grant(OWNER, OWNER)).isEqualTo(new Unchanged());
        assertThat(roles.of(OWNER)).contains(Role.OWNER);
    }

    @Test
    void aForgottenPersonIsNamedNowhereAndTheLogStaysWhole() throws Exception {
        desk = Desk.open(folder, clock);
        desk.add(ANNA, Desk.TEXT);
        String pseudonym = desk.moderation().audit().pseudonym(ANNA).orElseThrow();

        desk.moderation().forget(ANNA);

        assertThat(desk.moderation().roles().of(ANNA)).isEmpty();
        assertThat(desk.moderation().audit().pseudonym(ANNA)).isEmpty();
        assertThat(desk.store().history(desk.store().list().getFirst().id()))
                .extracting(change -> change.author())
                .containsOnlyNulls();
        assertThat(desk.moderation().audit().latest(100))
                .anySatisfy(entry -> assertThat(entry.actor()).isEqualTo(pseudonym));
        assertThat(desk.moderation().audit().verify()).isInstanceOf(AuditVerdict.Intact.class);
        for (String table : List.of("role", "document_change", "proposal", "pseudonym_key", "audit")) {
            List<Map<String, Object>> rows = desk.database()
                    .withHandle(handle -> handle.createQuery("SELECT * FROM " + table)
                            .mapToMap()
                            .list());
            assertThat(rows)
                    .as(table)
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.values()).doesNotContain("anna"));
        }
    }
}
