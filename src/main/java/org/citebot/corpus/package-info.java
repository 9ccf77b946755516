/** Documents, their versions and passages, and the store that keeps them: SQLite, which is the truth. */
@NullMarked
package org.citebot.corpus;

import org.jspecify.annotations.NullMarked;
