package org.citebot.answering;

import java.util.List;
import org.citebot.corpus.ContentHash;
import org.citebot.retrieval.RankedPassage;

/**
 * What a model was asked, what it wrote, and what became of that.
 *
 * @param model its name
 * @param prompt the name of the prompt
 * @param hash of the prompt's file
 * @param passages those it was given, numbered from 1 in this order
 * @param reply as it came
 * @param sentences the parsed reply; empty where there is none
 */
public record Writing(
        String model,
        String prompt,
        ContentHash hash,
        List<RankedPassage> passages,
        ModelReply reply,
        List<SentenceCheck> sentences) {

    public Writing {
        passages = List.copyOf(passages);
        sentences = List.copyOf(sentences);
    }
}
