package org.citebot.statement;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.jspecify.annotations.Nullable;

/** Leads "she" and "its" back to whom the text was about. For one document and one thread. */
final class PronounResolver {

    private final Discourse discourse;

    PronounResolver(Discourse discourse) {
        this.discourse = discourse;
    }

    /**
     * Whom a pronoun means.
     *
     * @param pronoun in lower case
     * @param at where it stands in the text
     * @return null if nobody fits, or it is none for somebody else
     */
    @Nullable
    Entity find(String pronoun, int at) {
        return find(pronoun, at, entity -> false);
    }

    /**
     * The same, but for some.
     *
     * @param others whether somebody cannot be meant
     */
    @Nullable
    Entity find(String pronoun, int at, Predicate<Entity> others) {
        ToDoubleFunction<Entity> fit = fit(pronoun);
        return fit == null
                ? null
                : discourse.find(at, entity -> others.test(entity) ? Agreement.NEVER : fit.applyAsDouble(entity));
    }

    private static @Nullable ToDoubleFunction<Entity> fit(String pronoun) {
        return switch (pronoun) {
            case "he", "his", "him" -> entity -> Agreement.asPerson(entity, Gender.MALE);
            case "she", "her" -> entity -> Agreement.asPerson(entity, Gender.FEMALE);
            case "it", "its" -> Agreement::asBody;
            case "they", "their", "them" -> Agreement::asGroup;
            default -> null;
        };
    }

    /** What a pronoun tells about the one whom it means. */
    static void learn(Entity entity, String pronoun) {
        switch (pronoun) {
            case "he" -> entity.learn(Gender.MALE);
            case "she" -> entity.learn(Gender.FEMALE);
            case "it" -> entity.learn(Kind.BODY);
            default -> {}
        }
    }
}
