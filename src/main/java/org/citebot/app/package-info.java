/**
 * The commands: each reads its arguments, opens a {@link org.citebot.app.Session}, asks the packages below and prints.
 * What is printed for a program goes to standard output in UTF-8 and nothing else does; progress, remarks and failures
 * go to standard error, a line each, never with a stack trace unless {@code CITEBOT_LOG_LEVEL} is {@code DEBUG}.
 *
 * <p>Wiring is two constructors, {@link org.citebot.app.Session} for the store and {@link org.citebot.app.OpenCorpus}
 * for the index; both close in the opposite order.
 *
 * <p>Traps: the process must not end during an inference, which crashes ONNX Runtime, so whatever embeds for long is
 * wrapped in {@link org.citebot.app.EndInOrder}. The standard streams of Java have the locale's charset, which under
 * {@code LC_ALL=C} turns quotation marks into question marks. A question may begin with {@code @}, which picocli takes
 * for a file of arguments unless told not to.
 */
@NullMarked
package org.citebot.app;

import org.jspecify.annotations.NullMarked;
