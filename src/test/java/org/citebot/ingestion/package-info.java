@NullMarked
package org.citebot.ingestion;

import org.jspecify.annotations.NullMarked;
