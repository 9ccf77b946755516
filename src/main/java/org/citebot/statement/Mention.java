package org.citebot.statement;

import java.util.Set;
import org.citebot.statement.Entity.Kind;

/**
 * A place where somebody is named in full or in part.
 *
 * @param from the first token of the name
 * @param to behind the last one
 * @param place what the name does in its sentence
 */
record Mention(Sentence sentence, int from, int to, Entity entity, Place place) {

    /** What a name does in its sentence. */
    enum Place {
        SUBJECT,
        OTHER,
        /** "the Hollenbeck campaign": it only tells which one. */
        MODIFIER
    }

    /** They are tagged like prepositions, and a clause with its own subject follows. */
    private static final Set<String> SUBORDINATORS =
            Set.of("that", "because", "if", "while", "although", "though", "unless", "whether", "until", "as", "than");

    private static final int LONGEST_TITLE = 6;
    private static final int LONGEST_APPOSITION = 20;

    boolean subject() {
        return place == Place.SUBJECT;
    }

    /** "Marsh and her deputy, Tom Reeve": two persons, or two bodies, who act together. */
    boolean isJoinedTo(Mention before) {
        boolean joins = false;
        for (int i = before.to(); i < from; i++) {
            joins |= sentence.word(i).equals("and");
            boolean title = sentence.tag(i).matches("NN.*|JJ.*|DT|PRP\\$") || sentence.isMark(i, ",().");
            if (i > before.to() + LONGEST_TITLE || !(title || sentence.word(i).equals("and"))) {
                return false;
            }
        }
        boolean same = (before.entity.kind() == Kind.BODY) == (entity.kind() == Kind.BODY)
                && entity.kind() != Kind.PLACE
                && before.entity.kind() != Kind.PLACE;
        return joins && same && !before.entity.equals(entity);
    }

    /** What the first name, or another one, does in a sentence. */
    static Place place(Sentence sentence, int from, int to, boolean first) {
        if (sentence.isPossessive(to - 1)) {
            return Place.OTHER;
        }
        if (sentence.isNoun(to) && !sentence.isCapital(to)) {
            return Place.MODIFIER;
        }
        int phrase = Math.min(from, NounPhrases.start(sentence, to));
        boolean clause = SUBORDINATORS.contains(sentence.word(phrase - 1)) && isBeforeVerb(sentence, to);
        boolean object = !clause && sentence.tag(phrase - 1).matches("IN|TO|VB.*");
        boolean subject =
                !object && (first || isBeforeVerb(sentence, to) || isBeforeVerb(sentence, behind(sentence, to)));
        return subject ? Place.SUBJECT : Place.OTHER;
    }

    static boolean isBeforeVerb(Sentence sentence, int at) {
        boolean first = sentence.word(at).equals("at") && sentence.word(at + 1).matches("first|last|once");
        return sentence.isFinite(at) || sentence.tag(at).startsWith("RB") || (first && sentence.isFinite(at + 2));
    }

    /** Behind the commas or brackets that follow a name. */
    static int behind(Sentence sentence, int to) {
        boolean bracket = sentence.isMark(to, "(");
        if (!bracket && !sentence.isMark(to, ",")) {
            return to;
        }
        for (int i = to + 1; i < Math.min(sentence.size(), to + LONGEST_APPOSITION); i++) {
            if (sentence.isMark(i, bracket ? ")" : ",") && (bracket || sentence.isFinite(i + 1))) {
                return i + 1;
            }
        }
        return sentence.isFinite(to + 1) ? to + 1 : to;
    }
}
