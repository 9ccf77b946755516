/**
 * From a question to ranked passages and sentences: {@link org.citebot.retrieval.QuestionAnalyzer} understands the
 * question, {@link org.citebot.retrieval.Retriever} finds passages by words and by meaning, each scored by both, and
 * those of documents that the first ones mention, {@link org.citebot.retrieval.SentenceRanker} ranks the sentences inside
 * the best ones, and {@link org.citebot.retrieval.Confidence} says how likely they answer.
 *
 * <p>Questions about who said what are recognised by the patterns of {@code statement-questions.txt} ({@link
 * org.citebot.retrieval.StatementQuestionReader}) and looked up among the statements ({@link
 * org.citebot.retrieval.StatementRetriever}). How sure one of them is, {@link
 * org.citebot.retrieval.FoundStatement#confidence()} says: a product of judgements, fitted on nothing.
 *
 * <p>What to know:
 *
 * <ul>
 *   <li>The index may be a moment behind the store. What it finds is read from the store, and a version that no longer
 *       answers is dropped there: what was removed is not cited, whatever the index says.
 *   <li>A question is analysed once for each language of the documents, because words are compared as the document's
 *       language stems them.
 *   <li>A question's names and numbers weigh more than their rarity tells: a sentence about something else with the same
 *       verbs is no answer, however near its vector.
 *   <li>In a document of another language a word of the question is known by its sound, and what does not sound alike may
 *       stand there in translation: {@link org.citebot.retrieval.QuestionWeigher} says what that is worth.
 *   <li>Dates are days of publication. Where no document has one, no words tell a window, because a question about an
 *       event names days too. What names days is found first, then the words around it ("since", "between") in a text in
 *       which one character stands for each ({@code MarkedQuestion}); the words themselves are in {@code date-words.txt}.
 *       A date that such words do not make a window of is a word like others: what was said on Monday is reported on
 *       Tuesday. Words such as "today" are arithmetic on the day of the question, never on the
 *       clock, so that the same question as of the same day has the same answer.
 *   <li>The ranking of sentences and the confidence are weighted sums of what {@link
 *       org.citebot.retrieval.SentenceFeature} and {@link org.citebot.retrieval.ConfidenceFeature} measure. The weights lie
 *       beside this package and tell what they were fitted on; {@code ./citebot fit} makes them again. After a change of
 *       what is measured they have to be.
 *   <li>Whether a sentence that holds all words of a question says what is asked, shows best at the words of the question
 *       that nothing in it is like, by the vectors of words in their context ({@link
 *       org.citebot.retrieval.WordComparison}). That takes an inference, so it is done for the best sentence alone and
 *       counts for the confidence, not for the ranking. Where no model tells, the confidence has weights of its own, fitted
 *       without it: those fitted on sets searched by words alone answered questions about news that nothing answers.
 *   <li>An amount or a time that is asked for and missing counts against an answer ({@link
 *       org.citebot.retrieval.TypeDemand}). The number of a day, of a year or of a place in an order is no amount, a sum of
 *       money has a currency or a magnitude, and a length of time has a unit of time or the day it began ({@code
 *       Amounts}). A missing name does not count: on the public sets more than half of the best sentences without one were
 *       right about "who" or "where".
 *   <li>A document is mentioned where its title stands in a text; headlines are not. So the second step serves corpora of
 *       articles about things, and costs others nothing.
 *   <li>An answer is made of passages that each say something of their own ({@code DistinctPassages}): a wire report in
 *       twelve outlets is one. A ranking of documents, as for an evaluation or a search, holds all twelve.
 *   <li>A cross-encoder, if the settings name one, judges the first passages last ({@link
 *       org.citebot.retrieval.PassageReranker}); sentences are ranked without it, by weights that were fitted without it.
 *   <li>A passage's score compares across questions: similarities are not scaled to the best that was found.
 *   <li>Vectors of single sentences come from the cache that was filled when the document was embedded; a sentence
 *       without one is judged by its words.
 * </ul>
 */
@NullMarked
package org.citebot.retrieval;

import org.jspecify.annotations.NullMarked;
