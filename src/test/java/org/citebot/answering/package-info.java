/** Tests of answering, over small corpora made for each test. */
@NullMarked
package org.citebot.answering;

import org.jspecify.annotations.NullMarked;
