package org.citebot.answering.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the server does with one request. */
public sealed interface Behaviour {

    /** It answers properly. */
    record Writes(Writer writer) implements Behaviour {}

    /** It thinks for so long, then does something. */
    record Slow(Duration time, Behaviour then) implements Behaviour {}

    /** It answers properly, a byte at a time with such a pause after each; in a stream, a word at a time. */
    record Trickles(Writer writer, Duration pause) implements Behaviour {}

    /** It takes the request and says nothing, for so long. */
    record Hangs(Duration time) implements Behaviour {}

    /**
     * It answers with an error, and repeats the key and the question in it, as some do.
     *
     * @param retryAfter when it wants to be asked again; null if it does not say
     */
    record Refuses(int status, @Nullable Duration retryAfter) implements Behaviour {}

    /** The connection breaks in the middle of the answer. */
    record Cuts(Writer writer) implements Behaviour {}

    /** It answers 200 with this body instead of the proper one. */
    record Answers(String body) implements Behaviour {}

    /** A model that writes this whatever it is asked. */
    static Behaviour says(String text) {
        return new Writes(prompt -> text);
    }

    /** A model that answers from its passages and cites them. */
    static Behaviour good() {
        return new Writes(Writer.quoting());
    }

    /** 429, to be asked again after so long. */
    static Behaviour tooMany(Duration retryAfter) {
        return new Refuses(429, retryAfter);
    }

    /** An error of the server's own. */
    static Behaviour broken() {
        return new Refuses(500, null);
    }

    /** 200 and nothing. */
    static Behaviour empty() {
        return new Answers("");
    }

    /** 200 and something else. */
    static Behaviour wrongJson() {
        return new Answers("{\"object\": \"something else\", \"choices\": 7}");
    }
}
