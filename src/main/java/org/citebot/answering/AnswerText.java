package org.citebot.answering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citebot.citation.Citation;
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

    /** Days with the words that named them: {@code 5 Feb 2024 to 11 Feb 2024 (“last week”)}. */
    static String of(Days days) {
        return days(days.from(), days.to()) + " (“" + days.words() + "”)";
    }

    /** What a reader should know, a sentence each. */
    static String of(List<Notice> notices) {
        return notices.stream().map(AnswerText::of).collect(Collectors.joining(" "));
    }

    private static String of(Notice notice) {
        return switch (notice) {
            case Notice.ReadAs read -> "I read this as “" + read.question() + "”.";
            case Notice.Quoted quoted -> of(quoted.reason()) + ", so these are quotations.";
            case Notice.OnlyDays only -> "Searched: " + of(only.days()) + ".";
            case Notice.NoStatement none -> "No statement that says this was found, so these are passages.";
            case Notice.NobodyQuoted nobody -> "The documents quote nobody of that name, so these are passages.";
            case Notice.PassagesFor instead -> StatementsText.of(instead.unsaid()) + ", so these are passages.";
            case Notice.Missing missing -> StatementsText.of(missing.unsaid()) + ".";
            case Notice.SeveralMeant several ->
                "“" + several.words() + "” may be " + String.join(" or ", several.names()) + ": they are shown apart.";
            case Notice.TakenFor taken -> "I take “" + taken.words() + "” for " + taken.name() + ".";
            case Notice.NotShown more ->
                more.statements() + " more " + (more.statements() == 1 ? "statement is" : "statements are")
                        + " not shown.";
            case Notice.StillReading still ->
                still.passages() + " passages are still being read for their meaning: these were searched by words.";
        };
    }

    private static String of(Notice.Quoted.Reason reason) {
        return switch (reason) {
            case NO_TIME -> "There was no time to have an answer written";
            case NOT_PROVED -> "What the language model wrote could not be proved";
            case TIMEOUT -> "The language model did not answer in time";
            case UNAVAILABLE -> "The language model cannot be reached";
            case REFUSED -> "The language model refuses to answer";
            case RESTING -> "The language model has been failing and is left alone for a moment";
            case BUDGET -> "The language model's share of today is used up";
        };
    }

    /** Why there is no answer, and what to try. */
    static String of(Absence absence) {
        return switch (absence) {
            case Absence.NoQuestion none -> "Please ask a question, for example: what did ISW say?";
            case Absence.TooLong tooLong ->
                "This is too long for a question: " + tooLong.length() + " characters. Please ask it in "
                        + tooLong.longest() + " at the most.";
            case Absence.NoDocuments none ->
                "There are no documents to answer from yet. Add one with: ./citebot corpus add FILE";
            case Absence.NoneOfDays none ->
                "I have no documents of " + of(none.days()) + ". Ask without the dates to search all.";
            case Absence.NoneNamed none -> "None of the documents named is in the corpus. See: ./citebot corpus list";
            case Absence.AllLater later -> "All documents are of later days than " + day(later.today()) + ".";
            case Absence.NothingSaid none ->
                StatementsText.of(none.unsaid()) + " in the " + of(none.searched()) + " I searched."
                        + (none.newest() == null
                                ? ""
                                : " The newest I have of other days is of " + day(none.newest()) + ".");
            case Absence.NotFound none ->
                "I found no answer to this in the " + of(none.searched()) + " I searched"
                        + (none.days() == null ? "." : ", of " + of(none.days()) + " only.");
        };
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
