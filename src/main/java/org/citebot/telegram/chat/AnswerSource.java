package org.citebot.telegram.chat;

import org.citebot.answering.FollowUps;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.statement.SpeakerRegister;

/**
 * What the bot answers from.
 *
 * @param answerer answers questions that stand by themselves
 * @param followUps makes such questions of those that do not
 * @param corpus the documents that are cited
 * @param speakers who is quoted in them
 */
public record AnswerSource(QuestionAnswerer answerer, FollowUps followUps, CorpusStore corpus, Speakers speakers) {

    /** The same by another answerer. */
    public AnswerSource with(QuestionAnswerer other) {
        return new AnswerSource(other, followUps, corpus, speakers);
    }

    /** From one corpus, with conversations read by rules. */
    public static AnswerSource of(QuestionAnswerer answerer, CorpusStore corpus) {
        return new AnswerSource(
                answerer, new FollowUps(null), corpus, new Speakers(corpus, new SpeakerRegister(corpus)));
    }
}
