package org.citebot.statement;

import java.util.List;
import java.util.Set;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.VerbGroup.Form;
import org.citebot.statement.WordClasses.WordClass;

/** Tells what only looks like a statement from what is one. Immutable, for many threads. */
final class StatementCheck {

    private static final Set<String> NOBODY =
            Set.of("neither", "nobody", "none", "no", "there", "what", "little", "nothing", "anyone", "i", "we", "you");

    private final WordClasses words;

    StatementCheck(WordClasses words) {
        this.words = words;
    }

    /** Adds what a verb says, unless it is nothing. */
    void add(SpeechVerb verb, Phrase speaker, Content content, double confidence, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        boolean open = verb.group().reality() == Reality.NEGATED
                && (sentence.word(content.from()).matches("whether|why|when|how|what|who|whom|which|if")
                        || sentence.isQuote(content.from()));
        if (!content.isEmpty() && !open && !isSign(speaker, words) && !isNothing(verb, speaker, content)) {
            found.add(verb.attribute(content.from(), content.to(), speaker, content.hearer(), confidence));
        }
    }

    /** "asked not to be named", "confided as much", "a loaf called “the Sandbag”", what a poll found. */
    private static boolean isNothing(SpeechVerb verb, Phrase speaker, Content content) {
        Sentence sentence = verb.sentence();
        int to = sentence.word(content.from()).equals("not") ? content.from() + 1 : content.from();
        boolean anonymous = sentence.word(to).equals("to")
                && (sentence.word(to + 1).equals("differ")
                        || sentence.word(to + 2).matches("named|identified|quoted|anonymous"));
        boolean name = verb.group().form() == Form.PARTICIPLE
                && verb.cue().takes(Frame.SMALL)
                && !sentence.word(speaker.from() - 1).equals("what")
                && sentence.isQuote(content.from());
        boolean poll =
                verb.cue().act() == SpeechAct.REPORT && head(speaker).word().matches("polls?|surveys?");
        boolean denied = sentence.word(content.from()).matches("no|nothing|little")
                && sentence.word(content.from() + 1).matches("such|more|of|about|to");
        return anonymous || name || poll || denied;
    }

    static boolean isSign(Phrase speaker, WordClasses words) {
        return words.is(WordClass.SIGNS, head(speaker).word());
    }

    private static Token head(Phrase phrase) {
        int end = NounPhrases.end(phrase.sentence(), phrase.from());
        return end > phrase.from() && end <= phrase.to() ? phrase.sentence().token(end - 1) : phrase.last();
    }

    /** A share of people is no speaker, and "neither would say" says nothing. */
    static boolean isNobody(Phrase speaker) {
        for (int i = speaker.from(); i < speaker.to(); i++) {
            if (speaker.sentence().isMark(i, "%") || speaker.sentence().word(i).matches("percent|cent")) {
                return true;
            }
        }
        return NOBODY.contains(speaker.first().word());
    }
}
