package org.citebot.statement;

import java.util.regex.Pattern;
import org.citebot.statement.WordClasses.WordClass;

/** Tells who may speak from what may not, by the nouns that name them. Immutable, for many threads. */
final class SpeakerNouns {

    private static final Pattern PERSONAL = Pattern.compile(
            "\\p{L}{2,}(?:ers?|ors?|ists?|ians?|man|men|woman|women|persons?|people|ees?|crats?|ess(?:es)?)");

    /** "The 38-year-old". */
    private static final Pattern AGED = Pattern.compile("\\d+-year-old");

    private final WordClasses words;

    SpeakerNouns(WordClasses words) {
        this.words = words;
    }

    /** Whether a phrase is a pronoun for somebody, a name, or a word for people or a body. */
    boolean maySpeak(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int end = NounPhrases.end(sentence, phrase.from());
        int head = (end > phrase.from() ? Math.min(end, phrase.to()) : phrase.to()) - 1;
        String word = sentence.word(head);
        return sentence.tag(head).equals("PRP") || sentence.isName(head) || isPerson(word) || isBody(word);
    }

    /** Whether a noun, in lower case, is a word for a person or for people. */
    boolean isPerson(String noun) {
        if (words.is(WordClass.THINGS, noun)) {
            return false;
        }
        if (isAge(noun) || noun.contains("-of-")) {
            return true;
        }
        String single = noun.endsWith("s") ? noun.substring(0, noun.length() - 1) : noun;
        return words.is(WordClass.PEOPLE, noun)
                || words.is(WordClass.PEOPLE, single)
                || words.is(WordClass.TITLES, noun)
                || words.is(WordClass.TITLES, single)
                || (PERSONAL.matcher(noun).matches() && !words.is(WordClass.THINGS, single) && !isBody(noun));
    }

    /** "38-year-old". */
    static boolean isAge(String word) {
        return AGED.matcher(word).matches();
    }

    /** Whether a noun, in lower case, is a word for an organisation. */
    boolean isBody(String noun) {
        return words.is(WordClass.GENERIC_BODIES, noun)
                || words.is(WordClass.UNSPECIFIC_BODIES, noun)
                || words.is(WordClass.ORGANISATIONS, noun);
    }

    /** "The bank" is no ministry; "the agency" may be anything; "the campaign" is only whose it is said to be. */
    boolean mayMean(String noun, Entity body) {
        if (words.is(WordClass.OWNED_BODIES, noun)) {
            return body.parts().contains(noun);
        }
        boolean union =
                noun.equals("union") && body.parts().stream().anyMatch(part -> words.is(WordClass.UNIONS, part));
        return union
                || words.is(WordClass.UNSPECIFIC_BODIES, noun)
                || body.parts().contains(noun)
                || body.parts().stream().noneMatch(part -> words.is(WordClass.ORGANISATIONS, part));
    }
}
