package org.citebot.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Arrays;
import org.citebot.corpus.ContentHash;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param number counted from 1, without gaps
 * @param at when
 * @param actor the pseudonym of who did it; null for the bot itself, and for the command line
 * @param action what was done, e.g. {@code approve}
 * @param subject to what: a document, a proposal, the pseudonym of a person
 * @param detail more of it; may be empty
 * @param previous the hash of the line before
 * @param hash of all the above
 */
public record AuditEntry(
        long number,
        Instant at,
        @Nullable String actor,
        String action,
        String subject,
        String detail,
        String previous,
        String hash) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What comes before the first line. */
    static final String NOTHING = ContentHash.of("").hex();

    /** A line that belongs behind the one with the hash {@code previous}. */
    static AuditEntry after(
            String previous,
            long number,
            Instant at,
            @Nullable String actor,
            String action,
            String subject,
            String detail) {
        String hash = hash(number, at, actor, action, subject, detail, previous);
        return new AuditEntry(number, at, actor, action, subject, detail, previous, hash);
    }

    /** Whether its hash is that of its content. */
    boolean isWhole() {
        return hash.equals(hash(number, at, actor, action, subject, detail, previous));
    }

    /** JSON keeps the columns apart, whatever stands in them. */
    private static String hash(long number, Instant at, @Nullable Object... rest) {
        try {
            return ContentHash.of(number + " " + at + " " + JSON.writeValueAsString(Arrays.asList(rest)))
                    .hex();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of strings is always JSON", e);
        }
    }
}
