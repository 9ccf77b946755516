package org.citebot.corpus;

/** What putting a document into the store did to it. */
public enum StoredChange {
    ADDED,
    UPDATED,
    /** It had been removed, and answers again. */
    RESTORED,
    UNCHANGED
}
