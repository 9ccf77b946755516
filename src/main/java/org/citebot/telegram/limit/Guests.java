package org.citebot.telegram.limit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.citebot.config.Secret;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Whom moderators let into a private bot: each by a link that works once, within a week. Only hashes of the codes are
 * stored. For many threads.
 */
public final class Guests {

    private static final Duration CODE_LIFE = Duration.ofDays(7);
    private static final int CODE_BYTES = 16;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Somebody who was let in.
     *
     * @param name as the person writes it: not to be trusted
     */
    public record Guest(PersonId person, PersonId inviter, String name, Instant admitted) {}

    /** @param database that of the bot */
    public Guests(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    /**
     * Makes the code of an invitation: letters, digits, hyphens and underscores.
     *
     * @param request the key of the request; the same one again makes the code before it void
     */
    public Secret invite(PersonId inviter, String request) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM invitation WHERE expires < ?", clock.millis());
            handle.execute("DELETE FROM invitation WHERE request = ?", request);
            handle.execute(
                    "INSERT INTO invitation (hash, request, inviter, expires) VALUES (?, ?, ?, ?)",
                    ContentHash.of(code).hex(),
                    request,
                    inviter.value(),
                    clock.instant().plus(CODE_LIFE).toEpochMilli());
        });
        return new Secret(code);
    }

    /** Lets a person in whose code is good, and uses it up; true for a guest whatever the code. */
    public boolean admit(PersonId person, String name, String code) {
        return jdbi.inTransaction(handle -> {
            if (isGuest(handle, person)) {
                return true;
            }
            String hash = ContentHash.of(code).hex();
            Optional<String> inviter = handle.createQuery(
                            "SELECT inviter FROM invitation WHERE hash = :hash AND expires >= :now")
                    .bind("hash", hash)
                    .bind("now", clock.millis())
                    .mapTo(String.class)
                    .findOne();
            if (inviter.isEmpty()) {
                return false;
            }
            handle.execute("DELETE FROM invitation WHERE hash = ?", hash);
            handle.execute(
                    "INSERT INTO guest (person, inviter, name, admitted) VALUES (?, ?, ?, ?)",
                    person.value(),
                    inviter.get(),
                    name,
                    clock.millis());
            return true;
        });
    }

    public boolean isGuest(PersonId person) {
        return jdbi.withHandle(handle -> isGuest(handle, person));
    }

    /** All guests, as they came. */
    public List<Guest> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM guest ORDER BY admitted, person")
                .map((row, context) -> new Guest(
                        new PersonId(row.getString("person")),
                        new PersonId(row.getString("inviter")),
                        row.getString("name"),
                        Instant.ofEpochMilli(row.getLong("admitted"))))
                .list());
    }

    /** Shuts a guest out again, at once; nothing happens to anybody else. */
    public void remove(PersonId person) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM guest WHERE person = ?", person.value()));
    }

    private static boolean isGuest(Handle handle, PersonId person) {
        return handle.createQuery("SELECT count(*) FROM guest WHERE person = ?")
                        .bind(0, person.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
