package org.citebot.answering;

import java.util.List;
import org.citebot.citation.Citation;

/** What comes of having a model write an answer. */
sealed interface Composition {

    /** How it came about. */
    Writing writing();

    /**
     * It wrote something that its passages prove.
     *
     * @param sentences what is left of it; never empty
     * @param citations numbered from 1 in the order in which the sentences use them
     */
    record Written(List<AnswerSentence> sentences, List<Citation> citations, Writing writing) implements Composition {}

    /** It says that the passages do not answer. */
    record NotInSources(Writing writing) implements Composition {}

    /**
     * Nothing of it can be said.
     *
     * @param reason why people are given quotations instead
     */
    record Nothing(Notice.Quoted.Reason reason, Writing writing) implements Composition {}
}
