package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citebot.answering.Answer;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.Answer.Unavailable;
import org.citebot.answering.AnswerSentence;
import org.citebot.answering.Notice;
import org.citebot.citation.Citation;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.TextBuilder;

/** Shows an answer: what is said, with its [n]; then what a reader should know; then each source with its date and age. */
public final class AnswerRenderer {

    private final Words words;
    private final Passages passages;
    private final SourceLine source;
    private final TextBuilder text = new TextBuilder();

    /** Where the passages are that the sentences stand on. */
    public enum Passages {
        /** Below their sources, to unfold: for messages without buttons. */
        INSIDE,
        /** Behind buttons, so that the answer stays short. */
        BEHIND_BUTTONS
    }

    private AnswerRenderer(Words words, LocalDate today, Passages passages) {
        this.words = words;
        this.passages = passages;
        this.source = new SourceLine(words, today);
    }

    /** The answer as it is shown on the day {@code today}; as long as it gets. */
    public static FormattedText render(Answer answer, Words words, LocalDate today, Passages passages) {
        AnswerRenderer renderer = new AnswerRenderer(words, today, passages);
        switch (answer) {
            case CitedAnswer cited -> renderer.cited(cited);
            case StatementsAnswer said -> renderer.statements(said);
            case NoEvidence nothing -> renderer.noEvidence(nothing);
            case Unavailable unavailable -> renderer.text.foreign(words.of(unavailable));
        }
        return renderer.text.build();
    }

    /** The first sentences of an answer, while the rest is being made. */
    public static FormattedText renderBeginning(List<AnswerSentence> sentences) {
        TextBuilder text = new TextBuilder();
        addSentences(text, sentences);
        text.ours(" …");
        return text.build();
    }

    /** One citation by itself: what is quoted, its source, and the passage around it. */
    public static FormattedText renderCitation(Citation citation, Words words, LocalDate today) {
        AnswerRenderer renderer = new AnswerRenderer(words, today, Passages.INSIDE);
        renderer.text.foreign(citation.quote()).ours("\n\n");
        renderer.source.add(renderer.text, citation.version().details());
        renderer.passage(List.of(citation));
        return renderer.text.build();
    }

    private void cited(CitedAnswer answer) {
        addSentences(text, answer.sentences());
        if (answer.model() != null) {
            text.ours("\n\n").foreign(words.say(Phrase.WRITTEN_BY, "model", SourceLine.oneLine(answer.model())));
        }
        notices(answer.notices());
        sources(answer.citations());
    }

    private void statements(StatementsAnswer answer) {
        new StatementsRenderer(text, words).render(answer);
        notices(answer.notices());
        sources(answer.citations());
    }

    private void notices(List<Notice> notices) {
        String separator = "\n\n";
        for (Notice notice : notices) {
            text.ours(separator).foreign(words.of(notice));
            separator = " ";
        }
    }

    private static void addSentences(TextBuilder text, List<AnswerSentence> sentences) {
        String separator = "";
        for (AnswerSentence sentence : sentences) {
            text.ours(separator).foreign(sentence.text()).ours(" ").numbers(Style.REFERENCE_LINK, sentence.citations());
            separator = " ";
        }
    }

    /** A line for each document, or, where the passages stand here, a block for each of these. */
    private void sources(List<Citation> citations) {
        boolean inside = passages == Passages.INSIDE;
        Function<Citation, Object> key = inside
                ? citation -> citation.passage().id()
                : citation -> citation.version().document();
        String separator = "\n\n";
        for (List<Citation> quotes : groups(citations, key)) {
            text.ours(separator)
                    .numbers(
                            Style.REFERENCE,
                            quotes.stream().map(Citation::number).toList())
                    .ours(" ");
            source.add(text, quotes.getFirst().version().details());
            if (inside) {
                passage(quotes);
            } else {
                separator = "\n";
            }
        }
    }

    private void noEvidence(NoEvidence answer) {
        text.foreign(words.of(answer.absence()));
        if (answer.nearest() != null) {
            text.ours("\n\n" + words.say(Phrase.NEAREST) + "\n");
            source.add(text, answer.nearest().version().details());
            passage(List.of(answer.nearest()));
        }
    }

    private static Collection<List<Citation>> groups(List<Citation> citations, Function<Citation, Object> key) {
        Map<Object, List<Citation>> groups = new LinkedHashMap<>();
        for (Citation citation : citations) {
            groups.computeIfAbsent(key.apply(citation), each -> new ArrayList<>())
                    .add(citation);
        }
        return groups.values();
    }

    private void passage(List<Citation> quotes) {
        text.ours("\n");
        Citation first = quotes.getFirst();
        PassageText.add(
                text,
                Style.QUOTATION,
                first.version().text(),
                first.passage().span(),
                quotes.stream().map(Citation::span).toList());
    }
}
