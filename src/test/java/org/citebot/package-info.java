/** Tests of the project as a whole, and what tests of several packages share. */
@NullMarked
package org.citebot;

import org.jspecify.annotations.NullMarked;
