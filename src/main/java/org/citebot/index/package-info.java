/** The search index, derived from the store: Lucene for words and vectors, and the embedding model. */
@NullMarked
package org.citebot.index;

import org.jspecify.annotations.NullMarked;
