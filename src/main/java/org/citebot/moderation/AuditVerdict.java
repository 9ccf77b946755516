package org.citebot.moderation;

/** Whether the audit log is as it was written. */
public sealed interface AuditVerdict {

    /**
     * Nothing was changed, taken away, added in between or put in another order.
     *
     * @param entries how many lines there are
     * @param head the hash of the last one
     * @param unconfirmed how many of them the file of heads does not reach yet: those written just before a crash
     */
    record Intact(long entries, String head, long unconfirmed) implements AuditVerdict {}

    /**
     * Somebody was at it, or the disk is failing.
     *
     * @param number the first line that is wrong
     * @param problem what is wrong with it, one line
     */
    record Broken(long number, String problem) implements AuditVerdict {}
}
