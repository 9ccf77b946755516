package org.citebot.telegram;

import java.time.Instant;

/**
 * An update of the inbox that waits to be handled.
 *
 * @param id Telegram's number for it
 * @param chat the chat it belongs to
 * @param json as it came
 * @param received when it came
 * @param starts how often it has been taken up without coming to an end, this time included
 * @param postponements how often it was put off
 */
record StoredUpdate(long id, long chat, String json, Instant received, int starts, int postponements) {

    /** Whether it was in hand before when the process ended. */
    boolean isResumed() {
        return starts > 1;
    }

    /** The same, taken up once more. */
    StoredUpdate started() {
        return new StoredUpdate(id, chat, json, received, starts + 1, postponements);
    }
}
