package org.citebot.statement;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke last, for what is said without an attribution. The same one goes on, but a paragraph behind a question is the
 * answer of another one, and so on in turn. For one document and one thread.
 */
final class SpeakingTurns {

    /** More words behind a question rather go on with it. */
    private static final int LONGEST_REPLY = 8;

    private @Nullable Entity last;
    private @Nullable Entity beforeLast;
    private @Nullable Attribution said;
    private boolean alternating;
    private @Nullable Entity asker;
    private final UnaryOperator<@Nullable Entity> others;

    /**
     * For one text.
     *
     * @param others whom the text was about last beside somebody; null if there is nobody
     */
    SpeakingTurns(UnaryOperator<@Nullable Entity> others) {
        this.others = others;
    }

    /**
     * Somebody makes a statement. Who is told of in the words of another one does not take the turn.
     *
     * @param statement what is said
     * @param speaker null if it is open who speaks
     */
    void speak(Attribution statement, @Nullable Entity speaker) {
        Attribution outer = said;
        if (outer != null && outer.content().contains(statement.content()) && last != null) {
            return;
        }
        alternating = statement.subject() == null && isAnswer(statement);
        said = statement;
        beforeLast = last != speaker ? last : beforeLast;
        last = speaker;
        asker = isQuestion(statement) ? speaker : asker;
    }

    /** Who goes on where nobody is named; null if that is open. */
    @Nullable
    Entity next(Attribution statement) {
        if (!isAnswer(statement)) {
            return last;
        }
        return beforeLast == null ? others.apply(last) : beforeLast;
    }

    private boolean isAnswer(Attribution statement) {
        Attribution before = said;
        return before != null
                && before.sentence().paragraph() != statement.sentence().paragraph()
                && ((isQuestion(before) && isShort(statement))
                        || (isClosed(before) && (alternating || isAskedAgain(statement))));
    }

    /** Whether the one who asks has asked before, and another one answered. */
    private boolean isAskedAgain(Attribution statement) {
        return isQuestion(statement) && asker != null && asker == beforeLast && asker != last;
    }

    private static boolean isShort(Attribution statement) {
        return Quotations.words(quotation(statement)) <= LONGEST_REPLY;
    }

    private static boolean isQuestion(Attribution statement) {
        return quotation(statement).matches("(?s).*\\?[”\"’'»]");
    }

    /** Whether a quotation has its closing mark: without one it goes on in the next paragraph. */
    private static boolean isClosed(Attribution statement) {
        return quotation(statement).matches("(?s).*[”\"’'»]");
    }

    /** The last words of a statement, if they are quoted; else nothing. */
    private static String quotation(Attribution statement) {
        return statement.sentence().tokens().stream()
                .filter(token -> token.isQuote() && statement.content().contains(token.span()))
                .reduce("", (before, token) -> token.text(), (one, other) -> other);
    }

    /** Who spoke last; null if that is open. */
    @Nullable
    Entity last() {
        return last;
    }

    /** The last two who spoke; null if there were no two. */
    @Nullable
    Entity both() {
        Entity one = beforeLast;
        Entity other = last;
        return one == null || other == null ? null : Entity.group(one, other);
    }
}
