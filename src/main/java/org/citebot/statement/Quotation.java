package org.citebot.statement;

import org.citebot.language.TextSpan;

/**
 * A stretch between quotation marks, outermost only.
 *
 * @param span marks included
 * @param closed whether it has its closing mark; one without goes on in the next paragraph
 */
record Quotation(TextSpan span, boolean closed) {}
