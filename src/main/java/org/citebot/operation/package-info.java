/**
 * What those who run the bot look at: figures for Prometheus and the state of health. The only package that imports
 * Micrometer. No figure and no check holds a question, a name, a number of a person or chat, or a secret.
 */
@NullMarked
package org.citebot.operation;

import org.jspecify.annotations.NullMarked;
