package org.citebot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.retrieval.FoundStatement;
import org.citebot.statement.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * An answer about who said what, in words: speaker by speaker, and of each article by article, a line for each statement.
 */
public final class StatementsText {

    private static final String BULLET = "• ";

    private StatementsText() {}

    static String of(StatementsAnswer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.opening() != null) {
            lines.add(of(answer.opening()));
        }
        SaidGroup before = null;
        for (SaidGroup group : answer.groups()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (group.remark() != null && (before == null || !group.remark().equals(before.remark()))) {
                lines.add(of(group.remark()));
            }
            lines.add(heading(group) + ":");
            group.lines()
                    .forEach(line -> lines.add(BULLET + text(line) + " [" + line.citation() + "]" + remarks(line)));
            before = group;
        }
        return String.join("\n", lines);
    }

    /** Who said what: {@code Jane Doe: said that it rains.} */
    public static String line(FoundStatement found) {
        String name = found.statement().speaker().name();
        SaidWords words = new SaidWords(found);
        return (name == null ? "(open who)" : name) + ": " + text(words.isReported(), words.shown());
    }

    /** Who passed a statement on, nearest first, to the outlet that has it. */
    public static List<String> chain(FoundStatement found) {
        return StatementComposer.chain(found);
    }

    /** When a statement was made, in ISO 8601 as precisely as it is known; null if it is not. */
    public static @Nullable String said(FoundStatement found) {
        return SaidWhen.iso(found.statement().said());
    }

    /** Who, and by which way the article has it: {@code ISW, an American think tank — via Newsweek, 30 Jan 2024}. */
    private static String heading(SaidGroup group) {
        return heading(group.speaker(), group.role()) + " — " + of(group.source());
    }

    private static String heading(String speaker, @Nullable String role) {
        return role == null ? speaker : speaker + ", " + role;
    }

    private static String text(SaidLine line) {
        return text(line.reported(), line.text());
    }

    private static String text(boolean reported, String words) {
        return (reported ? "in reported speech: " : "") + words;
    }

    private static String of(Opening opening) {
        return switch (opening) {
            case Opening.Fixed.YES -> "Yes, in these words:";
            case Opening.Fixed.PERHAPS -> "Perhaps, in these words:";
            case Opening.Fixed.NOT_IN_SO_MANY_WORDS -> "Not in so many words. What comes nearest:";
            case Opening.Fixed.FIRST_TO_LATEST -> "From the first to the latest:";
            case Opening.When when -> {
                String words = SaidWhen.inWords(when.said());
                yield words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ":";
            }
            case Opening.NoDay none ->
                none.published() == null
                        ? "The source tells no day:"
                        : "The source tells no day; it is of " + AnswerText.day(none.published()) + ":";
        };
    }

    private static String of(SaidGroup.Remark remark) {
        return switch (remark) {
            case NOT_SAID -> "What the source says was not said:";
            case CONDITIONAL -> "Only under a condition:";
            case TO_BE_SAID -> "Still to be said:";
            case DENIED -> "Denied, or said the other way round:";
        };
    }

    private static String of(SaidSource source) {
        List<String> parts = new ArrayList<>();
        source.reporters().forEach(reporter -> parts.add("reported by " + reporter));
        parts.add(source.outlet() == null ? "in “" + source.title() + "”" : "via " + source.outlet());
        parts.add(source.published() == null ? "undated" : AnswerText.day(source.published()));
        return String.join(", ", parts);
    }

    /** {@code I found nothing by the institute on “Moldova” of last week}, without a full stop. */
    static String of(Unsaid unsaid) {
        String subject = switch (unsaid.subject()) {
            case Unsaid.Subject.Anything any -> "";
            case Unsaid.Subject.ThisPoint point -> " on this";
            case Unsaid.Subject.Topic topic -> " on “" + topic.words() + "”";
        };
        return "I found " + none(unsaid.act()) + " by " + String.join(" or ", unsaid.speakers()) + subject
                + (unsaid.days() == null ? "" : " of " + AnswerText.of(unsaid.days()));
    }

    private static String none(@Nullable SpeechAct act) {
        return switch (act) {
            case null -> "nothing";
            case SAY -> "nothing";
            case WARN -> "no warning";
            case DENY -> "no denial";
            case ASK -> "no request or demand";
            case PROMISE -> "no promise";
            case ACCUSE -> "no accusation";
            case PREDICT -> "no prediction";
            case ANNOUNCE -> "no announcement";
            case REPORT -> "no report";
        };
    }

    /** What is to be known of a statement, in brackets; empty if nothing. */
    private static String remarks(SaidLine line) {
        List<String> remarks = new ArrayList<>();
        if (line.statement().said() != null) {
            remarks.add(SaidWhen.inWords(line.statement().said()));
        }
        if (line.inferred() != null) {
            String words = line.inferred().words();
            remarks.add("speaker inferred from " + (words == null ? "the statement before" : "“" + words + "”"));
        }
        if (!line.copies().isEmpty()) {
            String numbers =
                    line.copies().stream().map(copy -> "[" + copy + "]").collect(Collectors.joining());
            remarks.add("also in " + line.copies().size()
                    + (line.copies().size() == 1 ? " other source " : " other sources ") + numbers);
        }
        return remarks.isEmpty() ? "" : " (" + String.join("; ", remarks) + ")";
    }
}
