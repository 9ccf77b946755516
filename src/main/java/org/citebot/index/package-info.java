/**
 * The search index, derived from the store: Lucene for words and vectors, and the embedding model.
 *
 * <p>Traps of the model: texts padded into a batch get other vectors than alone (int8), so each is embedded by itself;
 * to free the model, or to end the process, while a text is being embedded can crash it, so {@link
 * org.citebot.index.Embedder#close()} comes before the exit; vectors under another {@link
 * org.citebot.index.Embedder#model()} cannot be compared.
 */
@NullMarked
package org.citebot.index;

import org.jspecify.annotations.NullMarked;
