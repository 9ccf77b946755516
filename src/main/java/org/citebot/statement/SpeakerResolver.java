package org.citebot.statement;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Leads the words for a speaker back to a name, from the first sentence of a document to its last: for one document and
 * one thread.
 */
final class SpeakerResolver {

    private final NameDirectory directory;
    private final Discourse discourse;
    private final PronounResolver pronouns;
    private final NameResolver names;
    private final DescriptionResolver descriptions;
    private final WrittenSources written;
    private final ReferenceReader reader;
    private final SpeakingTurns turns;

    SpeakerResolver(List<Sentence> sentences, WordClasses words, RoleNouns roles) {
        directory = new NameDirectory(sentences, words);
        SpeakerNouns nouns = new SpeakerNouns(words);
        discourse = new Discourse(sentences, directory);
        turns = new SpeakingTurns(discourse::personBeside);
        pronouns = new PronounResolver(discourse);
        names = new NameResolver(directory, words);
        UnnamedSpeakers unnamed = new UnnamedSpeakers(pronouns, turns::last, nouns, words);
        Introductions introductions = new Introductions(sentences, directory, nouns, words);
        descriptions =
                new DescriptionResolver(directory, introductions, discourse, turns, unnamed, nouns, roles, words);
        written = new WrittenSources(words, discourse, pronouns, this::find);
        reader = new ReferenceReader(
                discourse, pronouns, descriptions, unnamed, written, new Relatives(directory), nouns);
    }

    /** Of a statement; statements come in the order of the text. */
    Speaker resolve(Attribution attribution) {
        reader.read(attribution.sentence());
        Phrase phrase = attribution.subject();
        Referent found = phrase == null
                ? new Referent(turns.next(attribution), Resolution.CARRIED)
                : find(phrase, isToldOf(phrase, attribution));
        Entity entity = found.entity();
        turns.speak(attribution, entity);
        if (entity != null && phrase == null) {
            discourse.speak(entity, attribution.content().start());
        }
        if (entity != null && phrase != null) {
            written.note(phrase.sentence(), entity);
            PronounResolver.learn(entity, phrase.first().word());
            discourse.speak(entity, phrase.at());
        }
        return speaker(phrase, found);
    }

    private static Speaker speaker(@Nullable Phrase phrase, Referent found) {
        Entity entity = found.entity();
        return new Speaker(
                phrase == null ? null : phrase.span(),
                entity == null ? null : entity.name(),
                entity == null ? null : entity.description(),
                entity == null ? null : entity.abbreviation(),
                entity == null ? Resolution.NONE : found.resolution());
    }

    /** The name behind words that name somebody who is no speaker: who passed it on, whom it was told to. */
    String name(Phrase phrase) {
        Entity entity = find(phrase).entity();
        return entity == null ? phrase.plain() : entity.name();
    }

    /**
     * Who tells of somebody by name is somebody else: in "She said Marsh had left" she is not Marsh. Nor is "the driver" in
     * "The driver told him" the one whom "him" means.
     */
    private Predicate<Entity> isToldOf(Phrase phrase, Attribution attribution) {
        Phrase hearer = attribution.hearer();
        if (hearer != null && hearer.isPronoun() && !phrase.isPronoun()) {
            Entity told = pronouns.find(hearer.head(), phrase.at());
            return entity -> entity == told;
        }
        return entity -> directory.isNamedBehind(entity, phrase, attribution.content())
                || (hearer != null && directory.isNamedBehind(entity, phrase, hearer.span()))
                || discourse.isRelatedIn(entity, attribution.content());
    }

    private Referent find(Phrase phrase) {
        return find(phrase, entity -> false);
    }

    private Referent find(Phrase phrase, Predicate<Entity> others) {
        Entity writer = written.ofReading(phrase);
        if (writer != null) {
            return new Referent(writer, Resolution.PRONOUN);
        }
        if (phrase.isPronoun()) {
            return new Referent(pronouns.find(phrase.first().word(), phrase.at(), others), Resolution.PRONOUN);
        }
        Referent named = names.find(phrase);
        if (named != null) {
            return named;
        }
        Entity author = written.author(phrase);
        return new Referent(author == null ? descriptions.find(phrase, others) : author, Resolution.ROLE);
    }
}
