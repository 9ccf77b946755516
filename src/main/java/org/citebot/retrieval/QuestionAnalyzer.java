package org.citebot.retrieval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citebot.index.TextAnalysis;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.jspecify.annotations.Nullable;

/** Understands a question by its words: language, kind of answer, names, dates. For many threads. */
public final class QuestionAnalyzer {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    /** The words of a language that ask for a kind of thing. */
    private record Interrogative(AnswerType type, Pattern words) {

        Interrogative(AnswerType type, String words) {
            this(type, Pattern.compile("\\b(" + words + ")\\b", FLAGS));
        }
    }

    /** What is told by a number, as in "what is the height of". */
    private static final String QUANTITIES =
            "population|area|height|length|depth|width|weight|mass|size|distance|speed|age"
                    + "|temperature|price|cost|budget|salary|income|gdp|capacity|elevation|altitude|diameter|volume"
                    + "|amount|total|death toll|death rate|turnover";

    /** The beginnings of the same words in Russian, Ukrainian, Belarusian and Polish. */
    private static final String SLAVIC_QUANTITIES = "населени|численност|высот|длин|глубин|ширин|масса|вес\\b|размер"
            + "|расстояни|скорост|возраст|температур|цена|стоимост|бюджет|зарплат|населен|чисельн|висот|довжин|глибин"
            + "|вага|розмір|відстан|швидк|вік\\b|вартіст|насельніцтв|вышын|даўжын|глыбін|памер|адлегласц|хуткасц|узрост"
            + "|кошт|ludnoś|powierzchni|wysokoś|długoś|głębokoś|szerokoś|wielkoś|odległoś|prędkoś|wiek\\b|cena|koszt";

    /** Of English, Russian, Ukrainian, Belarusian and Polish; the first that occurs counts. */
    private static final List<Interrogative> INTERROGATIVES = List.of(
            new Interrogative(
                    AnswerType.HOW_MANY,
                    "how (many|much|often|long|old|large|big|far)|what (number|percentage|share|proportion)"
                            + "|what(?= (?:is|was|are|were) the (?:\\w+ ){0,2}(?:" + QUANTITIES + ") of\\b)"
                            + "|(?:каков[аоы]?|як(?:ий|а|е|і|ая|ое|ія)|jak(?:a|i|ie))(?= (?:\\w+ ){0,2}(?:"
                            + SLAVIC_QUANTITIES + ")\\w*\\b)"
                            + "|сколько|скільки|колькі|ile|ilu|(как|як|jak) (долго|часто|довго|доўга|часта|długo|często)"),
            new Interrogative(
                    AnswerType.WHEN, "when|what (year|date|day|month|time)|когда|в каком году|коли|калі|kiedy"),
            new Interrogative(
                    AnswerType.WHERE, "where|in (what|which) (city|country|place)|где|куда|де|куди|дзе|куды|gdzie"),
            new Interrogative(
                    AnswerType.WHO,
                    "who|whom|whose|which (person|people|company|country|institution|organi[sz]ation)"
                            + "|кто|кого|кому|чей|хто|каго|каму|kto|kogo|komu"));

    private final LanguageDetector detector;
    private final TextAnalysis analysis;
    private final AskingWords askingWords = new AskingWords();
    private static final DateExpressions DATES = new DateExpressions();

    /** Nothing is looked up but words. */
    public QuestionAnalyzer(LanguageDetector detector, TextAnalysis analysis) {
        this.detector = detector;
        this.analysis = analysis;
    }

    /**
     * Analyses a question of any length as it is asked on a day.
     *
     * @param earliest the first day on which one of the documents came out that may answer; null if none has a date: then
     *     only words that cannot be those of an event tell a window, which is empty: "yesterday", "has said since May"
     */
    public AnalyzedQuestion analyze(String question, LocalDate today, @Nullable LocalDate earliest) {
        String text = InvisibleCharacters.strip(question).strip();
        Language language = detector.detect(text);
        DateWindow window = window(text, today, earliest);
        String undated =
                window == null ? text : text.replace(window.words(), " ").strip();
        boolean latest = earliest != null && DateExpressions.asksForLatest(undated);
        String asked = latest ? DateExpressions.withoutLatest(undated).strip() : undated;
        Optional<Interrogative> interrogative = INTERROGATIVES.stream()
                .filter(candidate -> candidate.words().matcher(asked).find())
                .findFirst();
        String content = interrogative
                .map(found -> found.words().matcher(asked).replaceFirst(" "))
                .orElse(asked);
        return new AnalyzedQuestion(
                asked,
                content,
                language,
                interrogative.map(Interrogative::type).orElse(AnswerType.ANY),
                terms(content, language),
                window,
                latest,
                today);
    }

    /** A question without the words that tell days, counted from {@code today}; as it is where none do. */
    public static String withoutDays(String question, LocalDate today) {
        DateExpression found = DATES.find(question, today);
        return found == null ? question : question.replace(found.window().words(), " ");
    }

    /**
     * Days may be those of an event rather than of a document: "who has ruled since 1994?", "what is it used for today?".
     * Such words tell a window only where the question is about what was said, or where they cut off a part of the corpus.
     */
    private @Nullable DateWindow window(String text, LocalDate today, @Nullable LocalDate earliest) {
        DateExpression found = DATES.find(text, today);
        if (found == null) {
            return null;
        }
        DateWindow window = found.window();
        boolean saying = askingWords.askAboutSaying(text);
        boolean told = switch (found.kind()) {
            case RELATIVE ->
                saying || (!DateExpressions.meansNowadays(text) && (earliest != null || isPast(window, today)));
            case RECURRING -> earliest != null && saying && !DATES.askAboutTheFuture(text);
            case CALENDAR ->
                earliest == null ? saying && window.to() == null : isOfDocuments(window, saying, text, earliest);
        };
        return told ? window : null;
    }

    /** "Today" may mean these times. */
    private static boolean isPast(DateWindow window, LocalDate today) {
        return window.to() != null && window.to().isBefore(today);
    }

    private boolean isOfDocuments(DateWindow window, boolean saying, String text, LocalDate earliest) {
        return saying
                ? !isEventBefore(window, earliest, text) && !DATES.askAboutTheFuture(text)
                : cutsOff(window, earliest) || !(DateExpressions.tellTheYear(text) || DATES.askAboutTheFuture(text));
    }

    private static boolean cutsOff(DateWindow window, LocalDate earliest) {
        return window.to() == null && window.from() != null && window.from().isAfter(earliest);
    }

    /** What happened before the first document came out can only be told by later ones. */
    private boolean isEventBefore(DateWindow window, LocalDate earliest, String text) {
        return window.to() != null && window.to().isBefore(earliest) && DATES.askWhatHappened(text);
    }

    private List<QuestionTerm> terms(String content, Language language) {
        List<QuestionTerm> terms = new ArrayList<>();
        for (TextAnalysis.Term term : analysis.terms(content, language)) {
            String word = term.span().in(content);
            terms.add(new QuestionTerm(
                    word,
                    looksLikeName(
                            word, content.substring(0, term.span().start()).isBlank())));
        }
        return terms;
    }

    private static boolean looksLikeName(String word, boolean first) {
        boolean digit = word.chars().anyMatch(Character::isDigit);
        long capitals = word.chars().filter(Character::isUpperCase).count();
        return digit || capitals > 1 || (capitals == 1 && !first && Character.isUpperCase(word.charAt(0)));
    }
}
