package org.citebot.moderation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citebot.config.Secret;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.ClaimResult.Claimed;
import org.citebot.moderation.ClaimResult.Owned;
import org.citebot.moderation.ClaimResult.WrongCode;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.RoleResult.Granted;
import org.citebot.moderation.RoleResult.Revoked;
import org.citebot.moderation.RoleResult.Unchanged;
import org.jdbi.v3.core.Handle;

/**
 * The owner and the moderators. Every question is put to the store, so that a role ends in all processes at the moment
 * it is revoked. Nobody is a moderator but by the owner, nobody the owner but by a code that only the one who runs the
 * bot has seen. For many threads.
 */
public final class Roles {

    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final int CODE_BYTES = 16;

    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Roles(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the code by which an owner comes: letters, digits, hyphens and underscores, good for one claim within a day.
     * An earlier one is void from then on. Only its hash is stored.
     *
     * @return empty if there is an owner
     */
    public Optional<Secret> newClaimCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return audit.record((transaction, log) -> {
            if (owner(transaction.handle()).isPresent()) {
                return Optional.empty();
            }
            transaction
                    .handle()
                    .execute(
                            "INSERT OR REPLACE INTO claim_code (id, hash, expires) VALUES (1, ?, ?)",
                            ContentHash.of(code).hex(),
                            clock.instant().plus(CODE_LIFE).toString());
            return Optional.of(new Secret(code));
        });
    }

    /** Makes a person the owner, if there is none and the code is right. */
    public ClaimResult claim(PersonId person, String code) {
        return audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            Optional<Member> owner = owner(handle);
            if (owner.isPresent()) {
                return new Owned(owner.get().person().equals(person));
            }
            if (!isRight(handle, code)) {
                return new WrongCode();
            }
            handle.execute("DELETE FROM claim_code");
            handle.execute(
                    "INSERT INTO role (person, role, granted) VALUES (?, 'owner', ?)",
                    person.value(),
                    clock.instant().toString());
            log.write(person, "claim", log.pseudonym(person), "");
            return new Claimed();
        });
    }

    /** Makes a person a moderator on the owner's word. */
    public RoleResult grant(PersonId owner, PersonId person) {
        return audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            if (!isOwner(handle, owner)) {
                return new NotAllowed();
            }
            if (find(handle, person).isPresent()) {
                return new Unchanged();
            }
            Member member = new Member(person, Role.MODERATOR, owner, clock.instant());
            handle.execute(
                    "INSERT INTO role (person, role, granter, granted) VALUES (?, 'moderator', ?, ?)",
                    person.value(),
                    owner.value(),
                    member.granted().toString());
            log.write(owner, "grant", log.pseudonym(person), "moderator");
            return new Granted(member);
        });
    }

    /** Takes a moderator's role away on the owner's word. */
    public RoleResult revoke(PersonId owner, PersonId person) {
        return audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            if (!isOwner(handle, owner)) {
                return new NotAllowed();
            }
            Optional<Member> member = find(handle, person).filter(found -> found.role() == Role.MODERATOR);
            if (member.isEmpty()) {
                return new Unchanged();
            }
            handle.execute("DELETE FROM role WHERE person = ?", person.value());
            log.write(owner, "revoke", log.pseudonym(person), "moderator");
            return new Revoked(member.get());
        });
    }

    /** The role of a person at this moment; empty for none. */
    public Optional<Role> of(PersonId person) {
        return audit.read(handle -> find(handle, person).map(Member::role));
    }

    /** Whether somebody owns the bot. */
    public boolean hasOwner() {
        return audit.read(handle -> owner(handle).isPresent());
    }

    /** All with a role, the owner first, then the moderators as they came. */
    public List<Member> members() {
        return audit.read(
                handle -> handle.createQuery("SELECT * FROM role ORDER BY role = 'moderator', granted, person")
                        .map((row, context) -> member(row))
                        .list());
    }

    /** Whether a person may change the corpus; to be asked in the transaction that does so. */
    static boolean mayModerate(Handle handle, PersonId person) {
        return find(handle, person).isPresent();
    }

    private static boolean isOwner(Handle handle, PersonId person) {
        return find(handle, person)
                .filter(member -> member.role() == Role.OWNER)
                .isPresent();
    }

    private boolean isRight(Handle handle, String code) {
        Optional<String> hash = handle.createQuery("SELECT hash, expires FROM claim_code")
                .map((row, context) -> Map.entry(row.getString("hash"), Instant.parse(row.getString("expires"))))
                .findOne()
                .filter(stored -> clock.instant().isBefore(stored.getValue()))
                .map(Map.Entry::getKey);
        return hash.isPresent()
                && MessageDigest.isEqual(
                        hash.get().getBytes(US_ASCII),
                        ContentHash.of(code).hex().getBytes(US_ASCII));
    }

    private static Optional<Member> owner(Handle handle) {
        return handle.createQuery("SELECT * FROM role WHERE role = 'owner'")
                .map((row, context) -> member(row))
                .findOne();
    }

    private static Optional<Member> find(Handle handle, PersonId person) {
        return handle.createQuery("SELECT * FROM role WHERE person = :person")
                .bind("person", person.value())
                .map((row, context) -> member(row))
                .findOne();
    }

    private static Member member(ResultSet row) throws SQLException {
        String granter = row.getString("granter");
        return new Member(
                new PersonId(row.getString("person")),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                granter == null ? null : new PersonId(granter),
                Instant.parse(row.getString("granted")));
    }
}
