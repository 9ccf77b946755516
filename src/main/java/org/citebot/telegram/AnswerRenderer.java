package org.citebot.telegram;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.answering.Age;
import org.citebot.answering.Answer;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.Answer.Unavailable;
import org.citebot.answering.AnswerSentence;
import org.citebot.answering.AnswerText;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.PassageId;
import org.citebot.language.TextSpan;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.TextBuilder;

/**
 * Shows an answer: what is said, with its [n]; then each source with its date and age, and below it the passage, with
 * the quoted words in bold. Quotes from one passage share it.
 */
final class AnswerRenderer {

    private final LocalDate today;
    private final TextBuilder text = new TextBuilder();

    private AnswerRenderer(LocalDate today) {
        this.today = today;
    }

    /** The answer as it is shown on the day {@code today}; as long as it gets. */
    static FormattedText render(Answer answer, LocalDate today) {
        AnswerRenderer renderer = new AnswerRenderer(today);
        switch (answer) {
            case CitedAnswer cited -> renderer.cited(cited);
            case StatementsAnswer said -> renderer.statements(said);
            case NoEvidence nothing -> renderer.noEvidence(nothing);
            case Unavailable unavailable -> renderer.text.foreign(unavailable.message());
        }
        return renderer.text.build();
    }

    private void cited(CitedAnswer answer) {
        String separator = "";
        for (AnswerSentence sentence : answer.sentences()) {
            text.ours(separator).foreign(sentence.text()).ours(" " + markers(sentence.citations()));
            separator = " ";
        }
        if (answer.model() != null) {
            text.ours("\n\nWritten by ").foreign(oneLine(answer.model())).ours(", checked against these passages.");
        }
        if (answer.note() != null) {
            text.ours("\n\n").foreign(answer.note());
        }
        sources(answer.citations());
    }

    private void statements(StatementsAnswer answer) {
        new StatementsRenderer(text).render(answer);
        if (answer.note() != null) {
            text.ours("\n\n").foreign(answer.note());
        }
        sources(answer.citations());
    }

    private void sources(List<Citation> citations) {
        byPassage(citations).forEach(quotes -> {
            text.ours("\n\n" + markers(quotes.stream().map(Citation::number).toList()) + " ");
            source(quotes.getFirst());
            passage(quotes);
        });
    }

    private void noEvidence(NoEvidence answer) {
        text.foreign(answer.message());
        if (answer.nearest() != null) {
            text.ours("\n\nThe nearest thing found, which is no answer:\n");
            source(answer.nearest());
            passage(List.of(answer.nearest()));
        }
    }

    private static Collection<List<Citation>> byPassage(List<Citation> citations) {
        Map<PassageId, List<Citation>> groups = new LinkedHashMap<>();
        for (Citation citation : citations) {
            groups.computeIfAbsent(citation.passage().id(), id -> new ArrayList<>())
                    .add(citation);
        }
        return groups.values();
    }

    private static String markers(List<Integer> numbers) {
        return numbers.stream().map(number -> "[" + number + "]").collect(Collectors.joining());
    }

    private void source(Citation citation) {
        DocumentDetails details = citation.version().details();
        DocumentDetails.About about = details.about();
        if (about == null) {
            text.link(oneLine(details.title()), details.url());
            if (details.source() != null) {
                text.ours(", ").foreign(oneLine(details.source()));
            }
        } else {
            String digest = details.source() == null ? "Digest" : details.source();
            text.link(oneLine(digest + " of “" + about.title() + "”"), details.url());
            if (about.outlet() != null) {
                text.ours(", ").foreign(oneLine(about.outlet()));
            }
        }
        if (details.published() != null) {
            text.ours(
                    ", " + AnswerText.day(details.published()) + " (" + Age.inWords(details.published(), today) + ")");
        }
    }

    private void passage(List<Citation> quotes) {
        text.ours("\n");
        text.marked(Style.QUOTATION, () -> {
            String stored = quotes.getFirst().version().text();
            TextSpan whole = quotes.getFirst().passage().span();
            int at = whole.start();
            for (TextSpan quote : quotes.stream().map(Citation::span).sorted().toList()) {
                // Quotes may overlap: what is bold already is not repeated.
                int start = Math.max(at, quote.start());
                int end = Math.max(start, quote.end());
                text.foreign(stored.substring(at, start));
                text.marked(Style.BOLD, () -> text.foreign(stored.substring(start, end)));
                at = end;
            }
            text.foreign(stored.substring(at, whole.end()));
        });
    }

    private static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
