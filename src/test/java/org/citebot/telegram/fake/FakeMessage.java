package org.citebot.telegram.fake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a chat shows it.
 *
 * @param id its number in the chat
 * @param ofBot whether the bot wrote it
 * @param text what a reader sees
 * @param entities what is marked or active in it
 * @param html the markup it was sent with; null if none
 * @param replyTo the message it is attached to; null if none
 * @param topic the topic it stands in; null if none
 * @param edited whether it was changed
 */
public record FakeMessage(
        int id,
        boolean ofBot,
        String text,
        List<Entity> entities,
        @Nullable String html,
        @Nullable Integer replyTo,
        @Nullable Integer topic,
        boolean edited) {

    public FakeMessage {
        entities = List.copyOf(entities);
    }
}
