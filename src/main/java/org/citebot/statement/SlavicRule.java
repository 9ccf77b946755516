package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citebot.language.TextSpan;
import org.citebot.language.WordLists;
import org.jspecify.annotations.Nullable;

/**
 * The plain attributions of Russian, Ukrainian and Belarusian news, by words alone: "X said that …", "«…», said X",
 * "according to X, …". What does not name its speaker is left out. Immutable, for many threads.
 */
final class SlavicRule {

    private static final Set<String> THAT = Set.of("что", "що", "што");

    /** What a name follows at the beginning of a sentence: it has a capital there too. */
    private static final Set<String> OPENERS = Set.of(
            "вчера",
            "сегодня",
            "накануне",
            "ранее",
            "позже",
            "также",
            "однако",
            "но",
            "а",
            "и",
            "как",
            "президент",
            "премьер",
            "министр",
            "глава",
            "вчора",
            "сьогодні",
            "раніше",
            "пізніше",
            "також",
            "але",
            "й",
            "як",
            "прем'єр",
            "міністр",
            "голова",
            "учора",
            "сёння",
            "раней",
            "пазней",
            "таксама",
            "аднак",
            "і",
            "прэзідэнт",
            "прэм'ер",
            "кіраўнік");

    private static final Set<String> PRONOUNS = Set.of(
            "он", "она", "они", "я", "мы", "це", "він", "вона", "вони", "ми", "ён", "яна", "яны", "гэта", "это", "кто",
            "хто");

    private static final int FARTHEST = 6;

    private final Set<String> verbs = WordLists.words(SlavicRule.class, "slavic-verbs.txt");

    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            Attribution one = verbs.contains(sentence.word(i)) ? byVerb(sentence, i) : bySource(sentence, i);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static @Nullable Attribution byVerb(Sentence sentence, int verb) {
        Phrase before = nameBefore(sentence, verb);
        Phrase speaker = before == null ? nameBehind(sentence, verb + 1) : before;
        if (speaker == null) {
            return null;
        }
        int from = Math.min(speaker.from(), verb);
        int to = Math.max(speaker.to(), verb + 1);
        for (int i = to; i < Math.min(sentence.limit(), to + FARTHEST); i++) {
            if (THAT.contains(sentence.word(i)) && i + 1 < sentence.limit()) {
                return attribution(sentence, i + 1, sentence.limit(), speaker, verb, verb + 1);
            }
            if (sentence.isQuote(i) && sentence.isMark(i - 1, ":")) {
                return attribution(sentence, i, i + 1, speaker, verb, verb + 1);
            }
        }
        for (int i = from - 1; i >= 0 && !sentence.isWord(i); i--) {
            if (sentence.isQuote(i)) {
                return attribution(sentence, i, i + 1, speaker, verb, verb + 1);
            }
        }
        return null;
    }

    /** "по словам X, …", "за словами X, …", "па словах X, …". */
    private static @Nullable Attribution bySource(Sentence sentence, int at) {
        String words = sentence.word(at) + " " + sentence.word(at + 1);
        Phrase speaker = words.matches("по словам|за словами|па словах") ? nameBehind(sentence, at + 2) : null;
        if (speaker == null) {
            return null;
        }
        boolean leads = at == 0 && sentence.isMark(speaker.to(), ",") && speaker.to() + 1 < sentence.limit();
        boolean trails = at > 1 && sentence.isMark(at - 1, ",") && speaker.to() >= sentence.limit();
        if (leads) {
            return attribution(sentence, speaker.to() + 1, sentence.limit(), speaker, at, at + 2);
        }
        return trails ? attribution(sentence, 0, at - 1, speaker, at, at + 2) : null;
    }

    /** The name that ends right before a verb. */
    private static @Nullable Phrase nameBefore(Sentence sentence, int verb) {
        int from = verb;
        while (sentence.isName(from - 1)) {
            from--;
        }
        return from < verb ? new Phrase(sentence, from, verb) : null;
    }

    /** The first name behind a place, past the small words of a role: "заявил глава ведомства Иван Петров". */
    private static @Nullable Phrase nameBehind(Sentence sentence, int from) {
        int start = from;
        while (sentence.isWord(start)
                && !sentence.isName(start)
                && !THAT.contains(sentence.word(start))
                && start < from + FARTHEST) {
            start++;
        }
        int end = start;
        while (sentence.isName(end)) {
            end++;
        }
        return end > start ? new Phrase(sentence, start, end) : null;
    }

    private static Attribution attribution(Sentence sentence, int from, int to, Phrase speaker, int cue, int cueEnd) {
        TextSpan content = sentence.span(from, to);
        return new Attribution(
                content,
                speaker,
                sentence.span(cue, cueEnd),
                null,
                SpeechAct.SAY,
                Reality.SAID,
                null,
                List.of(),
                sentence,
                0.7);
    }

    /** The same sentence with its capitalised words as names, as far as capitals tell. */
    static Sentence withNames(Sentence sentence) {
        List<Token> tokens = sentence.tokens().stream()
                .map(token -> token.isCapital() ? token.withTag(tag(token.word())) : token)
                .toList();
        return new Sentence(sentence.span(), tokens, sentence.paragraph());
    }

    private static String tag(String word) {
        if (PRONOUNS.contains(word)) {
            return "PRP";
        }
        return OPENERS.contains(word) ? "RB" : "NNP";
    }

    /** The attributions of a document in the order of their sentences. */
    List<Attribution> match(List<Sentence> sentences) {
        return sentences.stream().flatMap(sentence -> find(sentence).stream()).toList();
    }
}
