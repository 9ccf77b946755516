package org.citebot.statement;

import java.util.function.Predicate;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Leads "the minister" and "the company" back to somebody named, if the text calls one so or was about nobody else. For one
 * document and one thread.
 */
final class DescriptionResolver {

    /** Whom a description means was mentioned some sentences before at most. */
    private static final double NEAR = -3.5;

    private final NameDirectory directory;
    private final Discourse discourse;
    private final SpeakingTurns turns;
    private final UnnamedSpeakers unnamed;
    private final SpeakerNouns nouns;
    private final WordClasses words;

    DescriptionResolver(
            NameDirectory directory,
            Discourse discourse,
            SpeakingTurns turns,
            UnnamedSpeakers unnamed,
            SpeakerNouns nouns,
            WordClasses words) {
        this.directory = directory;
        this.discourse = discourse;
        this.turns = turns;
        this.unnamed = unnamed;
        this.nouns = nouns;
        this.words = words;
    }

    /** Whom a description means; it stands for itself where nobody else is described so. */
    Entity find(Phrase phrase) {
        Entity both = phrase.first().word().equals("both") ? turns.both() : null;
        Entity known = both == null ? known(phrase) : null;
        if (known != null) {
            known.play(phrase.head());
        }
        return both != null ? both : known != null ? known : unnamed.get(phrase);
    }

    private @Nullable Entity known(Phrase phrase) {
        String head = phrase.head();
        boolean bare = phrase.size() == 2;
        Entity known = phrase.isDefinite() || phrase.isOwned() ? byRole(head, phrase.at(), bare) : null;
        if (bare && phrase.isDefinite() && (known == null || (!known.isNamed() && nouns.isBody(head)))) {
            known = generic(head, phrase.at(), known);
        }
        if (known == null
                && phrase.sentence().paragraph() <= 1
                && phrase.first().word().matches("an?|the")) {
            known = directory.introduced(head, phrase.sentence());
        }
        return known == null && phrase.isDefinite() && nouns.isPerson(head) && !isAttached(phrase)
                ? salient(phrase)
                : known;
    }

    /** "The company", "the statement": a body that the text was about, or who spoke last. */
    private @Nullable Entity generic(String head, int at, @Nullable Entity called) {
        if (words.is(WordClass.GENERIC_BODIES, head)) {
            return discourse.find(
                    at, entity -> entity == called || mayBe(entity, head) ? Agreement.asBody(entity) : Agreement.NEVER);
        }
        return words.is(WordClass.MESSAGES, head) ? turns.last() : null;
    }

    /**
     * Of whom the text has told that they are one; the last one mentioned.
     *
     * @param bare whether it is "the bank" and no more: "the central bank" is not every bank
     */
    @Nullable
    Entity byRole(String head, int at, boolean bare) {
        Predicate<Entity> fits = entity -> entity.hasRole(head)
                || (bare && entity.kind() == Kind.BODY && entity.parts().contains(head));
        Entity found = discourse.last(at, fits);
        if (found != null && (found.isNamed() || !found.name().startsWith("the "))) {
            return found;
        }
        for (Entity entity : directory.entities()) {
            if (fits.test(entity)) {
                return entity;
            }
        }
        return found;
    }

    /** "The bank" is no ministry; "the agency" may be anything; "the campaign" is only whose it is said to be. */
    private boolean mayBe(Entity entity, String head) {
        if (words.is(WordClass.OWNED_BODIES, head)) {
            return entity.parts().contains(head);
        }
        boolean union =
                head.equals("union") && entity.parts().stream().anyMatch(part -> words.is(WordClass.UNIONS, part));
        return union
                || words.is(WordClass.UNSPECIFIC_BODIES, head)
                || entity.parts().contains(head)
                || entity.parts().stream().noneMatch(part -> words.is(WordClass.ORGANISATIONS, part));
    }

    /** "The biologist", "the Missouri senator": whom the text was about last, unless it has spoken of another one before. */
    private @Nullable Entity salient(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        String head = phrase.head();
        if (head.endsWith("s") || words.is(WordClass.ANONYMOUS, head) || directory.isIntroduced(head, sentence)) {
            return null;
        }
        Gender gender = Descriptions.gender(head, words);
        boolean title = words.is(WordClass.TITLES, head)
                && sentence.tag(phrase.headEnd() - 2).equals("DT");
        return discourse.find(phrase.at(), NEAR, entity -> asDescribed(entity, gender, title));
    }

    private static double asDescribed(Entity entity, Gender gender, boolean title) {
        boolean fits = entity.kind() == Kind.PERSON
                && entity.isNamed()
                && (gender == Gender.UNKNOWN || entity.gender() != Agreement.opposite(gender));
        double told = entity.roles().isEmpty() ? Agreement.SURE : title ? -2 * Agreement.DOUBT : -Agreement.DOUBT / 2;
        return fits ? told : Agreement.NEVER;
    }

    /** "The spokesman for the agency"; but "the mother of nine" is only described. */
    private static boolean isAttached(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int end = phrase.headEnd();
        for (int i = phrase.from(); i < end; i++) {
            if (sentence.isPossessive(i)) {
                return true;
            }
        }
        boolean counted =
                sentence.word(end).equals("of") && sentence.tag(end + 1).equals("CD");
        return end < phrase.to() && !counted;
    }
}
