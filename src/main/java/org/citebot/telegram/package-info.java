/** The bot: receives updates, stores them before they are confirmed, answers them. */
@NullMarked
package org.citebot.telegram;

import org.jspecify.annotations.NullMarked;
