package org.citebot.telegram;

import java.time.Instant;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.chat.Place;
import org.citebot.telegram.chat.Words;
import org.jspecify.annotations.Nullable;

/**
 * A question on its way to its answer.
 *
 * @param target where the answer goes
 * @param place the conversation that it belongs to
 * @param person who asks, on whose account it is answered
 * @param words in which the asker is spoken to
 * @param update which brought it
 * @param origin what asks, the same where that is handled again
 * @param asked when
 * @param ask what
 * @param direct whether nobody else reads along
 * @param suggested whether it was not the asker who worded it, so that the answer has to show it
 */
record Asking(
        ReplyTarget target,
        Place place,
        PersonId person,
        Words words,
        StoredUpdate update,
        String origin,
        Instant asked,
        Intent.Ask ask,
        boolean direct,
        boolean suggested) {

    /** Names the draft of its answer; never 0, as numbers of messages are not. */
    @Nullable
    Integer draft() {
        return direct ? target.question() : null;
    }
}
