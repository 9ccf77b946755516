package org.citebot.answering.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** In which shape a provider takes prompts and gives texts. */
public enum Dialect {
    /** OpenAI's chat completions, and everyone's who copied them. */
    OPENAI("/chat/completions"),
    /** Ollama's chat. */
    OLLAMA("/api/chat"),
    /** Anthropic's messages. */
    ANTHROPIC("/messages"),
    /** Gemini's content. */
    GEMINI("enerateContent");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String pathEnd;

    Dialect(String pathEnd) {
        this.pathEnd = pathEnd;
    }

    /** The dialect that is spoken at an address. */
    static Dialect of(String path) {
        for (Dialect dialect : values()) {
            if (path.endsWith(dialect.pathEnd)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("No model is at " + path);
    }

    /** The prompt in a request. */
    ReceivedPrompt read(String path, JsonNode body) {
        return switch (this) {
            case OPENAI, OLLAMA ->
                new ReceivedPrompt(path, body.path("model").asText(), role(body, "system"), role(body, "user"));
            case ANTHROPIC ->
                new ReceivedPrompt(path, body.path("model").asText(), texts(body.path("system")), role(body, "user"));
            case GEMINI ->
                new ReceivedPrompt(
                        path,
                        path.replaceFirst(".*/models/", "").replaceFirst(":.*", ""),
                        texts(body.path("systemInstruction").path("parts")),
                        texts(body.path("contents").path(0).path("parts")));
        };
    }

    /** How many tokens the request lets the model write; 0 if it does not say. */
    int outputTokens(JsonNode body) {
        return switch (this) {
            case OPENAI ->
                body.path("max_tokens").asInt(body.path("max_completion_tokens").asInt());
            case OLLAMA -> body.path("options").path("num_predict").asInt();
            case ANTHROPIC -> body.path("max_tokens").asInt();
            case GEMINI -> body.path("generationConfig").path("maxOutputTokens").asInt();
        };
    }

    /** The response with a text. */
    ObjectNode write(ReceivedPrompt prompt, String text, int inputTokens, int outputTokens) {
        ObjectNode response = MAPPER.createObjectNode();
        switch (this) {
            case OPENAI -> {
                response.put("id", "chatcmpl-1")
                        .put("object", "chat.completion")
                        .put("model", prompt.model());
                ObjectNode choice = response.putArray("choices").addObject().put("index", 0);
                choice.put("finish_reason", "stop");
                choice.putObject("message").put("role", "assistant").put("content", text);
                response.putObject("usage")
                        .put("prompt_tokens", inputTokens)
                        .put("completion_tokens", outputTokens)
                        .put("total_tokens", inputTokens + outputTokens);
            }
            case OLLAMA -> {
                response.put("model", prompt.model())
                        .put("created_at", "2026-01-01T00:00:00Z")
                        .put("done", true);
                response.putObject("message").put("role", "assistant").put("content", text);
                response.put("prompt_eval_count", inputTokens).put("eval_count", outputTokens);
            }
            case ANTHROPIC -> {
                response.put("id", "msg_1").put("type", "message").put("role", "assistant");
                response.put("model", prompt.model()).put("stop_reason", "end_turn");
                response.putArray("content").addObject().put("type", "text").put("text", text);
                response.putObject("usage").put("input_tokens", inputTokens).put("output_tokens", outputTokens);
            }
            case GEMINI -> {
                ObjectNode candidate =
                        response.putArray("candidates").addObject().put("finishReason", "STOP");
                candidate
                        .putObject("content")
                        .put("role", "model")
                        .putArray("parts")
                        .addObject()
                        .put("text", text);
                response.putObject("usageMetadata")
                        .put("promptTokenCount", inputTokens)
                        .put("candidatesTokenCount", outputTokens)
                        .put("totalTokenCount", inputTokens + outputTokens);
                response.put("modelVersion", prompt.model());
            }
        }
        return response;
    }

    /** Whether the request wants the text in parts. */
    boolean streams(String path, JsonNode body) {
        // Ollama streams unless told not to.
        return this == GEMINI ? path.contains(":stream") : body.path("stream").asBoolean(this == OLLAMA);
    }

    /** The response with a text in parts: events, each to be sent by itself. */
    List<String> stream(ReceivedPrompt prompt, List<String> parts, int inputTokens, int outputTokens) {
        List<String> events = new ArrayList<>();
        switch (this) {
            case OPENAI -> {
                parts.forEach(part -> events.add(data(chunk().set("choices", choice(part, null)))));
                events.add(data(chunk().set("choices", choice(null, "stop"))));
                ObjectNode usage = write(prompt, "", inputTokens, outputTokens);
                events.add(data(chunk().<ObjectNode>set("choices", MAPPER.createArrayNode())
                        .set("usage", usage.path("usage"))));
                events.add("data: [DONE]\n\n");
            }
            case OLLAMA -> {
                parts.forEach(part -> {
                    ObjectNode line = MAPPER.createObjectNode().put("model", prompt.model());
                    line.putObject("message").put("role", "assistant").put("content", part);
                    events.add(line.put("done", false) + "\n");
                });
                events.add(write(prompt, "", inputTokens, outputTokens) + "\n");
            }
            case ANTHROPIC -> {
                ObjectNode start = MAPPER.createObjectNode().put("type", "message_start");
                ObjectNode message = write(prompt, "", inputTokens, 0);
                message.putArray("content");
                events.add(event(start.set("message", message)));
                ObjectNode block = MAPPER.createObjectNode()
                        .put("type", "content_block_start")
                        .put("index", 0);
                block.putObject("content_block").put("type", "text").put("text", "");
                events.add(event(block));
                parts.forEach(part -> {
                    ObjectNode delta = MAPPER.createObjectNode()
                            .put("type", "content_block_delta")
                            .put("index", 0);
                    delta.putObject("delta").put("type", "text_delta").put("text", part);
                    events.add(event(delta));
                });
                events.add(event(MAPPER.createObjectNode()
                        .put("type", "content_block_stop")
                        .put("index", 0)));
                ObjectNode end = MAPPER.createObjectNode().put("type", "message_delta");
                end.putObject("delta").put("stop_reason", "end_turn");
                end.putObject("usage").put("output_tokens", outputTokens);
                events.add(event(end));
                events.add(event(MAPPER.createObjectNode().put("type", "message_stop")));
            }
            case GEMINI -> {
                for (int i = 0; i < parts.size(); i++) {
                    ObjectNode event = write(prompt, parts.get(i), inputTokens, outputTokens);
                    if (i < parts.size() - 1) {
                        ((ObjectNode) event.path("candidates").path(0)).remove("finishReason");
                    }
                    events.add(data(event));
                }
            }
        }
        return events;
    }

    private static ObjectNode chunk() {
        return MAPPER.createObjectNode().put("id", "chatcmpl-1").put("object", "chat.completion.chunk");
    }

    private static ArrayNode choice(@Nullable String part, @Nullable String finish) {
        ArrayNode choices = MAPPER.createArrayNode();
        ObjectNode choice = choices.addObject().put("index", 0).put("finish_reason", finish);
        ObjectNode delta = choice.putObject("delta");
        if (part != null) {
            delta.put("role", "assistant").put("content", part);
        }
        return choices;
    }

    private static String data(JsonNode node) {
        return "data: " + node + "\n\n";
    }

    private static String event(JsonNode node) {
        return "event: " + node.path("type").asText() + "\n" + data(node);
    }

    private static String role(JsonNode body, String role) {
        return StreamSupport.stream(body.path("messages").spliterator(), false)
                .filter(message -> message.path("role").asText().equals(role))
                .map(message -> texts(message.path("content")))
                .collect(Collectors.joining("\n"));
    }

    private static String texts(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : StreamSupport.stream(content.spliterator(), false)
                        .map(part -> part.path("text").asText())
                        .collect(Collectors.joining("\n"));
    }
}
