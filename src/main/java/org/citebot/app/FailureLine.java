package org.citebot.app;

import org.citebot.config.ConfigException;
import org.citebot.telegram.TelegramException;

/** A failure as one line for the person at the terminal: the culprit and the next step. */
final class FailureLine {

    private FailureLine() {}

    static String of(Exception failure) {
        return switch (failure) {
            case UserError error -> message(error);
            case ConfigException mistakes -> String.join(System.lineSeparator(), mistakes.problems());
            case TelegramException error -> message(error);
            default -> unexpected(failure);
        };
    }

    private static String unexpected(Exception failure) {
        StringBuilder line = new StringBuilder(message(failure));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String message = message(cause);
            if (line.indexOf(message) < 0) {
                line.append(": ").append(message);
            }
        }
        return line.append(" (./citebot doctor looks for what is wrong)").toString();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
