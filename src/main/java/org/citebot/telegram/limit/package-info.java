/**
 * How much the bot may send, and how much people may ask: the limits of the Bot API, quotas of people and chats, and who
 * may use a private bot.
 *
 * <p>Telegram promises no limits. Known are one message a second in a chat, twenty a minute in a group, thirty a second
 * over all, edits counted; and whoever goes on in spite of a 429 is punished. {@link
 * org.citebot.telegram.limit.SendLimiter} keeps to all of that before Telegram has to say so.
 *
 * <p>Knows neither TelegramBots nor updates.
 */
@NullMarked
package org.citebot.telegram.limit;

import org.jspecify.annotations.NullMarked;
