package org.citebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.citebot.answering.Answer;
import org.citebot.answering.AnswerText;
import org.citebot.answering.FailureKind;
import org.citebot.answering.SaidLine;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;
import org.jspecify.annotations.Nullable;

/** An answer as one line of JSON. Every key is always there, null where it is empty. */
final class AnswerJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(SerializationFeature.INDENT_OUTPUT).build();

    private AnswerJson() {}

    static String of(Answer answer) {
        try {
            return JSON.writeValueAsString(map(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, strings and numbers are always JSON", e);
        }
    }

    private static Map<String, @Nullable Object> map(Answer answer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("question", answer.question());
        map.put("answer", AnswerText.of(answer));
        map.put("abstained", answer.citations().isEmpty());
        map.put("confidence", answer.confidence());
        map.put("kind", kind(answer));
        map.put("citations", citations(answer.citations()));
        map.put("statements", answer instanceof Answer.StatementsAnswer said ? statements(said.lines()) : List.of());
        map.put("reason", reason(answer));
        map.put("searched", searched(answer));
        map.put("model", model(answer));
        map.put("error", answer instanceof Answer.Unavailable none ? error(none.kind(), none.message()) : null);
        map.put("timings", timings(answer));
        return map;
    }

    private static @Nullable String kind(Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited -> cited.kind().name().toLowerCase(Locale.ROOT);
            case Answer.StatementsAnswer said -> "statements";
            case Answer.NoEvidence none -> none.model() == null ? "extractive" : "generated";
            case Answer.Unavailable none -> null;
        };
    }

    private static @Nullable String model(Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited -> cited.model();
            case Answer.StatementsAnswer said -> null;
            case Answer.NoEvidence none -> none.model();
            case Answer.Unavailable none -> null;
        };
    }

    private static @Nullable String reason(Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited -> cited.note();
            case Answer.StatementsAnswer said -> said.note();
            case Answer.NoEvidence none -> none.reason();
            case Answer.Unavailable none -> null;
        };
    }

    private static List<Map<String, @Nullable Object>> citations(List<Citation> citations) {
        return citations.stream().map(AnswerJson::citation).toList();
    }

    private static Map<String, @Nullable Object> citation(Citation citation) {
        DocumentDetails details = citation.version().details();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", citation.number());
        map.put("document", citation.version().document().value());
        map.put("version", citation.version().number());
        map.put("title", details.title());
        map.put("source", details.source());
        map.put("published", Objects.toString(details.published(), null));
        map.put("url", Objects.toString(details.url(), null));
        map.put("quote", citation.quote());
        map.put("start", citation.span().start());
        map.put("end", citation.span().end());
        map.put("passage", citation.passageText());
        return map;
    }

    private static List<Map<String, @Nullable Object>> statements(List<SaidLine> lines) {
        return lines.stream().map(AnswerJson::statement).toList();
    }

    private static Map<String, @Nullable Object> statement(SaidLine line) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("speaker", line.speaker());
        map.put("words", line.words());
        map.put("kind", line.statement().kind().name().toLowerCase(Locale.ROOT));
        map.put("act", line.statement().act().name().toLowerCase(Locale.ROOT));
        map.put("said", line.said());
        map.put("chain", line.chain());
        map.put("citation", line.citation());
        return map;
    }

    private static Map<String, @Nullable Object> searched(Answer answer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("documents", answer.searched().documents());
        map.put("from", Objects.toString(answer.searched().from(), null));
        map.put("to", Objects.toString(answer.searched().to(), null));
        return map;
    }

    private static Map<String, @Nullable Object> error(FailureKind kind, String message) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("kind", kind.name().toLowerCase(Locale.ROOT));
        map.put("message", message);
        return map;
    }

    private static Map<String, @Nullable Object> timings(Answer answer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("retrieve_ms", millis(answer.timings().retrieve()));
        map.put("compose_ms", millis(answer.timings().compose()));
        return map;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 10_000.0) / 100.0;
    }
}
