package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can stand in a message of a person; joined by {@link Consumer#andThen}. */
public final class Content {

    private Content() {}

    public static Consumer<ObjectNode> text(String text) {
        return message -> message.put("text", text);
    }

    public static Consumer<ObjectNode> caption(String caption) {
        return message -> message.put("caption", caption);
    }

    /**
     * A file. All but {@code fileId} is what the sender claims, or null where nothing is claimed.
     *
     * @param fileId what {@code getFile} is asked for
     */
    public static Consumer<ObjectNode> document(
            String fileId, @Nullable String name, @Nullable String mimeType, @Nullable Long size) {
        return message -> message.putObject("document")
                .put("file_id", fileId)
                .put("file_unique_id", "unique-" + fileId)
                .put("file_name", name)
                .put("mime_type", mimeType)
                .put("file_size", size);
    }

    /** A contact; {@code user} is null for somebody who is not on Telegram. */
    public static Consumer<ObjectNode> contact(String firstName, @Nullable Long user) {
        return message -> message.putObject("contact")
                .put("phone_number", "+10000000000")
                .put("first_name", firstName)
                .put("user_id", user);
    }

    /** Said in the name of a chat: of the group itself, or of a channel. */
    public static Consumer<ObjectNode> inTheNameOf(long chat, String type, String title) {
        return message -> chat(message.putObject("sender_chat"), chat, type, title);
    }

    /** Forwarded from somebody who is shown with their account. */
    public static Consumer<ObjectNode> forwardedFrom(FakePerson person) {
        return message -> person.write(origin(message, "user").putObject("sender_user"));
    }

    /** Forwarded from somebody who hides their account. */
    public static Consumer<ObjectNode> forwardedFromHidden(String name) {
        return message -> origin(message, "hidden_user").put("sender_user_name", name);
    }

    /** Forwarded from a group in whose name it was said. */
    public static Consumer<ObjectNode> forwardedFromChat(long chat, String title) {
        return message -> chat(origin(message, "chat").putObject("sender_chat"), chat, "supergroup", title);
    }

    /** Forwarded from a channel. */
    public static Consumer<ObjectNode> forwardedFromChannel(long channel, String title, int number) {
        return message -> {
            ObjectNode origin = origin(message, "channel").put("message_id", number);
            chat(origin.putObject("chat"), channel, "channel", title);
        };
    }

    /** In a topic of a forum. */
    public static Consumer<ObjectNode> inTopic(int topic) {
        return message -> message.put("message_thread_id", topic).put("is_topic_message", true);
    }

    private static ObjectNode origin(ObjectNode message, String type) {
        return message.putObject("forward_origin")
                .put("type", type)
                .put("date", Instant.now().minusSeconds(3600).getEpochSecond());
    }

    private static void chat(ObjectNode chat, long id, String type, String title) {
        chat.put("id", id).put("type", type).put("title", title);
    }
}
