package org.citebot.app;

import java.util.ArrayList;
import java.util.List;
import org.citebot.answering.PromptException;
import org.citebot.answering.model.ModelUnavailableException;
import org.citebot.config.ConfigException;
import org.citebot.telegram.TelegramException;

/** A failure as one line for the person at the terminal: the culprit and the next step. */
final class FailureLine {

    private FailureLine() {}

    /** One line; of settings, one for each mistake. */
    static String of(Throwable failure) {
        return switch (failure) {
            case UserError error -> message(error);
            case ConfigException mistakes -> String.join(System.lineSeparator(), mistakes.problems());
            case TelegramException error -> message(error);
            case PromptException error -> message(error);
            case ModelUnavailableException error -> message(error);
            default -> chain(failure);
        };
    }

    /** Whether its message was written for the person at the terminal, with the next step. */
    static boolean isKnown(Throwable failure) {
        return failure instanceof UserError
                || failure instanceof ConfigException
                || failure instanceof TelegramException;
    }

    /** The messages of a failure and of what caused it, each said once; not of what only repeats its cause. */
    private static String chain(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean onlyWraps = cause.getCause() != null
                    && message(cause).startsWith(cause.getCause().getClass().getName());
            String message = message(cause);
            if (!onlyWraps && messages.stream().noneMatch(said -> said.contains(message))) {
                messages.add(message);
            }
        }
        return String.join(": ", messages);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        String simpleName = failure.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return simpleName;
        }
        String line = message.lines().findFirst().orElse("");
        // An exception of the JDK often says no more than the name of the culprit.
        return line.contains(" ") ? line : simpleName + ": " + line;
    }
}
