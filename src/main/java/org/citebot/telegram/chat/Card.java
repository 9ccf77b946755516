package org.citebot.telegram.chat;

import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;

/** A message with its buttons, no longer than Telegram takes. */
public record Card(FormattedText text, Keyboard keyboard) {}
