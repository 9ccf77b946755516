/** Tests of the models, against a server of our own over real HTTP, and against a real file where there is one. */
@NullMarked
package org.citebot.answering.model;

import org.jspecify.annotations.NullMarked;
