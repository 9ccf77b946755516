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
 * @param keyboard the buttons below it, row by row
 */
public record FakeMessage(
        int id,
        boolean ofBot,
        String text,
        List<Entity> entities,
        @Nullable String html,
        @Nullable Integer replyTo,
        @Nullable Integer topic,
        boolean edited,
        List<List<FakeButton>> keyboard) {

    public FakeMessage {
        entities = List.copyOf(entities);
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    /** What the button with this label brings back; an {@link AssertionError} if there is no such button. */
    public String data(String label) {
        return keyboard.stream()
                .flatMap(List::stream)
                .filter(button -> button.label().equals(label) && button.data() != null)
                .findFirst()
                .map(FakeButton::data)
                .orElseThrow(() -> new AssertionError("No button \"" + label + "\" among " + keyboard));
    }
}
