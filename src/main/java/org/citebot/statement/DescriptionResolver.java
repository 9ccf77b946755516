package org.citebot.statement;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    /** What a role is worth that fits, though the text has used another word for it. */
    private static final double RELATED = 3.5;

    private final NameDirectory directory;
    private final Introductions introductions;
    private final Discourse discourse;
    private final SpeakingTurns turns;
    private final UnnamedSpeakers unnamed;
    private final SpeakerNouns nouns;
    private final RoleNouns roles;
    private final WordClasses words;

    DescriptionResolver(
            NameDirectory directory,
            Introductions introductions,
            Discourse discourse,
            SpeakingTurns turns,
            UnnamedSpeakers unnamed,
            SpeakerNouns nouns,
            RoleNouns roles,
            WordClasses words) {
        this.directory = directory;
        this.introductions = introductions;
        this.discourse = discourse;
        this.turns = turns;
        this.unnamed = unnamed;
        this.nouns = nouns;
        this.roles = roles;
        this.words = words;
    }

    /**
     * Whom a description means; it stands for itself where nobody else is described so.
     *
     * @param others whether somebody cannot be meant who is only not described otherwise
     */
    Entity find(Phrase phrase, Predicate<Entity> others) {
        Entity known = recall(phrase, others);
        if (known != null && known.kind() != Kind.GROUP) {
            known.play(phrase.head());
            if (nouns.isBody(phrase.head())) {
                known.learn(Kind.BODY);
            }
        }
        return known == null ? itself(phrase) : known;
    }

    private Entity itself(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from() + 1; i < phrase.headEnd() - 1; i++) {
            boolean noun = sentence.isPossessive(i) && !sentence.isName(i);
            Entity owner = noun ? recall(new Phrase(sentence, phrase.from(), i + 1)) : null;
            if (owner != null && owner.isNamed()) {
                return unnamed.get(phrase, owner, i + 1);
            }
        }
        return unnamed.get(phrase);
    }

    /** Whom of those the text knows a description means; null if nobody. */
    @Nullable
    Entity recall(Phrase phrase) {
        return recall(phrase, entity -> false);
    }

    private @Nullable Entity recall(Phrase phrase, Predicate<Entity> others) {
        Entity together = isPair(phrase) ? pair(phrase) : null;
        return together == null ? known(phrase, others) : together;
    }

    /** "Both", "both men", "the pair", "the two". */
    private boolean isPair(Phrase phrase) {
        boolean two = phrase.isDefinite() && words.is(WordClass.PAIRS, phrase.head());
        return (two || phrase.first().word().equals("both")) && phrase.headEnd() == phrase.to();
    }

    private @Nullable Entity pair(Phrase phrase) {
        Entity group = discourse.find(
                phrase.at(),
                entity -> entity.kind() == Kind.GROUP && entity.isNamed() ? Agreement.SURE : Agreement.NEVER);
        return group == null ? turns.both() : group;
    }

    private @Nullable Entity known(Phrase phrase, Predicate<Entity> others) {
        String head = phrase.head();
        Entity known = phrase.isDefinite() || phrase.isOwned() ? byRole(phrase) : null;
        if (isGeneric(phrase) && (known == null || (!known.isNamed() && nouns.isBody(head)))) {
            known = generic(head, phrase.at(), known);
        }
        if (known == null) {
            known = introduced(phrase);
        }
        return known == null && phrase.isDefinite() && nouns.isPerson(head) && !isAttached(phrase)
                ? salient(phrase, others)
                : known;
    }

    /** Whom the first sentences introduce by a role: the text may come back to it. */
    private @Nullable Entity introduced(Phrase phrase) {
        Entity found = NounPhrases.isAttached(phrase.sentence(), phrase.from()) ? null : introductions.find(phrase);
        if (found != null) {
            found.play(phrase.head());
        }
        return found;
    }

    /** "The company"; "the French club", but not "the central bank". */
    private boolean isGeneric(Phrase phrase) {
        if (!phrase.isDefinite()) {
            return false;
        }
        boolean unspecific = phrase.size() > 2 && words.is(WordClass.UNSPECIFIC_BODIES, phrase.head());
        return (unspecific && isMaker(phrase))
                || (phrase.headEnd() == phrase.to() && (phrase.size() == 2 || (unspecific && !isOwner(phrase))));
    }

    /** "The maker of brakes". */
    private static boolean isMaker(Phrase phrase) {
        return phrase.head().matches("\\p{L}+(?:er|or)")
                && phrase.sentence().word(phrase.headEnd()).equals("of");
    }

    /** "The company", "the statement": a body that the text was about, or who spoke last. */
    private @Nullable Entity generic(String head, int at, @Nullable Entity called) {
        if (words.is(WordClass.GENERIC_BODIES, head) || words.is(WordClass.UNSPECIFIC_BODIES, head)) {
            return discourse.find(
                    at,
                    entity -> entity == called || mayMean(head, entity) ? Agreement.asBody(entity) : Agreement.NEVER);
        }
        return words.is(WordClass.MESSAGES, head) ? turns.last() : null;
    }

    private boolean mayMean(String noun, Entity body) {
        return isKnown(body, noun) && nouns.mayMean(noun, body) && !isAnother(noun, body);
    }

    /**
     * "The airline" is no regulator, "the company" no union, and "the group" is no hospital that has no name; "the ministry"
     * says so in its name.
     */
    private boolean isAnother(String noun, Entity body) {
        if (roles.mayCall(noun, body)) {
            return false;
        }
        boolean office = words.is(WordClass.STATE_BODIES, noun)
                && !body.parts().contains(noun)
                && !NameReader.isAcronym(body.name());
        boolean told =
                body.roles().stream().anyMatch(role -> nouns.isBody(role) && !words.is(WordClass.VAGUE_BODIES, role));
        boolean official = words.is(WordClass.FIRMS, noun)
                && Stream.concat(body.roles().stream(), body.parts().stream())
                        .anyMatch(word -> words.is(WordClass.PUBLIC_BODIES, word));
        return office || official || (told && (!body.isNamed() || !words.is(WordClass.VAGUE_BODIES, noun)));
    }

    /** A single word of which nothing tells what it is may be a company, and hardly a government or a court. */
    private boolean isKnown(Entity entity, String head) {
        return entity.kind() != Kind.UNKNOWN
                || entity.parts().size() > 1
                || words.is(WordClass.UNSPECIFIC_BODIES, head);
    }

    /**
     * Of whom the text has told that they are one: whom more of the words describe, the last one mentioned of equals; null
     * if it has told of nobody.
     */
    @Nullable
    Entity byRole(Phrase phrase) {
        Predicate<Entity> fits = entity -> isCalled(entity, phrase);
        Entity found = best(phrase, discourse.before(phrase.at()), fits);
        if (found != null && (found.isNamed() || !found.name().equals("the " + phrase.head()))) {
            return found;
        }
        Entity later = directory.entities().stream().filter(fits).findFirst().orElse(null);
        return later == null ? found : later;
    }

    private static @Nullable Entity best(Phrase phrase, List<Entity> candidates, Predicate<Entity> fits) {
        Entity best = null;
        int most = -1;
        for (Entity entity : candidates) {
            int described = fits.test(entity) ? described(entity, phrase) : -1;
            if (described > most) {
                best = entity;
                most = described;
            }
        }
        return best;
    }

    /** How many of the words of a phrase the text has used of somebody. */
    private static int described(Entity entity, Phrase phrase) {
        int count = 0;
        for (int i = phrase.from(); i < phrase.headEnd() - 1; i++) {
            count += entity.isDescribedBy(phrase.sentence().word(i)) ? 1 : 0;
        }
        return count;
    }

    /** How many words of a phrase describe somebody. */
    private static int modifiers(Phrase phrase) {
        int modifiers = 0;
        for (int i = phrase.from(); i < phrase.headEnd() - 1; i++) {
            modifiers += phrase.sentence().tag(i).matches("JJ.*|NN.*|VB.*") ? 1 : 0;
        }
        return modifiers;
    }

    /** "The veteran minister" is no foreign minister who has no name, and "the central bank" not the bank told of before. */
    private static boolean fits(Entity entity, Phrase phrase) {
        int described = described(entity, phrase);
        int told = modifiers(phrase);
        return entity.isNamed() ? entity.kind() != Kind.BODY || told == 0 || described > 0 : described >= told;
    }

    private boolean isCalled(Entity entity, Phrase phrase) {
        String head = phrase.head();
        boolean bare = phrase.headEnd() == phrase.from() + 2;
        boolean named = bare
                && entity.kind() == Kind.BODY
                && (entity.isNamed() || !entity.hasRole(head))
                && nouns.isBody(head)
                && entity.head().equals(head);
        boolean several = entity.kind() == Kind.GROUP && entity.hasRole(RoleNouns.singular(head));
        return (entity.hasRole(head) && fits(entity, phrase)) || named || several;
    }

    /** "The biologist", "the Missouri senator": whom the text was about last, unless it has spoken of another one before. */
    private @Nullable Entity salient(Phrase phrase, Predicate<Entity> others) {
        Sentence sentence = phrase.sentence();
        String head = phrase.head();
        if (sentence.word(phrase.to()).equals("who")
                || head.endsWith("s")
                || words.is(WordClass.COLLECTIVE, head)
                || words.is(WordClass.ANONYMOUS, head)
                || introductions.isTold(phrase)) {
            return null;
        }
        Gender gender = Descriptions.gender(head);
        boolean title = words.is(WordClass.TITLES, head)
                && !words.is(WordClass.PARTIES, head)
                && sentence.tag(phrase.headEnd() - 2).equals("DT");
        return discourse.find(
                phrase.at(),
                NEAR,
                entity -> others.test(entity) ? Agreement.NEVER : asDescribed(entity, head, gender, title));
    }

    private double asDescribed(Entity entity, String head, Gender gender, boolean title) {
        boolean nameless = head.matches("(?:wo)?man") && !entity.isNamed();
        boolean person = entity.kind() == Kind.PERSON
                || (entity.kind() == Kind.UNKNOWN && entity.parts().size() > 1);
        boolean fits = person
                && (entity.isNamed() || nameless)
                && (gender == Gender.UNKNOWN || entity.gender() != Agreement.opposite(gender));
        if (!fits) {
            return Agreement.NEVER;
        }
        if (nameless || roles.mayCall(head, entity)) {
            return RELATED;
        }
        if (entity.roles().isEmpty()) {
            return Agreement.SURE;
        }
        return title ? inAnotherOffice(entity) : -Agreement.DOUBT / 2;
    }

    /** A lawyer is no judge, if nothing else tells so; a grandmother may be. */
    private double inAnotherOffice(Entity entity) {
        boolean office =
                entity.roles().stream().anyMatch(role -> words.is(WordClass.TITLES, role) || roles.isCalling(role));
        return office ? Agreement.NEVER : -2 * Agreement.DOUBT;
    }

    /** "The spokesman for the agency"; but "the mother of nine" is only described. */
    private static boolean isAttached(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int end = phrase.headEnd();
        boolean counted =
                sentence.word(end).equals("of") && sentence.tag(end + 1).equals("CD");
        return isOwner(phrase) || (end < phrase.to() && !counted);
    }

    /** "The agency's …". */
    private static boolean isOwner(Phrase phrase) {
        for (int i = phrase.from(); i < phrase.headEnd(); i++) {
            if (phrase.sentence().isPossessive(i)) {
                return true;
            }
        }
        return false;
    }
}
