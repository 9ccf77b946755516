package org.citebot.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citebot.answering.Answer;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.AnswerKind;
import org.citebot.answering.AnswerSentence;
import org.citebot.answering.ExplainedAnswer;
import org.citebot.citation.Citation;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/** Compares an answer with what is known to be right. Without an answer every figure is 0. Immutable, for many threads. */
final class AnswerJudge {

    private final SentenceSplitter sentences = new SentenceSplitter();

    /**
     * What can be said of an answer.
     *
     * @param scores by the name of the figure
     * @param right whether it was given and is right; null if the labels do not tell
     */
    record Verdict(Map<String, Double> scores, @Nullable Boolean right) {

        Verdict {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        }
    }

    /**
     * Judges an answer. It is right if it holds an accepted one; where only evidence is labelled, if it cites a sentence
     * of that; never to a question that has no answer.
     */
    Verdict judge(LabelledQuestion labelled, ExplainedAnswer explained) {
        List<String> quotes = quotes(explained.answer());
        Language language = language(explained.answer());
        String said = said(explained.answer(), quotes);
        Map<String, Double> scores = new LinkedHashMap<>();
        Boolean right = Boolean.FALSE.equals(labelled.answerable()) ? Boolean.FALSE : null;
        if (labelled.hasAnswers()) {
            right = holdsOneOf(labelled.answers(), said, language);
            scores.put(
                    "answer_in_first_citation",
                    score(!quotes.isEmpty() && holdsOneOf(labelled.answers(), quotes.getFirst(), language)));
            scores.put(
                    "answer_in_citations",
                    score(quotes.stream().anyMatch(quote -> holdsOneOf(labelled.answers(), quote, language))));
            scores.put("answer_in_answer", score(right));
        }
        if (!labelled.wrong().isEmpty()) {
            scores.put("wrong_stated", score(holdsOneOf(labelled.wrong(), said, language)));
        }
        if (labelled.hasEvidence()) {
            List<NormalizedText> marked = normalized(labelled.evidence());
            scores.put(
                    "evidence_r_precision",
                    quotes.isEmpty() ? 0 : EvidenceMatch.rPrecision(ranked(explained, marked.size()), marked));
            if (right == null) {
                right = normalized(quotes).stream()
                        .anyMatch(quote -> marked.stream().anyMatch(each -> EvidenceMatch.isSame(quote, each)));
            }
        }
        return new Verdict(scores, right);
    }

    /** Whether a text holds one of some answers. */
    static boolean holdsOneOf(List<String> answers, String text, Language language) {
        NormalizedText whole = NormalizedText.of(text, language);
        return answers.stream().anyMatch(answer -> whole.contains(NormalizedText.of(answer, language)));
    }

    /** Of each citation the first sentence, in order. */
    private List<String> quotes(Answer answer) {
        return answer.citations().stream().map(this::firstSentence).toList();
    }

    private String firstSentence(Citation citation) {
        String quote = citation.quote();
        List<TextSpan> spans = sentences.split(
                quote,
                new TextSpan(0, quote.length()),
                citation.version().details().language());
        return spans.isEmpty() ? quote : quote.substring(0, spans.getFirst().end());
    }

    /** What an answer says; one made of quotations says these. */
    private static String said(Answer answer, List<String> quotes) {
        return answer instanceof CitedAnswer cited && cited.kind() == AnswerKind.GENERATED
                ? cited.sentences().stream().map(AnswerSentence::text).collect(Collectors.joining(" "))
                : String.join(" ", quotes);
    }

    private static Language language(Answer answer) {
        return !answer.citations().isEmpty()
                ? answer.citations().getFirst().version().details().language()
                : Language.OTHER;
    }

    private static List<NormalizedText> ranked(ExplainedAnswer explained, int count) {
        return normalized(explained.explanation().sentences().stream()
                .limit(count)
                .map(sentence -> sentence.text())
                .toList());
    }

    private static List<NormalizedText> normalized(List<String> texts) {
        return texts.stream()
                .map(text -> NormalizedText.of(text, Language.OTHER))
                .toList();
    }

    private static double score(boolean holds) {
        return holds ? 1 : 0;
    }
}
