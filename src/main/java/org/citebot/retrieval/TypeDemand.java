package org.citebot.retrieval;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.language.Language;

/**
 * The amount or the time without which a sentence cannot answer a question; {@link AnswerTypeMatcher} tells the better of
 * two sentences by less. Names are not demanded: who and where are told without one as well ("by the farmers", "in
 * committee"). For many threads.
 */
final class TypeDemand {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(['’ʼ][\\p{L}\\p{M}]+)*|\\p{Nd}+");
    private static final AnswerTypeWords WORDS = AnswerTypeWords.read();
    private static final AskingWords ASKING = new AskingWords();

    private final AnswerType type;
    private final AskedAmount amount;
    private final Language language;
    private final Set<String> asked;

    private TypeDemand(AnswerType type, AskedAmount amount, Language language, Set<String> asked) {
        this.type = type;
        this.amount = amount;
        this.language = language;
        this.asked = Set.copyOf(asked);
    }

    /**
     * What a question demands: nothing where its interrogative only joins a clause.
     *
     * @param language of the sentences; nothing is demanded of one of which no words are known
     */
    static TypeDemand of(AnalyzedQuestion question, Language language) {
        boolean demands = language != Language.OTHER && !isSubordinate(question);
        AnswerType type = demands ? question.type() : AnswerType.ANY;
        return new TypeDemand(
                type,
                type == AnswerType.HOW_MANY ? AskedAmount.of(question, WORDS) : AskedAmount.COUNT,
                language,
                WORD.matcher(question.content().toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** "What did he say when …": before the interrogative, where content and text part, something else is asked. */
    private static boolean isSubordinate(AnalyzedQuestion question) {
        return WORD.matcher(question.text().substring(0, question.interrogativeStart()))
                .results()
                .anyMatch(word -> ASKING.contain(word.group()));
    }

    /** Whether a sentence holds nothing of the kind but what the question names. */
    boolean isMissing(String sentence) {
        return switch (type) {
            case HOW_MANY -> !Amounts.of(sentence, language, WORDS).tell(amount, asked);
            case WHEN ->
                WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !asked.contains(word))
                        .noneMatch(this::tellsWhen);
            case WHO, WHERE, ANY -> false;
        };
    }

    private boolean tellsWhen(String word) {
        return Character.isDigit(word.codePointAt(0)) || WORDS.hold(language, AnswerTypeWords.Kind.WHEN, word);
    }
}
