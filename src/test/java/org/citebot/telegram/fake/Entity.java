package org.citebot.telegram.fake;

import org.jspecify.annotations.Nullable;

/**
 * A marked or active stretch of a message.
 *
 * @param type as in Telegram's MessageEntity
 * @param offset UTF-16 units from the start
 * @param length UTF-16 units
 * @param url where a text_link leads; null for everything else
 * @param automatic whether Telegram found it by itself
 */
public record Entity(
        String type, int offset, int length, @Nullable String url, boolean automatic) {

    /** Where it ends, exclusive. */
    public int end() {
        return offset + length;
    }

    /** The words it covers. */
    public String in(String text) {
        return text.substring(offset, end());
    }

    boolean intersects(Entity other) {
        return offset < other.end() && other.offset < end();
    }
}
