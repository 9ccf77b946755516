package org.citebot.telegram;

import org.citebot.telegram.text.FormattedText;

/**
 * Something to choose in any chat.
 *
 * @param id names it among those offered together
 * @param title its first line in the list
 * @param description its second line; may be empty
 * @param message what is sent when it is chosen, no longer than a message
 */
record InlineCard(String id, String title, String description, FormattedText message) {}
