package org.citebot.statement;

import java.util.function.Function;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Leads letters, reports and complaints back to who wrote them. For one document and one thread. */
final class WrittenSources {

    private final WordClasses words;
    private final PronounResolver pronouns;
    private final Function<Phrase, Referent> writers;
    private final DocumentAuthors authors = new DocumentAuthors();

    /**
     * For the written sources of one text.
     *
     * @param writers leads the words for a writer back to a name
     */
    WrittenSources(WordClasses words, PronounResolver pronouns, Function<Phrase, Referent> writers) {
        this.words = words;
        this.pronouns = pronouns;
        this.writers = writers;
    }

    boolean isDocument(Phrase phrase) {
        return words.is(WordClass.DOCUMENTS, phrase.head());
    }

    /** "In a letter, X said": the letter is X's. */
    void note(Sentence sentence, Entity speaker) {
        for (int i = 0; i + 1 < sentence.size(); i++) {
            int end = sentence.word(i).equals("in") ? NounPhrases.end(sentence, i + 1) : i;
            if (end > i + 1 && words.is(WordClass.DOCUMENTS, sentence.word(end - 1)) && speaker.isNamed()) {
                authors.note(sentence.word(end - 1), speaker);
            }
        }
    }

    /** Notes who wrote what a phrase names, if it tells; null if it does not. */
    @Nullable
    Entity read(Phrase phrase) {
        Entity author = isDocument(phrase) ? stated(phrase) : null;
        if (author != null) {
            authors.note(phrase.head(), author);
        }
        return author;
    }

    /** Who wrote what a phrase names: as it tells itself, or the text before; null if neither does. */
    @Nullable
    Entity author(Phrase phrase) {
        if (!isDocument(phrase)) {
            return null;
        }
        Entity author = stated(phrase);
        return author == null && phrase.isDefinite() ? authors.of(phrase.head()) : author;
    }

    /** "“…,” it reads": who wrote what came last; null where a phrase is not that, or nothing came. */
    @Nullable
    Entity ofReading(Phrase phrase) {
        boolean read = phrase.first().word().equals("it")
                && phrase.sentence().word(phrase.to()).matches("reads?|begins?|began|ran|runs|opens|concludes|ends");
        return read ? authors.last() : null;
    }

    /** "The agency's reply", "a report by the agency". */
    private @Nullable Entity stated(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.headEnd() - 2; i >= phrase.from(); i--) {
            if (sentence.isPossessive(i)) {
                return writers.apply(new Phrase(sentence, phrase.from(), i + 1)).entity();
            }
        }
        if (phrase.isOwned()) {
            return pronouns.find(phrase.first().word(), phrase.at());
        }
        int behind = phrase.headEnd();
        int by = sentence.isMark(behind, ",") ? behind + 1 : behind;
        by = words.is(WordClass.MADE, sentence.word(by)) ? Adverbials.time(sentence, by + 1) : behind;
        Phrase author = sentence.word(by).matches("by|from") ? NounPhrases.beginningAt(sentence, by + 1) : null;
        return author == null ? null : writers.apply(author).entity();
    }
}
