/**
 * Questions that only make sense after others: what they ask by themselves, found by rules.
 *
 * <p>{@link org.citebot.answering.conversation.FollowUpRules} knows by a few closed word lists of five languages that a
 * message goes on with something, and puts the name, the topic or the days of the last question into it. Where it is not
 * sure it leaves the message alone: a question that was understood by itself must not change because of another one.
 */
@NullMarked
package org.citebot.answering.conversation;

import org.jspecify.annotations.NullMarked;
