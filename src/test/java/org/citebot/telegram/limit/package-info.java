/** Tests of the limits of sending and asking. */
@NullMarked
package org.citebot.telegram.limit;

import org.jspecify.annotations.NullMarked;
