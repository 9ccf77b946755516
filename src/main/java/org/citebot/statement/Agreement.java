package org.citebot.statement;

import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;

/** How well somebody fits a pronoun or a description by kind and gender: 0 for surely, less with doubts. */
final class Agreement {

    /** Somebody cannot be meant. */
    static final double NEVER = -100;

    static final double SURE = 0;
    static final double DOUBT = 1;

    /** A pronoun seldom goes to somebody who has no name. */
    private static final double UNNAMED = 1.0;

    private static final double LEANING = 0.5;
    private static final double AGAINST = 1.5;

    private Agreement() {}

    /** As a body: a name of which nothing is known may be one's. */
    static double asBody(Entity entity) {
        return switch (entity.kind()) {
            case BODY -> SURE;
            case UNKNOWN -> -2 * DOUBT;
            default -> NEVER;
        };
    }

    /** As several people, or a body: "they". */
    static double asGroup(Entity entity) {
        return entity.kind() == Kind.GROUP ? SURE : asBody(entity) - DOUBT;
    }

    static double asPerson(Entity entity, Gender gender) {
        boolean person = entity.kind() == Kind.PERSON || entity.kind() == Kind.UNKNOWN;
        if (!person || entity.gender() == opposite(gender)) {
            return NEVER;
        }
        double known =
                entity.gender() == gender ? SURE + DOUBT / 2 : entity.kind() == Kind.PERSON ? SURE : stranger(entity);
        if (entity.gender() == Gender.UNKNOWN && entity.leaning() != Gender.UNKNOWN) {
            known += entity.leaning() == gender ? LEANING : -AGAINST;
        }
        return entity.isNamed() ? known : entity.gender() == gender ? known - DOUBT : known - UNNAMED;
    }

    /** A name of which nothing tells that it is a person's: a single word hardly is. */
    private static double stranger(Entity entity) {
        return entity.parts().size() > 1 ? -DOUBT : -2 * DOUBT;
    }

    /** Whether nothing speaks against a gender; of an unknown one nothing does. */
    static boolean isOf(Entity entity, Gender gender) {
        return gender == Gender.UNKNOWN || entity.gender() == Gender.UNKNOWN || entity.gender() == gender;
    }

    /** What somebody of a gender is not; {@link Gender#FEMALE} too where it is unknown. */
    static Gender opposite(Gender gender) {
        return gender == Gender.MALE ? Gender.FEMALE : Gender.MALE;
    }
}
