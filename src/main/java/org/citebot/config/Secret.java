package org.citebot.config;

/** A value that must not be seen, such as a bot token: prints as {@code ***}. */
public final class Secret {

    /** What is shown in place of the value. */
    static final String HIDDEN = "***";

    private final String value;

    /** Wraps a value, which is not blank; surrounding white space is not part of it. */
    public Secret(String value) {
        this.value = value.strip();
        if (this.value.isEmpty()) {
            throw new IllegalArgumentException("A secret is not blank");
        }
    }

    /** The value itself: for the one call that needs it, never for a message, a log or an exception. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
