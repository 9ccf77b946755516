package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The menus of commands, by their scope and language. Knows one scope of groups. For many threads. */
final class FakeCommands {

    private static final String DEFAULT = "default";
    private static final String PRIVATE = "all_private_chats";
    private static final String GROUPS = "all_group_chats";
    private static final int MOST = 100;
    private static final int LONGEST_DESCRIPTION = 256;

    private final Map<String, JsonNode> menus = new ConcurrentHashMap<>();
    private final Map<Long, FakeChat> chats;

    FakeCommands(Map<Long, FakeChat> chats) {
        this.chats = chats;
    }

    void set(ObjectNode fields) throws Refusal {
        String scope = scope(fields);
        JsonNode commands = fields.path("commands");
        if (commands.size() > MOST) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        for (JsonNode command : commands) {
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                throw Refusal.badRequest("BOT_COMMAND_INVALID");
            }
            int description = command.path("description").asText().strip().length();
            if (description < 1 || description > LONGEST_DESCRIPTION) {
                throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }
        menus.put(inLanguage(scope, fields), commands);
    }

    void delete(ObjectNode fields) throws Refusal {
        menus.remove(inLanguage(scope(fields), fields));
    }

    JsonNode get(ObjectNode fields) throws Refusal {
        return menus.getOrDefault(inLanguage(scope(fields), fields), JsonNodeFactory.instance.arrayNode());
    }

    /** The names of the commands that a private chat shows: those of the narrowest scope that has any. */
    List<String> shownIn(long chat) {
        return Stream.of(ofChat(chat), PRIVATE, DEFAULT)
                .map(FakeCommands::inEveryLanguage)
                .map(menus::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(menu -> menu.valueStream()
                        .map(command -> command.path("command").asText())
                        .toList())
                .orElse(List.of());
    }

    private String scope(ObjectNode fields) throws Refusal {
        JsonNode scope = fields.path("scope");
        String type = scope.path("type").asText(DEFAULT);
        return switch (type) {
            case DEFAULT, PRIVATE, GROUPS -> type;
            case "chat" -> {
                long chat = scope.path("chat_id").asLong();
                if (!chats.containsKey(chat)) {
                    throw Refusal.badRequest("chat not found");
                }
                yield ofChat(chat);
            }
            default -> throw Refusal.badRequest("unsupported scope " + type);
        };
    }

    private static String inLanguage(String scope, ObjectNode fields) {
        return scope + " " + fields.path("language_code").asText();
    }

    private static String inEveryLanguage(String scope) {
        return scope + " ";
    }

    private static String ofChat(long chat) {
        return "chat " + chat;
    }
}
