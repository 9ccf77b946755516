package org.citebot.retrieval;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question in which one character stands for each term that names days, so that short patterns find what is around them. */
final class MarkedQuestion {

    private final String question;
    private final List<DateTerm> terms;
    private final String marked;

    /** @param terms in order, none over another */
    MarkedQuestion(String question, List<DateTerm> terms) {
        this.question = question;
        this.terms = List.copyOf(terms);
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (DateTerm term : terms) {
            text.append(question, from, term.start()).append(term.form().mark());
            from = term.end();
        }
        this.marked = text.append(question, from, question.length()).toString();
    }

    /** Whether it names no days. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    /** The first place that a pattern matches; null if there is none. */
    @Nullable
    Match find(Pattern pattern) {
        Matcher matcher = pattern.matcher(marked);
        return matcher.find() ? new Match(matcher.toMatchResult()) : null;
    }

    /** Where in the question a place of the marked text is. */
    private int original(int place) {
        int at = place;
        for (DateTerm term : terms) {
            if (term.start() >= at) {
                break;
            }
            at += term.end() - term.start() - 1;
        }
        return at;
    }

    /** What a pattern matches. */
    final class Match {

        private final MatchResult result;

        private Match(MatchResult result) {
            this.result = result;
        }

        /** The words of the question. */
        String words() {
            return text(0);
        }

        /** What follows in the question. */
        String rest() {
            return question.substring(original(result.end()));
        }

        /** What a group matches, as the question has it. */
        String text(int group) {
            return question.substring(original(result.start(group)), original(result.end(group)));
        }

        /** The form of the term that a group matches. */
        DateTerm.Form form(int group) {
            char mark = result.group(group).charAt(0);
            return Stream.of(DateTerm.Form.values())
                    .filter(form -> form.mark() == mark)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
