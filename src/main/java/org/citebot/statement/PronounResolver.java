package org.citebot.statement;

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
        return switch (pronoun) {
            case "he", "his", "him" -> discourse.find(at, entity -> Agreement.asPerson(entity, Gender.MALE));
            case "she", "her" -> discourse.find(at, entity -> Agreement.asPerson(entity, Gender.FEMALE));
            case "it", "its" -> discourse.find(at, Agreement::asBody);
            case "they", "their", "them" -> discourse.find(at, Agreement::asGroup);
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
