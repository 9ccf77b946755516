package org.citebot.statement;

import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text along with its statements: whom its sentences name, and whom the pronouns and descriptions mean that are
 * their subjects, so that those stay in mind. For one document and one thread.
 */
final class ReferenceReader {

    private final Discourse discourse;
    private final PronounResolver pronouns;
    private final DescriptionResolver descriptions;
    private final UnnamedSpeakers unnamed;
    private final WrittenSources written;
    private final Relatives relatives;
    private final SpeakerNouns nouns;

    ReferenceReader(
            Discourse discourse,
            PronounResolver pronouns,
            DescriptionResolver descriptions,
            UnnamedSpeakers unnamed,
            WrittenSources written,
            Relatives relatives,
            SpeakerNouns nouns) {
        this.discourse = discourse;
        this.pronouns = pronouns;
        this.descriptions = descriptions;
        this.unnamed = unnamed;
        this.written = written;
        this.relatives = relatives;
        this.nouns = nouns;
    }

    /** Reads on to a sentence, that one included. */
    void read(Sentence until) {
        Sentence sentence = discourse.next(until);
        while (sentence != null) {
            for (int i = 0; i < sentence.size(); i++) {
                i = Math.max(i, read(sentence, i) - 1);
            }
            sentence = discourse.next(until);
        }
    }

    /** Reads the phrase that begins at a token; returns where to read on. */
    private int read(Sentence sentence, int from) {
        Phrase phrase = NounPhrases.beginningAt(sentence, from);
        if (phrase == null) {
            return from + 1;
        }
        if (isNamedTogether(phrase) || phrase.first().word().equals("my")) {
            return phrase.headEnd();
        }
        relatives.read(phrase);
        Entity author = written.read(phrase);
        boolean subject = isSubject(phrase);
        boolean source =
                sentence.word(from - 1).equals("to") && sentence.word(from - 2).equals("according");
        if (subject || source || from == 0) {
            unnamed.note(phrase);
        }
        if (subject) {
            Entity body = author == null ? presented(phrase) : author;
            Entity entity = body == null ? meant(phrase) : body;
            if (entity != null) {
                discourse.refer(entity, phrase);
            }
        } else {
            Entity entity = beside(phrase);
            if (entity != null) {
                discourse.mention(entity, phrase);
            }
        }
        return phrase.headEnd();
    }

    /** Whom a phrase means that is no subject; null if nobody who could be meant later. */
    private @Nullable Entity beside(Phrase phrase) {
        if (unnamed.isSeveral(phrase)) {
            return unnamed.get(phrase);
        }
        if (!nouns.isPerson(phrase.head()) || !isDescription(phrase)) {
            return null;
        }
        boolean whole = phrase.headEnd() == phrase.to();
        if (phrase.isDefinite() && whole && descriptions.recall(phrase) == null) {
            return unnamed.get(phrase);
        }
        // "Her minister", "the president", of whom the text gives the name.
        Entity called = (phrase.isOwned() || phrase.isDefinite()) && whole ? descriptions.byRole(phrase) : null;
        if (called != null) {
            return called.isNamed() ? called : null;
        }
        // "His sister", "a man from Ghent": of whom nothing is told yet but that they are there.
        boolean related = phrase.isOwned() || phrase.first().word().matches("an?");
        return related && descriptions.recall(phrase) == null
                ? unnamed.get(
                        phrase.isOwned() ? new Phrase(phrase.sentence(), phrase.from(), phrase.headEnd()) : phrase)
                : null;
    }

    /** "The new tenant is a hospital group": the body, which the text has not told of before; null if it is no such sentence. */
    private @Nullable Entity presented(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        boolean is = sentence.word(phrase.to()).matches("is|was")
                && sentence.word(phrase.to() + 1).matches("an?")
                && isDescription(phrase)
                && !phrase.isPronoun();
        Phrase body = is ? NounPhrases.beginningAt(sentence, phrase.to() + 1) : null;
        Entity known = body != null && nouns.isBody(body.head()) ? descriptions.recall(phrase) : null;
        return body != null && nouns.isBody(body.head()) && (known == null || !known.isNamed())
                ? unnamed.get(body)
                : null;
    }

    private @Nullable Entity meant(Phrase phrase) {
        String head = phrase.head();
        if (head.matches("he|she")) {
            return person(phrase);
        }
        if (!isDescription(phrase)) {
            return null;
        }
        Entity known = descriptions.recall(phrase);
        if (known != null && nouns.isBody(head)) {
            known.learn(Kind.BODY);
        }
        boolean somebody = nouns.isPerson(head)
                || nouns.isBody(head)
                || unnamed.isOneOf(phrase)
                || (written.isDocument(phrase)
                        && written.author(phrase) == null
                        && !phrase.sentence().tag(phrase.from() - 1).equals("IN"));
        return known == null && somebody ? unnamed.get(phrase) : known;
    }

    /** "Two senators, Ann Marsh and Tom Reeve": whom the names mean. */
    private boolean isNamedTogether(Phrase phrase) {
        return unnamed.isSeveral(phrase)
                && phrase.sentence().isMark(phrase.to(), ",")
                && phrase.sentence().isName(phrase.to() + 1);
    }

    /** Whom "he" or "she" means; in "Asked whether she was glad, Marsh smiled" the one behind. */
    private @Nullable Entity person(Phrase pronoun) {
        Gender gender = pronoun.head().equals("he") ? Gender.MALE : Gender.FEMALE;
        Mention behind = opensClause(pronoun.sentence(), pronoun.from()) ? discourse.subjectBehind(pronoun) : null;
        boolean fits = behind != null && Agreement.asPerson(behind.entity(), gender) >= -Agreement.DOUBT;
        Entity found = behind != null && fits ? behind.entity() : pronouns.find(pronoun.head(), pronoun.at());
        if (found != null) {
            found.lean(gender);
        }
        return found;
    }

    /** Whether a sentence begins with a clause in which a word stands, and its main clause is to come. */
    private static boolean opensClause(Sentence sentence, int index) {
        boolean clause = sentence.tag(0).matches("VB[NGD]|WRB|IN");
        for (int i = 0; i < index; i++) {
            clause &= !sentence.isMark(i, ",;:") && !sentence.isQuote(i);
        }
        return clause && index > 0;
    }

    /** Whether a phrase is no name: "nurses" has a capital where it begins a sentence. */
    private boolean isDescription(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int head = phrase.headEnd() - 1;
        boolean begins = head == 0 && (nouns.isPerson(sentence.word(0)) || unnamed.isOneOf(phrase));
        return begins || (head > phrase.from() && !sentence.isName(head) && !sentence.isPossessive(head));
    }

    /** Whether a phrase is followed by its verb, behind an apposition or not, or by "who"; not if it only introduces a name. */
    private static boolean isSubject(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int to = phrase.to();
        if (NounPhrases.isAttached(sentence, phrase.from())) {
            return false;
        }
        return Mention.isBeforeVerb(sentence, to)
                || sentence.word(to).equals("who")
                || (!sentence.isCapital(to + 1) && Mention.isBeforeVerb(sentence, Mention.behind(sentence, to)));
    }
}
