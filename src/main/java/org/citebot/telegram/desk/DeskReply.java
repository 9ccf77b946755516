package org.citebot.telegram.desk;

import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.jspecify.annotations.Nullable;

/**
 * A message for the person: always one, never longer than Telegram takes.
 *
 * @param text what it says
 * @param keyboard its buttons
 * @param subject what it is about, to be {@linkplain Desk#remember remembered} once it has a number; null for nothing
 */
public record DeskReply(
        FormattedText text, Keyboard keyboard, @Nullable String subject) {

    static DeskReply of(FormattedText text) {
        return new DeskReply(text, Keyboard.NONE, null);
    }

    static DeskReply plain(String line) {
        return of(FormattedText.plain(line));
    }
}
