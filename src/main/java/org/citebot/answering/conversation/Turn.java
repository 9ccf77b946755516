package org.citebot.answering.conversation;

import java.util.List;

/**
 * A question of a conversation and what answered it.
 *
 * @param question as it stands by itself
 * @param said the words of the answer; perhaps empty
 * @param speakers those who are quoted in it, in order; perhaps empty
 */
public record Turn(String question, String said, List<String> speakers) {

    private static final int LONGEST = 1_000;

    public Turn {
        question = bounded(question);
        said = bounded(said);
        speakers = List.copyOf(speakers);
    }

    private static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
