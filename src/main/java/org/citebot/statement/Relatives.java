package org.citebot.statement;

import java.util.regex.Pattern;

/**
 * Learns from "Tom Marsh and his wife, Ada" that Ada is a woman. What her surname is, the text does not say, so nobody gets
 * one. For one document and one thread.
 */
final class Relatives {

    private static final Pattern RELATIVE =
            Pattern.compile("wife|husband|widow|widower|sister|brother|son|daughter|father|mother");

    private final NameDirectory directory;

    Relatives(NameDirectory directory) {
        this.directory = directory;
    }

    /** Reads a phrase with an owner, "her son Tom" or "Marsh’s wife", behind which a name may follow. */
    void read(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from() + 1; i < phrase.headEnd(); i++) {
            String relation = sentence.word(i);
            if (RELATIVE.matcher(relation).matches()) {
                int name = sentence.isMark(phrase.headEnd(), ",") ? phrase.headEnd() + 1 : i + 1;
                directory.mentionsIn(sentence).stream()
                        .filter(mention -> mention.from() == name && mention.to() == name + 1)
                        .map(Mention::entity)
                        .filter(entity -> entity.parts().size() == 1 && entity.kind() != Entity.Kind.BODY)
                        .forEach(entity -> entity.learn(Descriptions.gender(relation)));
                return;
            }
        }
    }
}
