/**
 * The bot: receives updates, stores them before they are confirmed, answers them.
 *
 * <p>{@link org.citebot.telegram.UpdatePoller} fetches updates, or {@link org.citebot.telegram.Webhook} is brought them;
 * {@link org.citebot.telegram.UpdateReceiver} puts them into the {@link org.citebot.telegram.Inbox};
 * {@link org.citebot.telegram.ChatQueues} hands them, chat by chat, to {@link org.citebot.telegram.UpdateHandler}.
 * A message goes to {@link org.citebot.telegram.MessageClerk}: {@link org.citebot.telegram.IntentReader} tells what it
 * wants, {@link org.citebot.telegram.Doorkeeper} whether it gets it, {@link org.citebot.telegram.AnswerClerk} answers a
 * question, {@link org.citebot.telegram.PageClerk} a command; a press goes to {@link org.citebot.telegram.PressClerk}, what
 * people type behind the bot's name elsewhere to {@link org.citebot.telegram.InlineAnswers}. What is said is decided in
 * {@link org.citebot.telegram.chat}, which knows no Telegram; the {@link org.citebot.telegram.Outbox} keeps an answer until
 * it is sent, and {@link org.citebot.telegram.ReplyWriter} makes the chat show it.
 *
 * <p>There are three kinds of waiting, and none holds up another: for one of the few places to be answered
 * ({@link org.citebot.telegram.QueuedAnswerer}), for a moment until Telegram's limits let a call out
 * ({@link org.citebot.telegram.SendGate}, on a virtual thread of which some dozens may wait), and for longer after a send
 * that failed or a chat that asked for silence. That last one is a date in the inbox, so that nothing waits in memory and
 * a restart forgets nothing.
 *
 * <p>What moderators say is read by {@link org.citebot.telegram.DeskReader}, done by
 * {@link org.citebot.telegram.desk.Desk}, which knows no Telegram, and carried to and fro by
 * {@link org.citebot.telegram.DeskClerk}. Trap: an update may be handled again after a crash, so each has a key by which
 * its effect happens once; a message keeps its key when it is edited.
 *
 * <p>The only package that imports TelegramBots and OkHttp. From TelegramBots come the methods, the updates and OkHttp;
 * polling and calling are our own, in {@link org.citebot.telegram.UpdatePoller} and
 * {@link org.citebot.telegram.BotApi}, because of its traps (measured on 10.2.0):
 *
 * <ul>
 *   <li>A consumer that throws ends its poller for good, one update it cannot decode makes the batch come again for
 *       ever, its offset is lost with the process, {@code retry_after} and 409 are not looked at, and after an outage it
 *       waits up to 15 minutes.
 *   <li>A send whose answer it cannot decode looks like a send that failed; sent again, it would be there twice.
 *   <li>Its client makes five calls to a host at a time, so slow sends starve the others; {@code BotSession} and OkHttp's
 *       {@code Request} print the token, which is part of every address. A {@code TelegramUrl} has no path.
 *   <li>{@code File.getFileUrl} always points at the public server; {@link org.citebot.telegram.FileDownload} is our own.
 *   <li>Its webhook checks no secret and is deleted when it stops; ours is served by {@code app}.
 *   <li>{@code Message} and {@code User} promise fields that servers leave out; check what is used.
 * </ul>
 *
 * <p>And Telegram's own: there is no way to make a send happen exactly once, so a crash between a send and its note in
 * the {@link org.citebot.telegram.ReplyLog} shows one message twice; not three times, as what was cut off is resumed in a
 * message whose number is noted first. The update is durable before it is confirmed; notes of what was sent are not
 * synced, since four syncs an answer, of one writer after the other, are what the bot would then wait for most. Numbers of
 * updates may start afresh after a quiet week. A thread number is refused outside of forums, where messages have one all
 * the same; in a topic everything is a reply to the message that opened it.
 */
@NullMarked
package org.citebot.telegram;

import org.jspecify.annotations.NullMarked;
