package org.citebot.answering;

import java.util.List;
import org.citebot.statement.SpeechAct;
import org.jspecify.annotations.Nullable;

/**
 * What nobody who was asked about was found to have said.
 *
 * @param speakers their names as the documents, or the question, give them; never empty
 * @param act what they were asked to have done, such as to warn; null if to have said anything
 * @param subject what it is about
 * @param days the only days that were searched; null if all were
 */
public record Unsaid(
        List<String> speakers,
        @Nullable SpeechAct act,
        Subject subject,
        @Nullable Days days) {

    public Unsaid {
        speakers = List.copyOf(speakers);
    }

    /** What they were asked about. */
    public sealed interface Subject {

        /** About anything at all. */
        record Anything() implements Subject {}

        /** About the one point of the question. */
        record ThisPoint() implements Subject {}

        /** About a topic, in the words of the question. */
        record Topic(String words) implements Subject {}
    }
}
