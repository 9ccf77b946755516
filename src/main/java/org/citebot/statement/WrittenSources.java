package org.citebot.statement;

import java.util.function.Function;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Leads letters, reports and complaints back to who wrote them. For one document and one thread. */
final class WrittenSources {

    /** Between two sentences of a paragraph. */
    private static final int SPACE = 2;

    private final WordClasses words;
    private final PronounResolver pronouns;
    private final Function<Phrase, Referent> writers;
    private final Discourse discourse;
    private final DocumentAuthors authors = new DocumentAuthors();
    private @Nullable Sentence last;

    /**
     * For the written sources of one text.
     *
     * @param writers leads the words for a writer back to a name
     */
    WrittenSources(
            WordClasses words, Discourse discourse, PronounResolver pronouns, Function<Phrase, Referent> writers) {
        this.words = words;
        this.discourse = discourse;
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
                last = sentence;
            }
        }
    }

    /** Notes who wrote what a phrase names, if it tells; null if it does not. */
    @Nullable
    Entity read(Phrase phrase) {
        Entity author = isDocument(phrase) ? stated(phrase) : null;
        if (author != null) {
            authors.note(phrase.head(), author);
            last = phrase.sentence();
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

    /**
     * "“…,” it reads": who wrote what came last; "it said" where that came in the sentence before, and the text was about
     * no body there. Null where a phrase is not that, or nothing came.
     */
    @Nullable
    Entity ofReading(Phrase phrase) {
        Entity writer = authors.last();
        if (writer != null && phrase.head().equals("it") && writer.kind() == Entity.Kind.PERSON && isNear(phrase)) {
            Entity body = pronouns.find("it", phrase.at());
            return body == null || !discourse.isSubject(body) ? writer : null;
        }
        boolean read = phrase.first().word().equals("it")
                && phrase.sentence().word(phrase.to()).matches("reads?|begins?|began|ran|runs|opens|concludes|ends");
        return read ? authors.last() : null;
    }

    /** Whether the last document was told of in the sentence before. */
    private boolean isNear(Phrase phrase) {
        Sentence told = last;
        return told != null
                && told.paragraph() == phrase.sentence().paragraph()
                && told.span().end() + SPACE >= phrase.sentence().span().start();
    }

    /** "The IMF report"; "a statement on the club's website": whose name or site it is. */
    private @Nullable Entity named(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int head = phrase.headEnd() - 1;
        int name = head;
        while (name > phrase.from() && sentence.isName(name - 1)) {
            name--;
        }
        if (name < head && !sentence.word(head).equals("poll")) {
            Entity body = writers.apply(new Phrase(sentence, name, head)).entity();
            return body != null && body.isNamed() && body.kind() == Entity.Kind.BODY ? body : null;
        }
        for (int i = head + 1; i + 1 < phrase.to(); i++) {
            boolean on = sentence.word(i).matches("on|at|in");
            int site = on ? NounPhrases.end(sentence, i + 1) - 1 : i;
            if (site > i + 1 && words.is(WordClass.SITES, sentence.word(site)) && sentence.isPossessive(site - 1)) {
                return writers.apply(new Phrase(sentence, i + 1, site)).entity();
            }
        }
        return null;
    }

    /** "A study published in a journal by a team", "a letter to her from the board": where the writer is told. */
    private int writer(Phrase phrase, int from) {
        Sentence sentence = phrase.sentence();
        boolean sent = words.is(WordClass.MESSAGES, phrase.head());
        for (int i = from; i < phrase.to(); i++) {
            if (sentence.word(i).equals("by") || (sent && sentence.word(i).equals("from"))) {
                return i;
            }
        }
        return from;
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
        Entity named = named(phrase);
        if (named != null) {
            return named;
        }
        int by = sentence.isMark(behind, ",") ? behind + 1 : behind;
        by = words.is(WordClass.MADE, sentence.word(by)) ? Adverbials.time(sentence, by + 1) : behind;
        by = writer(phrase, by);
        Phrase author = sentence.word(by).matches("by|from") ? NounPhrases.beginningAt(sentence, by + 1) : null;
        return author == null ? null : writers.apply(author).entity();
    }
}
