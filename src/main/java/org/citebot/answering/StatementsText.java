package org.citebot.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.retrieval.FoundStatement;
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
            lines.add(answer.opening());
        }
        SaidGroup before = null;
        for (SaidGroup group : answer.groups()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            if (group.remark() != null && (before == null || !group.remark().equals(before.remark()))) {
                lines.add(group.remark());
            }
            lines.add(heading(group) + ":");
            group.lines().forEach(line -> lines.add(BULLET + line.text() + " " + behind(line)));
            before = group;
        }
        return String.join("\n", lines);
    }

    /** Who said what: {@code Jane Doe: said that it rains.} */
    public static String line(FoundStatement found) {
        String name = found.statement().speaker().name();
        return (name == null ? "(open who)" : name) + ": " + new SaidWords(found).shown();
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
    public static String heading(SaidGroup group) {
        return heading(group.speaker(), group.role()) + " — " + group.source();
    }

    private static String heading(String speaker, @Nullable String role) {
        return role == null ? speaker : speaker + ", " + role;
    }

    /** What stands behind the words of a statement: its markers, and what is to be known of it. */
    public static String behind(SaidLine line) {
        return "[" + line.citation() + "]" + remarks(line);
    }

    /** What is to be known of a statement, in brackets; empty if nothing. */
    public static String remarks(SaidLine line) {
        List<String> remarks = new ArrayList<>();
        if (line.when() != null) {
            remarks.add(line.when());
        }
        if (line.inferred() != null) {
            remarks.add("speaker inferred from " + line.inferred());
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
