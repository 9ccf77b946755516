/** A server of language models, over real HTTP on this machine, that can be good, bad and broken. */
@NullMarked
package org.citebot.answering.fake;

import org.jspecify.annotations.NullMarked;
