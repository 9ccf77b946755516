package org.citebot.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citebot.answering.Answer;
import org.citebot.answering.AnswerText;
import org.citebot.answering.ExplainedAnswer;
import org.citebot.answering.Explanation;
import org.citebot.answering.ModelReply;
import org.citebot.answering.SentenceCheck;
import org.citebot.answering.Writing;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.QuestionTerm;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankedSentence;
import org.jspecify.annotations.Nullable;

/** How an answer came about, as a person reads it in a terminal. */
final class ExplanationPage {

    private static final int SENTENCES = 10;
    private static final int HASH_LENGTH = 12;

    private final List<String> lines = new ArrayList<>();

    private ExplanationPage() {}

    static String of(ExplainedAnswer explained) {
        ExplanationPage page = new ExplanationPage();
        Explanation explanation = explained.explanation();
        page.question(explanation.question());
        if (explanation.translation() != null) {
            page.lines.add("  and for       " + oneLine(explanation.translation()));
        }
        page.passages(explanation.passages());
        page.sentences(explanation.sentences());
        page.writing(explanation.writing());
        page.outcome(explained.answer());
        return String.join(System.lineSeparator(), page.lines);
    }

    private void question(@Nullable AnalyzedQuestion question) {
        if (question == null) {
            return;
        }
        lines.add("Question");
        lines.add("  searched for  " + question.text());
        lines.add("  language      " + question.language().code());
        lines.add("  asks for      "
                + question.type().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        lines.add("  terms         "
                + question.terms().stream().map(ExplanationPage::term).collect(Collectors.joining(", ")));
        if (question.window() != null) {
            lines.add("  days          "
                    + AnswerText.days(
                            question.window().from(), question.window().to()));
        }
        if (question.latest()) {
            lines.add("  the latest    yes");
        }
    }

    private static String term(QuestionTerm term) {
        return term.name() ? term.word() + " (name)" : term.word();
    }

    private void passages(List<RankedPassage> passages) {
        heading("Passages", "score, by words, by meaning");
        int number = 1;
        for (RankedPassage passage : passages) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %2d  %.3f  %.3f  %.3f  %s  %s",
                    number++,
                    passage.score(),
                    passage.words(),
                    passage.meaning(),
                    passage.passage().id(),
                    oneLine(passage.text())));
            if (!passage.copies().isEmpty()) {
                lines.add("      the same in  "
                        + passage.copies().stream()
                                .map(copy -> copy.document().value())
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private void sentences(List<RankedSentence> sentences) {
        heading("Sentences", "score, share of the question's words, nearness in meaning, names missing");
        for (RankedSentence sentence : sentences.subList(0, Math.min(SENTENCES, sentences.size()))) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %.3f  %.3f  %.3f  %s  %s",
                    sentence.score(),
                    sentence.coverage(),
                    sentence.similarity(),
                    sentence.missingNames().isEmpty() ? "-" : String.join(",", sentence.missingNames()),
                    oneLine(sentence.text())));
        }
    }

    private void writing(@Nullable Writing writing) {
        if (writing == null) {
            return;
        }
        heading("Model", writing.model());
        lines.add("  prompt  " + writing.prompt() + " " + writing.hash().hex().substring(0, HASH_LENGTH));
        lines.add("  given   passages 1 to " + writing.passages().size());
        switch (writing.reply()) {
            case ModelReply.Failed failed ->
                lines.add("  failed  " + failed.cause().name().toLowerCase(Locale.ROOT));
            case ModelReply.Written written -> {
                lines.add("  tokens  " + written.inputTokens() + " in, " + written.outputTokens() + " out");
                lines.add("  reply");
                written.text().lines().forEach(line -> lines.add("    | " + line));
            }
        }
        heading("Checks", "kept or dropped, passages cited, sentence, why");
        for (SentenceCheck check : writing.sentences()) {
            lines.add("  " + (check.kept() ? "kept     " : "dropped  ") + check.cited() + " " + check.text());
            lines.add("           " + check.why());
        }
    }

    private void outcome(Answer answer) {
        heading("Outcome", String.format(Locale.ROOT, "confidence %.3f", answer.confidence()));
        String outcome = switch (answer) {
            case Answer.CitedAnswer cited ->
                cited.kind().name().toLowerCase(Locale.ROOT) + (cited.note() == null ? "" : ": " + cited.note());
            case Answer.StatementsAnswer said -> "statements" + (said.note() == null ? "" : ": " + said.note());
            case Answer.NoEvidence none -> "no evidence: " + none.reason();
            case Answer.Unavailable none -> "failed: " + none.kind().name().toLowerCase(Locale.ROOT);
        };
        lines.add("  " + outcome);
    }

    private void heading(String title, String what) {
        lines.add("");
        lines.add(title + " (" + what + ")");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
