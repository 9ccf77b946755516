package org.citebot.citation;

import java.util.List;

/**
 * A sentence that a language model wrote.
 *
 * @param text without markers, markup and links; never blank
 * @param passages the numbers it cites, each once, in order; none of them need exist, 0 is one that cannot be read
 */
public record CitedSentence(String text, List<Integer> passages) {

    public CitedSentence {
        passages = List.copyOf(passages);
    }
}
