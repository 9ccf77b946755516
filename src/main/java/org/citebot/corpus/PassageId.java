package org.citebot.corpus;

/**
 * The lasting name of a passage: the document, its version (from 1) and the passage's place in it (from 0). Unlike
 * Lucene's document numbers it means the same after every merge and rebuild.
 */
public record PassageId(DocumentId document, int version, int ordinal) {

    public PassageId {
        if (version < 1 || ordinal < 0) {
            throw new IllegalArgumentException("Not a passage: version " + version + ", place " + ordinal);
        }
    }

    /** Written as {@code document@version#ordinal}. */
    @Override
    public String toString() {
        return document + "@" + version + "#" + ordinal;
    }
}
