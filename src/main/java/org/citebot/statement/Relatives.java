package org.citebot.statement;

import java.util.regex.Pattern;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Gives relatives of whom a text tells only the given name the family's: "Tom Marsh and his wife, Ada". News give the full
 * name where it is another one. Children of a mother often have their father's, and keep their short name; so does who is
 * somebody's only by a pronoun that may mean another one. For one document and one thread.
 */
final class Relatives {

    private static final Pattern RELATIVE =
            Pattern.compile("wife|husband|widow|widower|sister|brother|son|daughter|father");
    private static final Pattern CHILD = Pattern.compile("son|daughter");

    private final NameDirectory directory;
    private final NameResolver names;
    private final PronounResolver pronouns;
    private final Discourse discourse;

    Relatives(NameDirectory directory, NameResolver names, PronounResolver pronouns, Discourse discourse) {
        this.discourse = discourse;
        this.directory = directory;
        this.names = names;
        this.pronouns = pronouns;
    }

    /** Reads a phrase with an owner, "her son Tom" or "Marsh’s wife", behind which a name may follow. */
    void read(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from() + 1; i < phrase.headEnd(); i++) {
            if (RELATIVE.matcher(sentence.word(i)).matches()) {
                Entity relative = named(phrase, i + 1);
                Entity owner = relative == null ? null : owner(phrase, i);
                boolean mother = owner != null
                        && owner.gender() != Gender.MALE
                        && CHILD.matcher(sentence.word(i)).matches();
                if (relative != null && owner != null && owner != relative && owner.kind() == Kind.PERSON && !mother) {
                    relative.learn(Descriptions.gender(sentence.word(i)));
                    relative.inherit(owner);
                    directory.readMentions();
                }
                return;
            }
        }
    }

    /** Who has a single name right behind the relation, or behind a comma. */
    private @Nullable Entity named(Phrase phrase, int behind) {
        int name = phrase.sentence().isMark(phrase.headEnd(), ",") ? phrase.headEnd() + 1 : behind;
        return directory.mentionsIn(phrase.sentence()).stream()
                .filter(mention -> mention.from() == name && mention.to() == name + 1)
                .map(Mention::entity)
                .filter(entity -> entity.parts().size() == 1 && entity.kind() != Kind.BODY)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Entity owner(Phrase phrase, int relation) {
        Sentence sentence = phrase.sentence();
        if (phrase.isOwned()) {
            Entity owner = pronouns.find(phrase.first().word(), phrase.at());
            return owner != null && discourse.isAlone(owner, phrase.at()) ? owner : null;
        }
        for (int i = relation - 1; i >= phrase.from(); i--) {
            if (sentence.isPossessive(i)) {
                Referent owner = names.find(new Phrase(sentence, phrase.from(), i + 1));
                return owner == null ? null : owner.entity();
            }
        }
        return null;
    }
}
