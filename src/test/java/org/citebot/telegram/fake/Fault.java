package org.citebot.telegram.fake;

import java.time.Duration;

/** Something that goes wrong with one request. */
public sealed interface Fault {

    /** Refused, with a code such as 403 or 500. Nothing is done. */
    record Refused(int code, String description) implements Fault {}

    /** 429: nothing is done, and the bot is to be silent for a while. */
    record TooManyRequests(Duration retryAfter) implements Fault {}

    /** The connection breaks before anything is done. */
    record CutBefore() implements Fault {}

    /** It is done, but the connection breaks before the answer. */
    record CutAfter() implements Fault {}

    /** Nothing happens for so long, then the connection breaks. */
    record Hang(Duration time) implements Fault {}

    /** It is done, and answered with this body instead of the proper one. */
    record Answered(String body) implements Fault {}

    /** Nothing is done, and this body comes at once. */
    record AnsweredAtOnce(String body) implements Fault {}
}
