package org.citebot.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.citebot.corpus.DamagedStoreException;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/** Writes statements as JSON, and reads them again. The date of the document is not written: its version has it. */
final class StatementCodec {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StatementCodec() {}

    static String write(List<Statement> statements) {
        ArrayNode all = NODES.arrayNode();
        statements.forEach(statement -> all.add(node(statement)));
        return all.toString();
    }

    /** @throws DamagedStoreException if it is not what was written */
    static List<Statement> read(String json, @Nullable LocalDate published) {
        try {
            List<Statement> statements = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                statements.add(statement(node, published));
            }
            return List.copyOf(statements);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new DamagedStoreException(
                    "Stored statements are damaged: " + e.getClass().getSimpleName());
        }
    }

    private static ObjectNode node(Statement statement) {
        Speaker speaker = statement.speaker();
        ObjectNode node = NODES.objectNode();
        node.set("span", span(statement.span()));
        node.put("kind", statement.kind().name());
        node.set("words", span(speaker.words()));
        node.put("name", speaker.name());
        node.put("role", speaker.role());
        node.put("abbreviation", speaker.abbreviation());
        node.put("resolution", speaker.resolution().name());
        node.set("cue", span(statement.cue()));
        node.put("verb", statement.verb());
        node.put("act", statement.act().name());
        node.put("reality", statement.reality().name());
        node.put("addressee", statement.addressee());
        ArrayNode chain = node.putArray("chain");
        statement.chain().forEach(chain::add);
        DateSaid said = statement.said();
        if (said != null) {
            node.putArray("said")
                    .add(said.words())
                    .add(said.precision().name())
                    .add(Objects.toString(said.day(), null));
        }
        return node.put("confidence", statement.confidence());
    }

    private static Statement statement(JsonNode node, @Nullable LocalDate published) {
        List<String> chain = new ArrayList<>();
        node.required("chain").forEach(link -> chain.add(link.textValue()));
        return new Statement(
                Objects.requireNonNull(span(node.required("span"))),
                StatementKind.valueOf(node.required("kind").textValue()),
                new Speaker(
                        span(node.path("words")),
                        node.path("name").textValue(),
                        node.path("role").textValue(),
                        node.path("abbreviation").textValue(),
                        Resolution.valueOf(node.required("resolution").textValue())),
                span(node.path("cue")),
                node.path("verb").textValue(),
                SpeechAct.valueOf(node.required("act").textValue()),
                Reality.valueOf(node.required("reality").textValue()),
                node.path("addressee").textValue(),
                chain,
                said(node.path("said")),
                published,
                node.required("confidence").doubleValue());
    }

    private static @Nullable DateSaid said(JsonNode said) {
        if (!said.isArray()) {
            return null;
        }
        String day = said.get(2).textValue();
        return new DateSaid(
                said.get(0).textValue(),
                DateSaid.Precision.valueOf(said.get(1).textValue()),
                day == null ? null : LocalDate.parse(day));
    }

    private static @Nullable ArrayNode span(@Nullable TextSpan span) {
        return span == null ? null : NODES.arrayNode().add(span.start()).add(span.end());
    }

    private static @Nullable TextSpan span(JsonNode node) {
        return node.isArray() ? new TextSpan(node.get(0).intValue(), node.get(1).intValue()) : null;
    }
}
