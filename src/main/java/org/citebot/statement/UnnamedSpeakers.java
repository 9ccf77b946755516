package org.citebot.statement;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Those who have no name, under the words that describe them. For one document and one thread. */
final class UnnamedSpeakers {

    /** So many words behind somebody may stand before the name that is given. */
    private static final int LONGEST_GIVING = 10;

    private final PronounResolver pronouns;
    private final Supplier<@Nullable Entity> speaking;
    private final SpeakerNouns nouns;
    private final WordClasses words;
    private final Map<String, Entity> byWords = new HashMap<>();
    private final NavigableMap<Integer, String> several = new TreeMap<>();

    /**
     * Those of one text.
     *
     * @param speaking who says "my"; null if nobody has spoken
     */
    UnnamedSpeakers(
            PronounResolver pronouns, Supplier<@Nullable Entity> speaking, SpeakerNouns nouns, WordClasses words) {
        this.pronouns = pronouns;
        this.speaking = speaking;
        this.nouns = nouns;
        this.words = words;
    }

    /** Notes people who do something, so that "another" is known to be one of them. */
    void note(Phrase phrase) {
        boolean first = phrase.first().word().matches("an?|one") && nouns.isPerson(phrase.head());
        boolean pair = phrase.first().word().matches("both|all");
        if (first || (isSeveral(phrase) && !pair)) {
            several.put(phrase.at(), RoleNouns.singular(phrase.head()));
        }
    }

    /** "Residents of Quay Street". */
    boolean isSeveral(Phrase phrase) {
        return phrase.sentence().tag(phrase.headEnd() - 1).equals("NNS") && nouns.isPerson(phrase.head());
    }

    /** The one whom a phrase describes: the same for the same words. */
    Entity get(Phrase phrase) {
        String given = givenName(phrase);
        if (given != null) {
            return byWords.computeIfAbsent(given, name -> new Entity(name, true, Kind.PERSON, Gender.UNKNOWN));
        }
        Phrase told = isOneOf(phrase) ? apposition(phrase) : null;
        if (told != null) {
            return get(told);
        }
        String noun = oneOf(phrase);
        String name = noun == null ? withOwner(phrase) : oneOf(phrase, noun);
        return byWords.computeIfAbsent(name, key -> described(phrase, noun == null ? phrase.head() : noun, name));
    }

    /** "Another", "the other", "one of them". */
    boolean isOneOf(Phrase phrase) {
        boolean ofThem = phrase.last().word().equals("them") && phrase.to() == phrase.headEnd() + 2;
        return words.is(WordClass.COUNTED, phrase.head()) && (phrase.headEnd() == phrase.to() || ofThem);
    }

    /** "One, a nurse from Ghent, said": what tells more of one of them; null if nothing does. */
    private @Nullable Phrase apposition(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        boolean article = sentence.isMark(phrase.to(), ",")
                && sentence.word(phrase.to() + 1).matches("an?");
        Phrase told = article ? NounPhrases.beginningAt(sentence, phrase.to() + 1) : null;
        return told != null && nouns.isPerson(told.head()) ? told : null;
    }

    private static String oneOf(Phrase phrase, String noun) {
        Sentence sentence = phrase.sentence();
        boolean placed = phrase.size() == 1
                && sentence.isMark(phrase.to(), ",")
                && sentence.word(phrase.to() + 1).matches("at|in|from|of");
        Phrase place = placed ? NounPhrases.beginningAt(sentence, phrase.to() + 2) : null;
        if (place != null && sentence.isMark(place.to(), ",")) {
            return "a " + noun + " " + NameReader.text(sentence, phrase.to() + 1, place.to());
        }
        return phrase.headEnd() == phrase.to()
                ? phrase.plain() + " " + noun
                : new Phrase(phrase.sentence(), phrase.from(), phrase.to() - 1).plain() + " the "
                        + RoleNouns.plural(noun);
    }

    /** The noun that "another" leaves out; null if it is no such phrase, or the text has told of no people. */
    private @Nullable String oneOf(Phrase phrase) {
        Map.Entry<Integer, String> people = isOneOf(phrase) ? several.lowerEntry(phrase.at()) : null;
        return people == null ? null : people.getValue();
    }

    private Entity described(Phrase phrase, String head, String name) {
        boolean body = (nouns.isBody(head) && !head.equals("police")) || words.is(WordClass.DOCUMENTS, head);
        boolean plural = phrase.sentence().tag(phrase.headEnd() - 1).endsWith("S")
                || (!body && words.is(WordClass.COLLECTIVE, head));
        Kind person = nouns.isPerson(head) || words.is(WordClass.COUNTED, head) ? Kind.PERSON : Kind.UNKNOWN;
        Kind kind = plural ? Kind.GROUP : body ? Kind.BODY : person;
        Entity entity = new Entity(name, false, kind, Descriptions.gender(head));
        entity.describe(head, name);
        for (int i = phrase.from(); i < phrase.headEnd(); i++) {
            if (SpeakerNouns.isAge(phrase.sentence().word(i))) {
                entity.play(phrase.sentence().word(i));
            }
        }
        return entity;
    }

    /** "A man who gave his name only as Dutch"; null if none is given. */
    private static @Nullable String givenName(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.headEnd(); i < Math.min(sentence.size(), phrase.headEnd() + LONGEST_GIVING); i++) {
            int name = i + 1;
            boolean given = sentence.word(i).equals("as")
                    && (sentence.word(i - 1).matches("name|known")
                            || sentence.word(i - 2).matches("name|known"));
            if (given && sentence.isCapital(name)) {
                int end = name + 1;
                while (sentence.isName(end)) {
                    end++;
                }
                return NameReader.text(sentence, name, end);
            }
        }
        return null;
    }

    /** The one whom a phrase with an owner describes, by the owner's name: "the bank’s chairman". */
    Entity get(Phrase phrase, Entity owner, int behindOwner) {
        String name = possessive(owner) + NameReader.text(phrase.sentence(), behindOwner, phrase.to());
        return byWords.computeIfAbsent(name, key -> described(phrase, phrase.head(), name));
    }

    private static String possessive(Entity owner) {
        return owner.name() + (owner.name().endsWith("s") ? "’ " : "’s ");
    }

    /** "Her", "people close to him". */
    private static boolean isOwner(Sentence sentence, int index) {
        return sentence.tag(index).equals("PRP$") || sentence.word(index).matches("him|her");
    }

    /** "her spokesman" and "one of her aides" by the name of the one who has them. */
    private String withOwner(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from(); i < phrase.to(); i++) {
            Entity owner = sentence.word(i).equals("my")
                    ? speaking.get()
                    : isOwner(sentence, i) ? pronouns.find(sentence.word(i), phrase.at()) : null;
            if (owner != null) {
                String before = i == phrase.from() ? "" : new Phrase(sentence, phrase.from(), i).plain() + " ";
                return i + 1 == phrase.to()
                        ? before + owner.name()
                        : before + possessive(owner) + NameReader.text(sentence, i + 1, phrase.to());
            }
        }
        return phrase.plain();
    }
}
