package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citebot.index.TextAnalysis;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;

/** Understands a question by its words: language, kind of answer, names, dates. For many threads. */
public final class QuestionAnalyzer {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** Interrogatives of English, Russian, Ukrainian, Belarusian and Polish. */
    private static final Map<AnswerType, Pattern> INTERROGATIVES = new EnumMap<>(Map.of(
            AnswerType.HOW_MANY,
            Pattern.compile(
                    "\\b(how (many|much|often|long|old|large|big|far)|what (number|percentage|share|proportion)"
                            + "|сколько|скільки|колькі|ile|ilu)\\b",
                    FLAGS),
            AnswerType.WHEN,
            Pattern.compile("\\b(when|what (year|date|day|month|time)|когда|коли|калі|kiedy|в каком году)\\b", FLAGS),
            AnswerType.WHERE,
            Pattern.compile("\\b(where|in (what|which) (city|country|place)|где|куда|де|куди|дзе|куды|gdzie)\\b", FLAGS),
            AnswerType.WHO,
            Pattern.compile(
                    "\\b(who|whom|whose|which (person|people|company|country|institution|organi[sz]ation)"
                            + "|кто|кого|кому|чей|хто|каго|каму|kto|kogo|komu)\\b",
                    FLAGS)));

    private static final List<AnswerType> BY_PRECEDENCE =
            List.of(AnswerType.HOW_MANY, AnswerType.WHEN, AnswerType.WHERE, AnswerType.WHO);

    private final LanguageDetector detector;
    private final TextAnalysis analysis;

    /** Nothing is looked up but words. */
    public QuestionAnalyzer(LanguageDetector detector, TextAnalysis analysis) {
        this.detector = detector;
        this.analysis = analysis;
    }

    /** Analyses a question of any length as it is asked on a day. */
    public AnalyzedQuestion analyze(String question, LocalDate today) {
        String text = InvisibleCharacters.strip(question).strip();
        Language language = detector.detect(text);
        DateWindow window = DateExpressions.find(text, today);
        String asked = window == null ? text : text.replace(window.words(), " ").strip();
        return new AnalyzedQuestion(
                asked, language, type(asked), terms(asked, language), window, DateExpressions.asksForLatest(text), today);
    }

    private static AnswerType type(String question) {
        for (AnswerType type : BY_PRECEDENCE) {
            if (INTERROGATIVES.get(type).matcher(question).find()) {
                return type;
            }
        }
        return AnswerType.ANY;
    }

    private List<QuestionTerm> terms(String question, Language language) {
        List<QuestionTerm> terms = new ArrayList<>();
        for (TextAnalysis.Term term : analysis.terms(question, language)) {
            String word = term.span().in(question);
            terms.add(new QuestionTerm(word, looksLikeName(word, term.span().start() == 0)));
        }
        return terms;
    }

    private static boolean looksLikeName(String word, boolean first) {
        boolean digit = word.chars().anyMatch(Character::isDigit);
        long capitals = word.chars().filter(Character::isUpperCase).count();
        return digit || capitals > 1 || capitals == 1 && !first && Character.isUpperCase(word.charAt(0));
    }
}
