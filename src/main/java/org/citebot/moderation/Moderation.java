package org.citebot.moderation;

import java.nio.file.Path;
import java.time.Clock;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.PersonId;
import org.citebot.statement.StatementArchive;
import org.jdbi.v3.core.Handle;

/**
 * All that moderators work with, over one corpus. For many threads.
 *
 * @param roles who may do what
 * @param proposals how documents come in
 * @param documents what becomes of those that are there
 * @param operator what is done to them at the command line
 * @param audit what was done
 */
public record Moderation(
        Roles roles, ModerationService proposals, DocumentKeeper documents, Operator operator, AuditLog audit) {

    private static final String HEADS = "audit-heads.txt";

    /** @param folder where the file of the audit log's heads lies, outside the database */
    public static Moderation over(CorpusStore store, Path folder, Clock clock) {
        return over(store, new StatementArchive(store), folder, clock);
    }

    /** The same with an archive that others use too, so that what reads statements is loaded once. */
    public static Moderation over(CorpusStore store, StatementArchive statements, Path folder, Clock clock) {
        AuditLog audit = new AuditLog(store, folder.resolve(HEADS), clock);
        return new Moderation(
                new Roles(audit, clock),
                new ModerationService(store, statements, audit, clock),
                new DocumentKeeper(store, audit),
                new Operator(audit),
                audit);
    }

    /**
     * Erases a person: role, name on changes and proposals, and the key of the pseudonym, so that the audit log stays
     * whole and names nobody. What the person brought stays.
     */
    public void forget(PersonId person) {
        audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            handle.execute("DELETE FROM role WHERE person = ?", person.value());
            handle.execute("UPDATE role SET granter = NULL WHERE granter = ?", person.value());
            handle.execute("UPDATE document_change SET author = NULL, request = NULL WHERE author = ?", person.value());
            handle.execute("UPDATE proposal SET proposer = NULL, request = NULL WHERE proposer = ?", person.value());
            handle.execute("UPDATE proposal SET decider = NULL WHERE decider = ?", person.value());
            log.forget(person);
            log.write(null, "forget", "person", "");
            return person;
        });
    }
}
