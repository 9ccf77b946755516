package org.citebot.answering;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citebot.language.Language;

/**
 * Has a language model translate a question, to search with: nobody is shown the translation for the question, and what it
 * finds is cited word for word like anything else. For many threads.
 */
public final class QuestionTranslator {

    /** A reply so much longer than the question is something else. */
    private static final int MOST_TIMES_LONGER = 3;

    private static final int ALWAYS_ALLOWED = 100;

    private final LanguageModel model;
    private final Prompts prompts;

    /** Translates with one model, by the prompts of one folder. */
    public QuestionTranslator(LanguageModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    /**
     * Translates a question.
     *
     * @param within how long the model may take
     * @return empty if it fails, or writes what cannot be a translation
     */
    Optional<String> translate(Question question, Language into, Duration within) {
        MarkedData data = MarkedData.of(question.text(), List.of());
        ModelReply reply = model.write(
                prompts.translate()
                        .with(
                                Map.of(
                                        "question", data.question(),
                                        "mark", data.mark(),
                                        "language", name(into)),
                                question.asker()),
                within);
        return switch (reply) {
            case ModelReply.Failed failed -> Optional.empty();
            case ModelReply.Written written ->
                Optional.of(written.text().strip())
                        .filter(text -> isOneQuestion(text, question.text()) && !text.contains(data.mark()));
        };
    }

    private static boolean isOneQuestion(String reply, String question) {
        return !reply.isEmpty()
                && reply.lines().count() == 1
                && reply.length() <= ALWAYS_ALLOWED + MOST_TIMES_LONGER * question.length();
    }

    private static String name(Language language) {
        return Locale.of(language.code()).getDisplayLanguage(Locale.ENGLISH);
    }
}
