@NullMarked
package org.citebot.language;

import org.jspecify.annotations.NullMarked;
