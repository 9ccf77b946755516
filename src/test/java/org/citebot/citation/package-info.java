@NullMarked
package org.citebot.citation;

import org.jspecify.annotations.NullMarked;
