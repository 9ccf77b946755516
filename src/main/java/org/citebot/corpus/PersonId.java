package org.citebot.corpus;

/**
 * Somebody who acts on the corpus, by a name that means something only to where that person comes from.
 *
 * @param value 1 to 100 characters, none of them white space
 */
public record PersonId(String value) {

    private static final int MAX_LENGTH = 100;

    public PersonId {
        if (value.isEmpty() || value.length() > MAX_LENGTH || value.codePoints().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "A person's id has 1 to " + MAX_LENGTH + " characters and no white space: '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
