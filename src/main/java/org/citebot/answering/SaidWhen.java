package org.citebot.answering;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citebot.statement.DateSaid;
import org.jspecify.annotations.Nullable;

/** When something was said, no surer than the source tells it. */
final class SaidWhen {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private SaidWhen() {}

    /** In ISO 8601 as precisely as it is known; null if it is not. */
    static @Nullable String iso(@Nullable DateSaid said) {
        LocalDate day = said == null ? null : said.day();
        if (said == null || day == null) {
            return null;
        }
        return switch (said.precision()) {
            case DAY, WEEKDAY, WEEK -> day.toString();
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> Integer.toString(day.getYear());
        };
    }

    /** As people write it in English. */
    static String inWords(DateSaid said) {
        String words = SaidWords.oneLine(said.words());
        LocalDate day = said.day();
        if (day == null) {
            return "said “" + words + "”";
        }
        return switch (said.precision()) {
            case DAY -> "said " + AnswerText.day(day);
            case WEEKDAY -> "said " + words + ", probably " + AnswerText.day(day);
            case WEEK -> "said " + words + ", the week of " + AnswerText.day(day);
            case MONTH -> "said in " + MONTH.format(day);
            case YEAR -> "said in " + day.getYear();
        };
    }
}
