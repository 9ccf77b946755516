@NullMarked
package org.citebot.telegram.chat;

import org.jspecify.annotations.NullMarked;
