/**
 * What people say to the bot when they ask, and what it shows them: answers, the passages behind them, votes, pages about
 * the bot, in five languages.
 *
 * <p>Knows no Telegram: chats, messages and people are numbers here. What is said stands in {@link
 * org.citebot.telegram.chat.Phrase} and its files, nowhere else. An answer that was shown is kept in {@link
 * org.citebot.telegram.chat.AnswerStore} with the document versions and spans that it cites, so that its buttons work as
 * long as the documents are there; {@link org.citebot.telegram.chat.Press} is what a button stands for. Who is quoted comes
 * from the directory of speakers and from the statements of documents, by {@link org.citebot.telegram.chat.Speakers}.
 *
 * <p>Traps: what a button brings back can be forged, so a press means an answer only in the chat where that was shown. A
 * chat's number is not enough to tell conversations apart: see {@link org.citebot.telegram.chat.Place}. Whatever holds
 * something of a person has to be known to {@link org.citebot.telegram.chat.PersonEraser}.
 */
@NullMarked
package org.citebot.telegram.chat;

import org.jspecify.annotations.NullMarked;
