package org.citebot.answering;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.citebot.answering.conversation.FollowUpRules;
import org.citebot.answering.conversation.Turn;
import org.citebot.retrieval.QuestionAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of a conversation: what each asks by itself. Rules tell whether it goes on with what was asked before;
 * a language model, where there is one, then words the question, and where it fails the rules do. For many threads.
 */
public final class FollowUps {

    private static final Duration LONGEST_WRITING = Duration.ofSeconds(8);

    private final FollowUpRules rules = new FollowUpRules(QuestionAnalyzer::withoutDays);
    private final @Nullable QuestionCondenser condenser;

    /** @param condenser null to go by rules alone */
    public FollowUps(@Nullable QuestionCondenser condenser) {
        this.condenser = condenser;
    }

    /**
     * What a message asks by itself.
     *
     * @param before what it may refer to, the oldest first; perhaps empty
     * @param reply whether it is a reply to the answer to the last of these
     * @param asker on whose account a model is used; null for nobody's
     * @return empty if it stands by itself as it is
     */
    public Optional<String> read(
            String message, List<Turn> before, boolean reply, LocalDate today, @Nullable String asker) {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> byRules = rules.rewrite(message, before.getLast(), reply, today);
        return byRules.isEmpty() || condenser == null
                ? byRules
                : condenser
                        .condense(message, before, today, asker, LONGEST_WRITING)
                        .or(() -> byRules);
    }

    /** What an answer leaves for later messages to refer to; {@code speakers} are those who are quoted in it. */
    public static Turn turn(String question, Answer answer, List<String> speakers) {
        String said = answer.isGiven() ? AnswerText.of(answer) : "";
        return new Turn(question, said, speakers);
    }
}
