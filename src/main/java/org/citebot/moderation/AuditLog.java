package org.citebot.moderation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.CorpusTransaction;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.AuditVerdict.Broken;
import org.citebot.moderation.AuditVerdict.Intact;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was done by whom, written in the transaction that does it. Each line holds the hash of the line before, so that
 * none can be changed, taken out or moved without all that follow; the last hashes are kept in a file outside the
 * database too, so that the end cannot be cut off unnoticed. People are pseudonyms whose key can be destroyed. For many
 * threads and processes.
 */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final CorpusStore store;
    private final HeadFile heads;
    private final Clock clock;
    private final Pseudonyms pseudonyms = new Pseudonyms();

    /** @param heads the file outside the database; made with the first line */
    AuditLog(CorpusStore store, Path heads, Clock clock) {
        this.store = store;
        this.heads = new HeadFile(heads);
        this.clock = clock;
    }

    /** Something that can be written into the log while it happens. */
    interface Work<T> {
        T run(CorpusTransaction transaction, Lines log);
    }

    /** Where a transaction writes what it does. */
    final class Lines {

        private final Handle handle;
        private @Nullable AuditEntry last;

        Lines(Handle handle) {
            this.handle = handle;
        }

        /** Writes one line. */
        void write(@Nullable PersonId actor, String action, String subject, String detail) {
            AuditEntry before = last != null ? last : head(handle).orElse(null);
            AuditEntry entry = AuditEntry.after(
                    before == null ? AuditEntry.NOTHING : before.hash(),
                    before == null ? 1 : before.number() + 1,
                    Instant.now(clock),
                    actor == null ? null : pseudonyms.of(handle, actor),
                    action,
                    subject,
                    detail);
            insert(handle, entry);
            last = entry;
        }

        /** What a person is called in a line. */
        String pseudonym(PersonId person) {
            return pseudonyms.of(handle, person);
        }

        void forget(PersonId person) {
            pseudonyms.forget(handle, person);
        }
    }

    /** Does something in one transaction together with the lines that tell of it. */
    <T> T record(Work<T> work) {
        Recorded<T> recorded = store.inTransaction(transaction -> {
            Lines log = new Lines(transaction.handle());
            T result = work.run(transaction, log);
            return new Recorded<>(result, log.last);
        });
        if (recorded.last() != null) {
            confirm(recorded.last());
        }
        return recorded.result();
    }

    /** Reads in one consistent view what this package keeps. */
    <T> T read(Function<Handle, T> query) {
        return store.read(query);
    }

    /** The last lines, the newest first. */
    public List<AuditEntry> latest(int limit) {
        return store.read(handle -> handle.createQuery("SELECT * FROM audit ORDER BY number DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    /** What a person is called in the log; empty if no line is that person's, or the key was destroyed. */
    public Optional<String> pseudonym(PersonId person) {
        return store.read(handle -> pseudonyms.find(handle, person));
    }

    /**
     * Goes through the whole log.
     *
     * @throws UncheckedIOException if the file of heads cannot be read
     */
    public AuditVerdict verify() {
        // First, as the log may grow meanwhile.
        SortedMap<Long, String> confirmed = confirmed();
        return store.read(
                handle -> {
                    try (Stream<AuditEntry> entries = handle
                            .createQuery("SELECT * FROM audit ORDER BY number")
                            .map((row, context) -> entry(row))
                            .stream()) {
                        return verify(entries.iterator(), confirmed);
                    }
                });
    }

    private static AuditVerdict verify(Iterator<AuditEntry> entries, SortedMap<Long, String> confirmed) {
        long number = 0;
        String head = AuditEntry.NOTHING;
        while (true) {
            number++;
            AuditEntry entry;
            try {
                if (!entries.hasNext()) {
                    return verifyEnd(number - 1, head, confirmed);
                }
                entry = entries.next();
            } catch (DateTimeParseException e) {
                return new Broken(number, "the line was changed");
            }
            if (entry.number() != number) {
                return new Broken(number, "the line is missing");
            }
            if (!entry.previous().equals(head)) {
                return new Broken(number, "the line does not follow the one before");
            }
            if (!entry.isWhole()) {
                return new Broken(number, "the line was changed");
            }
            head = entry.hash();
            if (!confirmed.getOrDefault(number, head).equals(head)) {
                return new Broken(number, "the line is not the one that the file of heads tells of");
            }
        }
    }

    /** Whether the log, in order so far, goes as far as the file of heads tells. */
    private static AuditVerdict verifyEnd(long number, String head, SortedMap<Long, String> confirmed) {
        long last = confirmed.isEmpty() ? 0 : confirmed.lastKey();
        if (last > number) {
            return new Broken(number + 1, "the log goes on to line " + last + " in the file of heads, but ends before");
        }
        if (last == 0 && number > 1) {
            return new Broken(number, "the file of heads is missing or empty");
        }
        return new Intact(number, head, number - last);
    }

    private SortedMap<Long, String> confirmed() {
        try {
            return heads.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the audit log's heads cannot be read", e);
        }
    }

    private void confirm(AuditEntry head) {
        try {
            heads.append(head);
        } catch (IOException e) {
            // What was done is done, and stays in the log; the next line that gets there confirms this one too.
            LOG.error("The head of the audit log could not be written outside the database", e);
        }
    }

    private static Optional<AuditEntry> head(Handle handle) {
        return handle.createQuery("SELECT * FROM audit ORDER BY number DESC LIMIT 1")
                .map((row, context) -> entry(row))
                .findOne();
    }

    private static void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        INSERT INTO audit (number, at, actor, action, subject, detail, previous, hash)
                        VALUES (:number, :at, :actor, :action, :subject, :detail, :previous, :hash)""")
                .bind("number", entry.number())
                .bind("at", entry.at().toString())
                .bind("actor", entry.actor())
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .bind("previous", entry.previous())
                .bind("hash", entry.hash())
                .execute();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Instant.parse(row.getString("at")),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash"));
    }

    private record Recorded<T>(T result, @Nullable AuditEntry last) {}
}
