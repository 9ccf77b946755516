/** From ranked passages to an answer in which every sentence is cited. */
@NullMarked
package org.citebot.answering;

import org.jspecify.annotations.NullMarked;
