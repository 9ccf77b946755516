/** From a question to ranked passages and sentences. */
@NullMarked
package org.citebot.retrieval;

import org.jspecify.annotations.NullMarked;
