/**
 * The desk at which moderators work: what they say to the bot, and what it answers.
 *
 * <p>Knows neither Telegram's updates nor its calls: a request comes in as a
 * {@link org.citebot.telegram.desk.DeskRequest} with its {@link org.citebot.telegram.desk.Occasion}, a
 * {@link org.citebot.telegram.desk.DeskReply} goes out. Whether a person may do a thing is up to
 * {@link org.citebot.moderation}, in the transaction that does it; what is asked here before only spares work and words.
 *
 * <p>What is said stands in {@link org.citebot.telegram.desk.DeskPhrase} and its files, in five languages; words of
 * documents and people are put into it as {@code DeskWords.Quote}, so that only ours can hold a command to tap.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>An update may be handled again after a crash at any point. What it did is found by its key, or told from the
 *       state, so that it happens once and reads the same.
 *   <li>The data of a button can be forged, and buttons stay in chats for years: data names what is meant by lasting
 *       numbers, never by a position, and proves nothing.
 *   <li>Words of documents and people, also their names, go through {@link org.citebot.telegram.text.Excerpt}: short
 *       enough for one message, and with few marks, of which Telegram takes a hundred.
 * </ul>
 */
@NullMarked
package org.citebot.telegram.desk;

import org.jspecify.annotations.NullMarked;
