/**
 * From ranked passages to an answer in which every sentence is cited, or to an honest "the corpus does not say".
 *
 * <p>{@link org.citebot.answering.CorpusAnswerer} reads like the way of a question. What comes of it is an
 * {@link org.citebot.answering.Answer}: sealed, so that whoever shows one has to think of every outcome. Failures never
 * leave as exceptions, because a chat is at the other end, and their words say nothing of the inside. A question is
 * private: it is in no log and in no message but the answer to the person who asked.
 *
 * <p>A question about who said what goes to {@link org.citebot.answering.StatementAnswerer} first. What it finds is shown in
 * the words of the source, never in a model's: quotation marks stand only where the source has them, and a "did not say" is
 * shown with its whole sentence. Below its confidence the passages answer, and the answer says so.
 *
 * <p>A model is told its time and keeps to it. What cannot be told, such as a search that hangs, is cut off by
 * {@link org.citebot.answering.TimeLimitedAnswerer}, which every command answers through.
 */
@NullMarked
package org.citebot.answering;

import org.jspecify.annotations.NullMarked;
