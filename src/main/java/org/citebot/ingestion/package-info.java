/** From a file to a stored document: parse, clean, split, store. */
@NullMarked
package org.citebot.ingestion;

import org.jspecify.annotations.NullMarked;
