package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.answering.Inferred;
import org.citebot.answering.Opening;
import org.citebot.answering.SaidGroup;
import org.citebot.answering.SaidLine;
import org.citebot.answering.SaidSource;
import org.citebot.answering.Unsaid;
import org.citebot.answering.Unsaid.Subject;
import org.citebot.statement.DateSaid;
import org.jspecify.annotations.Nullable;

/** The words of answers about who said what, in one language. What is said holds words of documents: show it as foreign. */
final class StatementWords {

    private final Words words;

    StatementWords(Words words) {
        this.words = words;
    }

    String of(Opening opening) {
        return switch (opening) {
            case Opening.Fixed.YES -> words.say(Phrase.STATEMENTS_YES);
            case Opening.Fixed.PERHAPS -> words.say(Phrase.STATEMENTS_PERHAPS);
            case Opening.Fixed.NOT_IN_SO_MANY_WORDS -> words.say(Phrase.STATEMENTS_NOT_SO);
            case Opening.Fixed.FIRST_TO_LATEST -> words.say(Phrase.STATEMENTS_FIRST_TO_LATEST);
            case Opening.When when -> sentence(when(when.said())) + ":";
            case Opening.NoDay none -> noDay(none.published());
        };
    }

    private String noDay(@Nullable LocalDate published) {
        return published == null
                ? words.say(Phrase.STATEMENTS_NO_DAY)
                : words.say(Phrase.STATEMENTS_NO_DAY_DATED, "day", published);
    }

    private String sentence(String said) {
        return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
    }

    String of(SaidGroup.Remark remark) {
        return words.say(
                switch (remark) {
                    case NOT_SAID -> Phrase.REMARK_NOT_SAID;
                    case CONDITIONAL -> Phrase.REMARK_CONDITIONAL;
                    case TO_BE_SAID -> Phrase.REMARK_TO_BE_SAID;
                    case DENIED -> Phrase.REMARK_DENIED;
                });
    }

    /** Who, and by which way the article has it. */
    String heading(SaidGroup group) {
        String who = group.role() == null ? group.speaker() : group.speaker() + ", " + group.role();
        return who + " — " + of(group.source());
    }

    private String of(SaidSource source) {
        List<String> parts = new ArrayList<>();
        source.reporters().forEach(reporter -> parts.add(words.say(Phrase.REPORTED_BY, "name", reporter)));
        parts.add(
                source.outlet() == null
                        ? words.say(Phrase.IN_DOCUMENT, "title", source.title())
                        : words.say(Phrase.VIA, "outlet", source.outlet()));
        parts.add(
                source.published() == null
                        ? words.say(Phrase.UNDATED)
                        : words.say(Phrase.DAY, "day", source.published()));
        return String.join(", ", parts);
    }

    /** The words of a statement; that they are reported is said where they do not show it. */
    String text(SaidLine line) {
        return line.reported() ? words.say(Phrase.SAID_REPORTED, "text", line.text()) : line.text();
    }

    /** What is to be known of a statement, in brackets; empty if nothing. */
    String remarks(SaidLine line) {
        List<String> remarks = new ArrayList<>();
        DateSaid said = line.statement().said();
        if (said != null) {
            remarks.add(when(said));
        }
        if (line.inferred() != null) {
            remarks.add(of(line.inferred()));
        }
        if (!line.copies().isEmpty()) {
            String numbers =
                    line.copies().stream().map(copy -> "[" + copy + "]").collect(Collectors.joining());
            remarks.add(words.say(Phrase.ALSO_IN, Map.of("count", line.copies().size(), "numbers", numbers)));
        }
        return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    }

    private String of(Inferred inferred) {
        return inferred.words() == null
                ? words.say(Phrase.INFERRED_BEFORE)
                : words.say(Phrase.INFERRED, "words", inferred.words());
    }

    /** No surer than the source tells it. */
    private String when(DateSaid said) {
        String told = SourceLine.oneLine(said.words());
        LocalDate day = said.day();
        if (day == null) {
            return words.say(Phrase.SAID_WORDS, "words", told);
        }
        return switch (said.precision()) {
            case DAY -> words.say(Phrase.SAID_DAY, "day", day);
            case WEEKDAY -> words.say(Phrase.SAID_WEEKDAY, Map.of("words", told, "day", day));
            case WEEK -> words.say(Phrase.SAID_WEEK, Map.of("words", told, "day", day));
            case MONTH -> words.say(Phrase.SAID_MONTH, "day", day);
            case YEAR -> words.say(Phrase.SAID_YEAR, "day", day);
        };
    }

    /** That nobody said it, a sentence, and one more where only some days were searched. */
    String of(Unsaid unsaid) {
        String act = unsaid.act() == null ? "any" : unsaid.act().name().toLowerCase(Locale.ROOT);
        Map<String, Object> values = new HashMap<>();
        values.put("names", words.book().anyOf(unsaid.speakers()));
        values.put("statements", words.say(Phrase.NO_STATEMENTS, "act", act));
        String nothing = switch (unsaid.subject()) {
            case Subject.Anything any -> words.say(Phrase.NOTHING_BY, values);
            case Subject.ThisPoint point -> words.say(Phrase.NOTHING_BY_ON_THIS, values);
            case Subject.Topic topic -> {
                values.put("topic", topic.words());
                yield words.say(Phrase.NOTHING_BY_ON, values);
            }
        };
        return unsaid.days() == null ? nothing : nothing + " " + words.ofDays(Phrase.ONLY_DAYS, unsaid.days());
    }
}
