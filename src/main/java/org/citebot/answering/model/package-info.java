/**
 * The language models that can be configured: servers behind LangChain4j's chat models, or a GGUF file run in this
 * process; and what stands around each of them: one deadline, a few retries, a circuit breaker and a budget.
 *
 * <p>LangChain4j is used for the shapes of the requests alone. Its own retries are off, its exceptions are translated
 * once, in {@code ChatModelCall}, and requests go through an HTTP client of ours: LangChain4j's loses the Retry-After
 * header, reads answers of any length, and offers HTTP/2 to local servers that break on the offer.
 *
 * <p>Where somebody wants to read along, a call tells the text so far while it is written. It is the same call for the
 * guards; a second attempt tells nothing, since it begins anew.
 *
 * <p>What a server says in an error is logged nowhere: it may repeat the key, or the question.
 */
@NullMarked
package org.citebot.answering.model;

import org.jspecify.annotations.NullMarked;
