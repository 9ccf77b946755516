/**
 * What a message looks like before Telegram's markup is made of it: a text with marks, and the buttons below it.
 *
 * <p>A {@link org.citebot.telegram.text.FormattedText} is put together by {@link org.citebot.telegram.text.TextBuilder},
 * which keeps apart what is ours and what comes from documents and people, and becomes markup in
 * {@link org.citebot.telegram.text.HtmlWriter} and {@link org.citebot.telegram.text.RichHtmlWriter} alone. What a button
 * brings back is written and read by {@link org.citebot.telegram.text.ButtonData}. Knows nothing of updates, chats and
 * calls.
 */
@NullMarked
package org.citebot.telegram.text;

import org.jspecify.annotations.NullMarked;
