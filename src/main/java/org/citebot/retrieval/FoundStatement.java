package org.citebot.retrieval;

import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.statement.SpeakerMatch;
import org.citebot.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that may answer a question.
 *
 * @param version where it stands
 * @param passage that holds its beginning
 * @param match how the question's words led to the speaker; null where the question names none
 * @param topic how much of what the question is about it holds, by how telling the words are, from 0 to 1
 * @param otherWay whether the topic denies what it affirms, or the other way round
 */
public record FoundStatement(
        DocumentVersion version,
        Passage passage,
        Statement statement,
        @Nullable SpeakerMatch match,
        double topic,
        boolean otherWay) {

    /**
     * How likely this is what the question asks for: the product of how surely its words mean the speaker, how much of its
     * topic the statement holds, and how far the rule that read the statement can be trusted. Each is 1 where nothing is
     * asked of it. A judgement: it is fitted on nothing.
     */
    public double confidence() {
        return (match == null ? 1 : match.how().certainty()) * topic * statement.confidence();
    }
}
