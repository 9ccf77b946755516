package org.citebot.statement;

import java.util.Collection;
import java.util.List;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;

/** Learns from where names stand whether they are a person's, a body's or a place's. */
final class NameEvidence {

    private NameEvidence() {}

    /** What the mentions, sentence by sentence, tell about those whom they name. */
    static void learn(Collection<Entity> entities, Collection<List<Mention>> sentences) {
        List<Mention> all = sentences.stream().flatMap(List::stream).toList();
        learnKinds(all);
        learnPlaces(entities, all);
        sentences.forEach(NameEvidence::learnFromPronouns);
        entities.stream().filter(NameEvidence::endsLikeAWomans).forEach(entity -> entity.lean(Gender.FEMALE));
    }

    /** "Zorina Marsh": of given names that end so, in most languages of Europe, most are women's. */
    private static boolean endsLikeAWomans(Entity entity) {
        return entity.kind() == Kind.PERSON
                && entity.parts().size() > 1
                && entity.parts().getFirst().endsWith("a");
    }

    /** "Marsh, who", "Marsh, 41,", "Marsh’s wife": a person; "Solanex, which", "a Solanex spokeswoman": a body. */
    private static void learnKinds(List<Mention> all) {
        all.stream()
                .filter(NameEvidence::isLikeAPerson)
                .forEach(mention -> mention.entity().learn(Kind.PERSON));
        all.stream()
                .filter(NameEvidence::isLikeABody)
                .forEach(mention -> mention.entity().learn(Kind.BODY));
    }

    private static boolean isLikeAPerson(Mention mention) {
        Sentence sentence = mention.sentence();
        int to = mention.to();
        boolean age = sentence.word(to + 1).matches("[1-9]\\d") && sentence.isMark(to + 2, ",");
        return (sentence.isMark(to, ",") && (sentence.word(to + 1).matches("who|whose") || age))
                || (sentence.isPossessive(to - 1)
                        && sentence.word(to)
                                .matches(
                                        "wife|husband|son|daughter|brother|sister|mother|father|lawyer|attorney|life|career"));
    }

    private static boolean isLikeABody(Mention mention) {
        Sentence sentence = mention.sentence();
        int to = mention.to();
        boolean joined = sentence.word(mention.from() - 1).equals("and")
                || sentence.isMark(mention.from() - 1, ",")
                || sentence.word(mention.from() - 2).equals("and");
        boolean plural = mention.subject() && !joined && sentence.word(to).matches("are|were|have");
        return plural
                || (sentence.isMark(to, ",") && sentence.word(to + 1).equals("which"))
                || (sentence.tag(mention.from() - 1).equals("DT")
                        && sentence.word(to).matches("spokes\\p{L}+|executives?|employees?|shareholders?"))
                || (sentence.isPossessive(to - 1)
                        && sentence.word(to)
                                .matches("shares|headquarters|employees|shareholders|chairman|board|members"))
                || (sentence.word(mention.from() - 1).matches("of|at")
                        && sentence.word(mention.from() - 2)
                                .matches(
                                        "chairman|chairwoman|president|executive|director|founder|head|members?|employees?"));
    }

    /** Who is alone with a "his" or "her" in a sentence is meant by it. */
    private static void learnFromPronouns(List<Mention> mentions) {
        List<Mention> persons = mentions.stream()
                .filter(mention -> mention.entity().kind() == Kind.PERSON
                        || mention.entity().kind() == Kind.UNKNOWN)
                .toList();
        boolean alone = persons.stream().map(Mention::entity).distinct().count() == 1;
        if (!alone || !persons.getFirst().subject()) {
            return;
        }
        Sentence sentence = persons.getFirst().sentence();
        for (int i = persons.getFirst().to(); i < sentence.size(); i++) {
            if (sentence.word(i).matches("he|his|him|she|her")) {
                persons.getFirst()
                        .entity()
                        .lean(
                                sentence.word(i).startsWith("h")
                                                && !sentence.word(i).equals("her")
                                        ? Gender.MALE
                                        : Gender.FEMALE);
                return;
            }
        }
    }

    /** What only stands behind "in" and "at" is a place. */
    private static void learnPlaces(Collection<Entity> entities, List<Mention> mentions) {
        for (Entity entity : entities) {
            boolean elsewhere = false;
            for (Mention mention : mentions) {
                elsewhere |= mention.entity() == entity && !isPlace(mention);
            }
            if (!elsewhere
                    && (entity.kind() == Kind.UNKNOWN || entity.gender() == Gender.UNKNOWN)
                    && entity.kind() != Kind.BODY) {
                entity.learn(Kind.PLACE);
            }
        }
    }

    /** "In Ostend, West Flanders": but "an adviser to Reeve, Ada Marsh". */
    private static boolean isLocated(Sentence sentence, int last) {
        int first = last;
        while (first > 0 && sentence.isCapital(first - 1)) {
            first--;
        }
        return sentence.word(first - 1).matches("in|at|near|from|of|outside");
    }

    private static boolean isPlace(Mention mention) {
        Sentence sentence = mention.sentence();
        int before = mention.from() - 1;
        while (before > 0 && sentence.tag(before).matches("JJ|DT|NN")) {
            before--;
        }
        return sentence.word(before).matches("in|at|near|from|of|outside|to|around|across|into|between|through|over")
                || (sentence.isMark(before, ",")
                        && sentence.isCapital(before - 1)
                        && (mention.entity().parts().size() == 1 || isLocated(sentence, before - 1))
                        && (mention.to() >= sentence.size() || sentence.isMark(mention.to(), ",.")));
    }
}
