package org.citebot.corpus;

/** The store holds something else than what was put into it. Only a backup helps. */
public final class DamagedStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what is damaged */
    public DamagedStoreException(String message) {
        super(message);
    }
}
