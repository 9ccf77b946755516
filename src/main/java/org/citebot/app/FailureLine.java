package org.citebot.app;

import org.citebot.config.ConfigException;
import org.citebot.telegram.TelegramException;

/** A failure as one line for the person at the terminal: the culprit and the next step. */
final class FailureLine {

    private FailureLine() {}

    static String of(Exception failure) {
        return switch (failure) {
            case UserError error -> error.getMessage();
            case ConfigException mistakes -> mistakes.getMessage();
            case TelegramException error -> error.getMessage();
            default -> unexpected(failure);
        };
    }

    private static String unexpected(Exception failure) {
        Throwable cause = failure;
        StringBuilder line = new StringBuilder(message(cause));
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
            if (!line.toString().contains(message(cause))) {
                line.append(": ").append(message(cause));
            }
        }
        return line.append(" (./citebot doctor looks for what is wrong)").toString();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }
}
