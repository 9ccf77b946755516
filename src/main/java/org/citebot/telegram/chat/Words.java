package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.citebot.answering.Absence;
import org.citebot.answering.Age;
import org.citebot.answering.Answer;
import org.citebot.answering.Days;
import org.citebot.answering.FailureKind;
import org.citebot.answering.Notice;
import org.citebot.answering.Searched;
import org.citebot.language.Language;
import org.citebot.language.Phrasebook;
import org.citebot.language.Phrasebook.Unit;
import org.citebot.language.Spoken;
import org.jspecify.annotations.Nullable;

/** The words of the interface in one language. What is said holds words of people too, so show it as foreign. */
public final class Words {

    private static final Spoken<Words> ALL = Spoken.inEach(Words::new);

    private final Phrasebook book;
    private final StatementWords statements = new StatementWords(this);

    private Words(Language language) {
        this.book = Phrasebook.read(Words.class, "phrases", language);
    }

    /** Those of a language; English ones for a language in which the bot does not speak. */
    public static Words in(Language language) {
        return ALL.in(language);
    }

    public Language language() {
        return book.language();
    }

    /** What a language calls itself. */
    public static String nameOf(Language language) {
        Locale locale = Locale.of(language.code());
        return locale.getDisplayLanguage(locale);
    }

    /** Those of answers about who said what. */
    StatementWords statements() {
        return statements;
    }

    Phrasebook book() {
        return book;
    }

    public String say(Phrase phrase) {
        return book.say(phrase.key(), Map.of());
    }

    public String say(Phrase phrase, Map<String, ?> arguments) {
        return book.say(phrase.key(), arguments);
    }

    public String say(Phrase phrase, String argument, Object value) {
        return say(phrase, Map.of(argument, value));
    }

    /** A day and how long ago it was: {@code Jan 30, 2024 (2 years ago)}. */
    public String dayAndAge(LocalDate day, LocalDate today) {
        Age age = Age.of(day, today);
        return day(day) + " (" + book.ago(age.count(), Unit.valueOf(age.unit().name())) + ")";
    }

    private String day(LocalDate day) {
        return say(Phrase.DAY, "day", day);
    }

    /** A window of days, open where null. */
    String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? say(Phrase.ANY_DAY) : say(Phrase.DAYS_UNTIL, "to", to);
        }
        if (to == null) {
            return say(Phrase.DAYS_SINCE, "from", from);
        }
        return from.equals(to) ? day(from) : say(Phrase.DAYS_BETWEEN, Map.of("from", from, "to", to));
    }

    /** What a reader should know of how an answer came about. */
    String of(Notice notice) {
        return switch (notice) {
            case Notice.ReadAs read -> say(Phrase.READ_AS, "question", read.question());
            case Notice.Quoted quoted -> say(quoted(quoted.reason()));
            case Notice.OnlyDays only -> ofDays(Phrase.ONLY_DAYS, only.days());
            case Notice.NoStatement none -> say(Phrase.NO_STATEMENT);
            case Notice.NobodyQuoted nobody -> say(Phrase.NOBODY_QUOTED);
            case Notice.PassagesFor instead -> statements.of(instead.unsaid()) + " " + say(Phrase.SO_PASSAGES);
            case Notice.Missing missing -> statements.of(missing.unsaid());
            case Notice.SeveralMeant several ->
                say(Phrase.SEVERAL_MEANT, Map.of("words", several.words(), "names", book.anyOf(several.names())));
            case Notice.TakenFor taken -> say(Phrase.TAKEN_FOR, Map.of("words", taken.words(), "name", taken.name()));
            case Notice.NotShown more -> say(Phrase.NOT_SHOWN, "count", more.statements());
            case Notice.StillReading still -> say(Phrase.STILL_READING, "passages", still.passages());
        };
    }

    /** Why there is no answer. */
    String of(Absence absence) {
        return switch (absence) {
            case Absence.NoQuestion none -> say(Phrase.NO_QUESTION);
            case Absence.TooLong tooLong ->
                say(Phrase.TOO_LONG, Map.of("length", tooLong.length(), "longest", tooLong.longest()));
            case Absence.NoDocuments none -> say(Phrase.NO_DOCUMENTS);
            case Absence.NoneOfDays none -> ofDays(Phrase.NONE_OF_DAYS, none.days());
            case Absence.NoneNamed none -> say(Phrase.NONE_NAMED);
            case Absence.AllLater later -> say(Phrase.ALL_LATER, "day", later.today());
            case Absence.NothingSaid none -> nothingSaid(none);
            case Absence.NotFound none -> notFound(none);
        };
    }

    /** That no answer could be made. */
    String of(Answer.Unavailable unavailable) {
        return say(
                unavailable.kind() == FailureKind.RESOURCES
                        ? Phrase.UNAVAILABLE_RESOURCES
                        : Phrase.UNAVAILABLE_INTERNAL);
    }

    private String notFound(Absence.NotFound none) {
        Searched searched = none.searched();
        String all = none.days() != null || searched.from() == null
                ? say(Phrase.NOT_FOUND, "documents", searched.documents())
                : say(
                        Phrase.NOT_FOUND_DATED,
                        Map.of("documents", searched.documents(), "days", days(searched.from(), searched.to())));
        return none.days() == null ? all : all + " " + ofDays(Phrase.ONLY_DAYS, none.days());
    }

    private String nothingSaid(Absence.NothingSaid none) {
        Searched searched = none.searched();
        String all = searched.from() == null
                ? say(Phrase.SEARCHED, "documents", searched.documents())
                : say(
                        Phrase.SEARCHED_DATED,
                        Map.of("documents", searched.documents(), "days", days(searched.from(), searched.to())));
        String newest = none.newest() == null ? "" : " " + say(Phrase.NEWEST_OTHER, "day", none.newest());
        return statements.of(none.unsaid()) + " " + all + newest;
    }

    String ofDays(Phrase phrase, Days days) {
        return say(phrase, Map.of("days", days(days.from(), days.to()), "words", days.words()));
    }

    private static Phrase quoted(Notice.Quoted.Reason reason) {
        return switch (reason) {
            case NO_TIME -> Phrase.QUOTED_NO_TIME;
            case NOT_PROVED -> Phrase.QUOTED_NOT_PROVED;
            case TIMEOUT -> Phrase.QUOTED_TIMEOUT;
            case UNAVAILABLE -> Phrase.QUOTED_UNAVAILABLE;
            case REFUSED -> Phrase.QUOTED_REFUSED;
            case RESTING -> Phrase.QUOTED_RESTING;
            case BUDGET -> Phrase.QUOTED_BUDGET;
        };
    }
}
