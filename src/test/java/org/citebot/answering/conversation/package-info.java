@NullMarked
package org.citebot.answering.conversation;

import org.jspecify.annotations.NullMarked;
