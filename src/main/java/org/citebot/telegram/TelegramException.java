package org.citebot.telegram;

/** The bot cannot run. The message is one line for the person at the terminal: what is wrong, and the next step. */
public abstract sealed class TelegramException extends RuntimeException
        permits BadTokenException, UnreachableBotApiException {

    private static final long serialVersionUID = 1;

    TelegramException(String message) {
        super(message);
    }
}
