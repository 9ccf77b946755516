package org.citebot.moderation;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.citebot.corpus.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * What people are called in the audit log: a keyed hash of their id, with a random key for each. Whoever has the key can
 * tell which lines are a person's; once the key is destroyed, nobody can.
 */
final class Pseudonyms {

    private static final int KEY_BYTES = 32;
    private static final int SHOWN_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecureRandom random = new SecureRandom();

    /** The pseudonym of a person, who gets a key where there is none. */
    String of(Handle handle, PersonId person) {
        byte[] key = key(handle, person).orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            handle.execute("INSERT INTO pseudonym_key (person, key) VALUES (?, ?)", person.value(), fresh);
            return fresh;
        });
        return pseudonym(person, key);
    }

    /** The pseudonym of a person who has a key. */
    Optional<String> find(Handle handle, PersonId person) {
        return key(handle, person).map(key -> pseudonym(person, key));
    }

    void forget(Handle handle, PersonId person) {
        handle.execute("DELETE FROM pseudonym_key WHERE person = ?", person.value());
    }

    private static Optional<byte[]> key(Handle handle, PersonId person) {
        return handle.createQuery("SELECT key FROM pseudonym_key WHERE person = :person")
                .bind("person", person.value())
                .map((row, context) -> row.getBytes("key"))
                .findOne();
    }

    private static String pseudonym(PersonId person, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(person.value().getBytes(StandardCharsets.UTF_8));
            return "person:" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
