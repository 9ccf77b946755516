package org.citebot.answering;

import java.util.List;

/**
 * What became of one sentence that a model wrote.
 *
 * @param text without its markers
 * @param cited the passages it names, counted from 1, as it names them
 * @param kept whether it is said
 * @param why in a few words
 */
public record SentenceCheck(String text, List<Integer> cited, boolean kept, String why) {

    public SentenceCheck {
        cited = List.copyOf(cited);
    }
}
