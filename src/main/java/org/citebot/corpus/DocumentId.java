package org.citebot.corpus;

/** The lasting name of a document, the same through all its versions: not blank, at most 200 characters. */
public record DocumentId(String value) implements Comparable<DocumentId> {

    private static final int MAX_LENGTH = 200;

    public DocumentId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A document id has 1 to " + MAX_LENGTH + " characters: '" + value + "'");
        }
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
