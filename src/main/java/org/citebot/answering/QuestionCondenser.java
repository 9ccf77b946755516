package org.citebot.answering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citebot.answering.conversation.Turn;
import org.jspecify.annotations.Nullable;

/** Has a language model write down what a message asks by itself, after what was talked about. For many threads. */
public final class QuestionCondenser {

    /** A reply that is longer than all that it was made of, and this, is something else. */
    private static final int ALWAYS_ALLOWED = 100;

    private final LanguageModel model;
    private final Prompts prompts;

    /** Writes with one model, by the prompts of one folder. */
    public QuestionCondenser(LanguageModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /**
     * What a message asks by itself.
     *
     * @param before what was talked about, the oldest first
     * @param asker on whose account the model is used; null for nobody's
     * @param within how long the model may take
     * @return empty if it fails, or writes what cannot be a question
     */
    Optional<String> condense(
            String message, List<Turn> before, LocalDate today, @Nullable String asker, Duration within) {
        String conversation = before.stream()
                .map(turn -> "Asked: " + turn.question() + "\nAnswered: " + turn.said())
                .collect(Collectors.joining("\n\n"));
        MarkedData data = MarkedData.ofConversation(message, conversation);
        ModelReply reply = model.write(
                prompts.condense()
                        .with(
                                Map.of(
                                        "question", data.question(),
                                        "conversation", data.passages(),
                                        "mark", data.mark(),
                                        "today", AnswerText.day(today)),
                                asker),
                within);
        return switch (reply) {
            case ModelReply.Failed failed -> Optional.empty();
            case ModelReply.Written written ->
                Optional.of(written.text().strip())
                        .filter(text -> isOneQuestion(text, message, before) && !text.contains(data.mark()));
        };
    }

    private static boolean isOneQuestion(String reply, String message, List<Turn> before) {
        int given = message.length()
                + before.stream().mapToInt(turn -> turn.question().length()).sum();
        return !reply.isEmpty() && reply.lines().count() == 1 && reply.length() <= ALWAYS_ALLOWED + given;
    }
}
