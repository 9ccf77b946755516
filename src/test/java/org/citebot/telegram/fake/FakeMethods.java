package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citebot.telegram.fake.FakeChat.Kind;
import org.jspecify.annotations.Nullable;

/** What the methods do that a bot of ours calls. */
final class FakeMethods {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonNode TRUE = BooleanNode.TRUE;
    private static final int NEWEST = 100;

    private final Map<Long, FakeChat> chats;
    private final UpdateQueue updates;
    private final FakePresses presses;
    private final FakeFiles files;
    private final FakeCommands commands;
    private final FakeWebhook webhook;

    FakeMethods(
            Map<Long, FakeChat> chats,
            UpdateQueue updates,
            FakePresses presses,
            FakeFiles files,
            FakeCommands commands,
            FakeWebhook webhook) {
        this.webhook = webhook;
        this.chats = chats;
        this.updates = updates;
        this.presses = presses;
        this.files = files;
        this.commands = commands;
    }

    JsonNode call(String method, ObjectNode fields) throws Refusal, InterruptedException {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> me();
            case "getupdates" -> getUpdates(fields);
            case "setwebhook" -> {
                webhook.set(fields);
                yield TRUE;
            }
            case "deletewebhook" -> {
                webhook.delete();
                yield TRUE;
            }
            case "getwebhookinfo" -> webhook.info();
            case "getfile" -> files.describe(fields.path("file_id").asText());
            case "getmycommands" -> commands.get(fields);
            case "setmycommands" -> {
                commands.set(fields);
                yield TRUE;
            }
            case "deletemycommands" -> {
                commands.delete(fields);
                yield TRUE;
            }
            case "answercallbackquery" -> {
                presses.answer(fields);
                yield TRUE;
            }
            case "sendchataction" -> {
                writable(fields);
                yield TRUE;
            }
            case "sendmessagedraft" -> {
                draft(fields);
                yield TRUE;
            }
            case "answerinlinequery" -> {
                for (JsonNode result : fields.path("results")) {
                    offered(result);
                }
                yield TRUE;
            }
            case "answerguestquery" -> {
                offered(fields.path("result"));
                yield JSON.objectNode().put("inline_message_id", "inline-1");
            }
            case "sendmessage", "sendrichmessage" -> sendMessage(fields);
            case "editmessagetext" -> editMessageText(fields);
            case "deletemessage" -> deleteMessage(fields);
            default -> throw new Refusal(404, "Not Found: method not found", null);
        };
    }

    private static ObjectNode me() {
        return JSON.objectNode()
                .put("id", FakeTelegramServer.BOT_ID)
                .put("is_bot", true)
                .put("first_name", "Citebot")
                .put("username", FakeTelegramServer.BOT_NAME);
    }

    private JsonNode getUpdates(ObjectNode fields) throws Refusal, InterruptedException {
        List<JsonNode> found = updates.poll(
                fields.path("offset").asLong(Long.MIN_VALUE),
                Math.clamp(fields.path("limit").asInt(NEWEST), 1, NEWEST),
                Duration.ofSeconds(fields.path("timeout").asLong(0)));
        ArrayNode result = JSON.arrayNode();
        found.forEach(result::add);
        return result;
    }

    /** A draft is shown in private chats alone, and is no message. */
    private void draft(ObjectNode fields) throws Refusal {
        FakeChat chat = writable(fields);
        if (chat.kind() != Kind.PRIVATE) {
            throw Refusal.badRequest("drafts can be sent to private chats only");
        }
        if (fields.path("draft_id").asInt() == 0) {
            throw Refusal.badRequest("DRAFT_ID_INVALID");
        }
        chat.note("(bot drafts: " + MessageText.of(fields).text() + ")");
    }

    private static void offered(JsonNode result) throws Refusal {
        JsonNode content = result.path("input_message_content");
        MessageText.of(JSON.objectNode()
                .put("text", content.path("message_text").asText())
                .put("parse_mode", content.path("parse_mode").asText()));
    }

    private JsonNode sendMessage(ObjectNode fields) throws Refusal {
        FakeChat chat = writable(fields);
        ParsedText text = MessageText.of(fields);
        List<List<FakeButton>> keyboard = ReplyMarkup.read(fields.path("reply_markup"));
        Integer topic = topic(chat, fields);
        Integer replyTo = replyTo(chat, fields);
        FakeMessage message = new FakeMessage(
                chat.takeNumber(), true, text.text(), text.entities(), html(fields), replyTo, topic, false, keyboard);
        return show(chat, message);
    }

    private JsonNode editMessageText(ObjectNode fields) throws Refusal {
        FakeChat chat = writable(fields);
        ParsedText text = MessageText.of(fields);
        List<List<FakeButton>> keyboard = ReplyMarkup.read(fields.path("reply_markup"));
        FakeMessage before = ofBot(chat, fields, "message to edit not found");
        if (before.text().equals(text.text())
                && before.entities().equals(text.entities())
                && before.keyboard().equals(keyboard)) {
            throw Refusal.badRequest("message is not modified: specified new message content and reply markup are"
                    + " exactly the same as a current content and reply markup of the message");
        }
        FakeMessage after = new FakeMessage(
                before.id(),
                true,
                text.text(),
                text.entities(),
                html(fields),
                before.replyTo(),
                before.topic(),
                true,
                keyboard);
        return show(chat, after);
    }

    private JsonNode deleteMessage(ObjectNode fields) throws Refusal {
        FakeChat chat = writable(fields);
        chat.remove(ofBot(chat, fields, "message to delete not found").id());
        return TRUE;
    }

    private FakeChat writable(ObjectNode fields) throws Refusal {
        FakeChat chat = chats.get(fields.path("chat_id").asLong());
        if (chat == null) {
            throw Refusal.badRequest("chat not found");
        }
        if (chat.blocked()) {
            throw new Refusal(403, "Forbidden: bot was blocked by the user", null);
        }
        Long migratedTo = chat.migratedTo();
        if (migratedTo != null) {
            throw Refusal.migrated(migratedTo);
        }
        if (chat.isClosed(fields.path("message_thread_id").asInt())) {
            throw Refusal.badRequest("TOPIC_CLOSED");
        }
        return chat;
    }

    private static FakeMessage ofBot(FakeChat chat, ObjectNode fields, String otherwise) throws Refusal {
        return chat.find(fields.path("message_id").asInt())
                .filter(FakeMessage::ofBot)
                .orElseThrow(() -> Refusal.badRequest(otherwise));
    }

    private static @Nullable Integer topic(FakeChat chat, ObjectNode fields) throws Refusal {
        if (!fields.has("message_thread_id")) {
            return null;
        }
        if (chat.kind() != Kind.FORUM) {
            throw Refusal.badRequest("message thread not found");
        }
        return fields.path("message_thread_id").asInt();
    }

    private static @Nullable Integer replyTo(FakeChat chat, ObjectNode fields) throws Refusal {
        JsonNode reply = fields.path("reply_parameters");
        if (reply.isMissingNode()) {
            return null;
        }
        int message = reply.path("message_id").asInt();
        if (chat.find(message).isPresent()) {
            return message;
        }
        if (reply.path("allow_sending_without_reply").asBoolean()) {
            return null;
        }
        throw Refusal.badRequest("message to be replied not found");
    }

    private static @Nullable String html(ObjectNode fields) {
        if (fields.has("rich_message")) {
            return fields.path("rich_message").path("html").asText();
        }
        return "HTML".equalsIgnoreCase(fields.path("parse_mode").asText())
                ? fields.path("text").asText()
                : null;
    }

    private static ObjectNode show(FakeChat chat, FakeMessage message) {
        ObjectNode json = json(chat, message);
        chat.show(message, "bot", json);
        return json;
    }

    private static ObjectNode json(FakeChat chat, FakeMessage message) {
        ObjectNode json = JSON.objectNode()
                .put("message_id", message.id())
                .put("date", Instant.now().getEpochSecond())
                .put("text", message.text());
        json.set("from", me());
        json.putObject("chat").put("id", chat.id()).put("type", chat.kind() == Kind.PRIVATE ? "private" : "supergroup");
        if (message.topic() != null) {
            Content.inTopic(message.topic()).accept(json);
        }
        if (!message.keyboard().isEmpty()) {
            json.putObject("reply_markup").set("inline_keyboard", ReplyMarkup.write(message.keyboard()));
        }
        return json;
    }
}
