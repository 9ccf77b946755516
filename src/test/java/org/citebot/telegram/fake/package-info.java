/**
 * A Telegram of our own, for tests: real HTTP, chats in memory, and as strict as Telegram is, in places stricter.
 *
 * <p>Stricter on purpose: it refuses fields that the Bot API does not know (Telegram ignores them), more than 100
 * entities (Telegram drops the rest) and nested block quotations.
 */
@NullMarked
package org.citebot.telegram.fake;

import org.jspecify.annotations.NullMarked;
