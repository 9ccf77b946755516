/** Tests of the bot, against a fake Telegram over real HTTP and an emulator that others wrote. */
@NullMarked
package org.citebot.telegram;

import org.jspecify.annotations.NullMarked;
