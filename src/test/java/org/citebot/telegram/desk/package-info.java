/** Tests of the desk, over a real store and a real moderation. */
@NullMarked
package org.citebot.telegram.desk;

import org.jspecify.annotations.NullMarked;
