@NullMarked
package org.citebot.moderation;

import org.jspecify.annotations.NullMarked;
