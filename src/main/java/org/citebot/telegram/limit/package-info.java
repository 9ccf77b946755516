/**
 * How much the bot may send, and how much people may ask: the limits of the Bot API, quotas of people and chats, and who
 * may use a private bot.
 *
 * <p>Telegram promises no limits. Known are one message a second in a chat, twenty a minute in a group, thirty a second
 * over all, edits counted; and whoever goes on in spite of a 429 is punished. {@link
 * org.citebot.telegram.limit.SendLimiter} keeps to all of that before Telegram has to say so. Trap: Telegram counts when it
 * sees a call, which delays on the way bunch together; so a place is taken when a call goes out, never ahead, and rests
 * until a second after its answer. The price is a rate of 30 in a second and the time of a call.
 *
 * <p>Knows neither TelegramBots nor updates.
 */
@NullMarked
package org.citebot.telegram.limit;

import org.jspecify.annotations.NullMarked;
