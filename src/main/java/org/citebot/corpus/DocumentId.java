package org.citebot.corpus;

/** The lasting name of a document, the same through all its versions: not blank, at most 200 characters. */
public record DocumentId(String value) implements Comparable<DocumentId> {

    private static final int MAX_LENGTH = 200;

    public DocumentId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A document id has 1 to " + MAX_LENGTH + " characters: '" + value + "'");
        }
    }

    /** Whether there can be an id of this value. */
    public static boolean isValid(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH;
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
