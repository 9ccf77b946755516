package org.citebot.statement;

import java.util.List;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * How a text introduces people: news begin with "a lawyer" and give the name in the sentence that follows. Immutable but for
 * the entities; for one document and one thread.
 */
final class Introductions {

    /** A name that tells more of somebody begins its sentence, behind a title at most. */
    private static final int LONGEST_TITLE = 3;

    private final List<Sentence> sentences;
    private final NameDirectory directory;
    private final SpeakerNouns nouns;
    private final WordClasses words;

    Introductions(List<Sentence> sentences, NameDirectory directory, SpeakerNouns nouns, WordClasses words) {
        this.sentences = sentences;
        this.directory = directory;
        this.nouns = nouns;
        this.words = words;
    }

    /**
     * Whom the first sentences of a text call "a lawyer" before they give the name: who is described so, if only one is, or
     * with whom the next sentence begins; null if nobody is.
     */
    @Nullable
    Entity find(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        if (sentence.paragraph() > 1 || !phrase.first().word().matches("an?|the")) {
            return null;
        }
        String role = phrase.head();
        List<Entity> found = directory.entities().stream()
                .filter(entity -> entity.hasRole(role) && entity.kind() == Kind.PERSON)
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        Mention first = sentence.paragraph() == 0 ? following(sentence) : null;
        return first != null && isToldMore(phrase, first) ? first.entity() : null;
    }

    private @Nullable Mention following(Sentence sentence) {
        int next = sentences.indexOf(sentence) + 1;
        List<Mention> mentions = next < sentences.size() ? directory.mentionsIn(sentences.get(next)) : List.of();
        return mentions.isEmpty() || mentions.getFirst().from() > LONGEST_TITLE ? null : mentions.getFirst();
    }

    /** Whether a sentence begins with somebody, and what was described before may be meant. */
    private boolean isToldMore(Phrase phrase, Mention first) {
        Entity entity = first.entity();
        if (nouns.isBody(phrase.head())) {
            return entity.kind() == Kind.BODY
                    && first.subject()
                    && phrase.isDefinite()
                    && nouns.mayMean(phrase.head(), entity)
                    && isFirst(phrase, Kind.BODY);
        }
        boolean fits = entity.kind() == Kind.PERSON
                && !words.is(WordClass.DOCUMENTS, phrase.head())
                && !phrase.head().endsWith("s")
                && Agreement.isOf(entity, Descriptions.gender(phrase.head()));
        return fits && isPresented(phrase.head(), first);
    }

    /** "Marsh, who …", "Councillor Marsh": as somebody who is new, and has told nothing else of an office. */
    private boolean isPresented(String role, Mention first) {
        boolean general = words.is(WordClass.GENERAL_PEOPLE, role);
        boolean titled =
                first.from() > 0 && words.is(WordClass.TITLES, first.sentence().word(first.from() - 1));
        return (first.sentence().isMark(first.to(), ",") || titled || first.subject())
                && (general || first.entity().roles().isEmpty() || !words.is(WordClass.TITLES, role));
    }

    /** Whether the sentence of a phrase names nobody of a kind. */
    private boolean isFirst(Phrase phrase, Kind kind) {
        return directory.mentionsIn(phrase.sentence()).stream()
                .noneMatch(mention -> mention.entity().kind() == kind);
    }

    /** Whether the text has called somebody so who has no name: "a biologist", "her lawyer". */
    boolean isTold(Phrase phrase) {
        String role = phrase.head();
        for (Sentence sentence : sentences) {
            if (sentence.span().start() >= phrase.sentence().span().start()) {
                return false;
            }
            for (int i = 1; i < sentence.size() && sentence.paragraph() > 0; i++) {
                if (sentence.word(i).equals(role)
                        && !sentence.isCapital(i)
                        && !sentence.word(NounPhrases.start(sentence, i + 1)).equals("the")) {
                    return true;
                }
            }
        }
        return false;
    }
}
