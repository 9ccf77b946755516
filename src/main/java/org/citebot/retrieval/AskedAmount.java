package org.citebot.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.retrieval.AnswerTypeWords.Kind;

/** What is to be counted where a question asks how many or how much. */
enum AskedAmount {
    /** Anything. */
    COUNT,
    /** What the population, the height, the budget is: a share of it tells nothing. */
    MEASURE,
    /** How much money. */
    MONEY,
    /** How many years, how much time. */
    DURATION,
    /** How long, in time or in space. */
    LENGTH,
    /** How often. */
    FREQUENCY;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(['’ʼ][\\p{L}\\p{M}]+)*");

    /**
     * By the interrogative, the word after it, which names what is counted, and where that is a verb or somebody's name
     * ("how much did it cost", "сколько Минск заплатил") by all others.
     *
     * @param question whose type is {@link AnswerType#HOW_MANY}
     */
    static AskedAmount of(AnalyzedQuestion question, AnswerTypeWords words) {
        Language language = question.language();
        Parts parts = Parts.of(question);
        List<String> interrogative = words(parts.interrogative);
        List<String> after = words(parts.after);
        String first = after.isEmpty() ? "" : after.getFirst().toLowerCase(Locale.ROOT);
        if (holds(words, language, Kind.ASKS_OFTEN, interrogative)) {
            return FREQUENCY;
        }
        if (holds(words, language, Kind.ASKS_LENGTH, interrogative)) {
            return LENGTH;
        }
        if (holds(words, language, Kind.ASKS_DURATION, interrogative)
                || words.hold(language, Kind.ASKS_DURATION, first)
                || words.hold(language, Kind.TIME_UNIT, first)) {
            return DURATION;
        }
        if (interrogative.size() == 1 && holds(words, language, Kind.ASKS_MEASURE, interrogative)) {
            return MEASURE;
        }
        boolean nothingNamed =
                (words.hold(language, Kind.AUXILIARY, first) && !holds(words, language, Kind.ASKS_COUNT, interrogative))
                        || (language != Language.ENGLISH && !after.isEmpty() && isCapital(after.getFirst()));
        boolean weighed =
                language == Language.ENGLISH && after.size() > 1 && after.get(1).equalsIgnoreCase("of");
        return (words.hold(language, Kind.MONEY, first) && !weighed)
                        || words.hold(language, Kind.COST, first)
                        || (nothingNamed && holds(words, language, Kind.COST, after))
                ? MONEY
                : COUNT;
    }

    private static boolean holds(AnswerTypeWords words, Language language, Kind kind, List<String> asked) {
        return asked.stream().anyMatch(word -> words.hold(language, kind, word.toLowerCase(Locale.ROOT)));
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }

    /** A question around its interrogative, which its content has a blank for. */
    private record Parts(String interrogative, String after) {

        static Parts of(AnalyzedQuestion question) {
            String text = question.text();
            String content = question.content();
            int start = question.interrogativeStart();
            String after = content.substring(Math.min(content.length(), start + 1));
            return new Parts(text.substring(start, Math.max(start, text.length() - after.length())), after);
        }
    }
}
