package org.citebot.answering;

import java.util.List;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankedSentence;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about, for those who tune: what each step gave. What was not reached is empty.
 *
 * @param question as it was understood; null if there was none to understand
 * @param translation the question in the language of the documents, by a language model; null if none made one
 * @param passages found, best first
 * @param sentences of these passages, best first
 * @param writing what a language model made of them; null if none was asked
 */
public record Explanation(
        @Nullable AnalyzedQuestion question,
        @Nullable String translation,
        List<RankedPassage> passages,
        List<RankedSentence> sentences,
        @Nullable Writing writing) {

    /** Of a question that nothing was looked up for. */
    static final Explanation NONE = new Explanation(null, null, List.of(), List.of(), null);

    public Explanation {
        passages = List.copyOf(passages);
        sentences = List.copyOf(sentences);
    }

    static Explanation of(AnalyzedQuestion question) {
        return new Explanation(question, null, List.of(), List.of(), null);
    }
}
