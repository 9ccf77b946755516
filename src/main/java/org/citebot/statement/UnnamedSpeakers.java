package org.citebot.statement;

import java.util.HashMap;
import java.util.Map;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;

/** Those who have no name, under the words that describe them. For one document and one thread. */
final class UnnamedSpeakers {

    private final PronounResolver pronouns;
    private final SpeakerNouns nouns;
    private final WordClasses words;
    private final Map<String, Entity> byWords = new HashMap<>();

    UnnamedSpeakers(PronounResolver pronouns, SpeakerNouns nouns, WordClasses words) {
        this.pronouns = pronouns;
        this.nouns = nouns;
        this.words = words;
    }

    /** The one whom a phrase describes: the same for the same words. */
    Entity get(Phrase phrase) {
        String name = withOwner(phrase);
        return byWords.computeIfAbsent(name, key -> described(phrase, name));
    }

    private Entity described(Phrase phrase, String name) {
        String head = phrase.head();
        boolean plural = phrase.sentence().tag(phrase.headEnd() - 1).endsWith("S");
        boolean body = nouns.isBody(head) || words.is(WordClass.DOCUMENTS, head);
        Kind kind = plural ? Kind.GROUP : body ? Kind.BODY : Kind.PERSON;
        Entity entity = new Entity(name, false, kind, Descriptions.gender(head, words));
        entity.describe(head, name);
        return entity;
    }

    /** "her spokesman" and "one of her aides" by the name of the one who has them. */
    private String withOwner(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from(); i + 1 < phrase.to(); i++) {
            Entity owner = sentence.tag(i).equals("PRP$") ? pronouns.find(sentence.word(i), phrase.at()) : null;
            if (owner != null) {
                String before = i == phrase.from() ? "" : new Phrase(sentence, phrase.from(), i).plain() + " ";
                String ending = owner.name().endsWith("s") ? "’ " : "’s ";
                return before + owner.name() + ending + NameReader.text(sentence, i + 1, phrase.to());
            }
        }
        return phrase.plain();
    }
}
