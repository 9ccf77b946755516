/** Tests of retrieval, over small corpora made for each test. */
@NullMarked
package org.citebot.retrieval;

import org.jspecify.annotations.NullMarked;
