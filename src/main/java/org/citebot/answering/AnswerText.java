package org.citebot.answering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citebot.citation.Citation;
import org.citebot.retrieval.DateWindow;
import org.jspecify.annotations.Nullable;

/** The words of an answer, without any markup. */
public final class AnswerText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private AnswerText() {}

    /** What a person reads: the sentences with their [1] markers, or what says that there are none. */
    public static String of(Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited ->
                cited.sentences().stream().map(AnswerText::of).collect(Collectors.joining(" "));
            case Answer.StatementsAnswer statements -> StatementsText.of(statements);
            case Answer.NoEvidence none -> none.message() + nearest(none.nearest());
            case Answer.Unavailable unavailable -> unavailable.message();
        };
    }

    private static String of(AnswerSentence sentence) {
        return sentence.text()
                + " "
                + sentence.citations().stream()
                        .map(number -> "[" + number + "]")
                        .collect(Collectors.joining());
    }

    private static String nearest(@Nullable Citation nearest) {
        return nearest == null
                ? ""
                : " The nearest is in “" + nearest.version().details().title() + "”: " + nearest.quote();
    }

    /** A day as people write it: {@code 30 Jan 2024}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What was searched: {@code 12 documents (3 Jan 2024 to 30 Jan 2024)}. */
    public static String of(Searched searched) {
        String documents = count(searched.documents(), "document");
        return searched.from() == null ? documents : documents + " (" + days(searched.from(), searched.to()) + ")";
    }

    /** A window of days, open where null: {@code 3 Jan 2024 to 30 Jan 2024}, {@code since 3 Jan 2024}. */
    public static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "any day" : "until " + day(to);
        }
        if (to == null) {
            return "since " + day(from);
        }
        return from.equals(to) ? day(from) : day(from) + " to " + day(to);
    }

    /** A window with the words that told it: {@code 5 Feb 2024 to 11 Feb 2024 (“last week”)}. */
    static String of(DateWindow window) {
        return days(window.from(), window.to()) + " (“" + window.words() + "”)";
    }

    /** Says how a question was read whose spelling was put right. */
    static String readAs(String respelt) {
        return "I read this as “" + respelt + "”.";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
