/**
 * Who said what: {@link org.citebot.statement.StatementExtractor} finds the {@link org.citebot.statement.Statement}s of a
 * document version by rules over parts of speech.
 *
 * <p>The way of a text: paragraphs; in each the quotations; sentences, of which none ends inside a quotation; tokens, of
 * which a quotation is one; their tags, after the Penn Treebank. Over the tags noun phrases, verb groups and clauses are
 * read, and every verb or noun of speech, "according to" and quotation is asked for its speaker and its content, each on its
 * own, so that a statement inside a statement comes out too. At last the speakers' words are led back to the names in the
 * document, in the order of the text: {@link org.citebot.statement.SpeakerResolver} asks one class for each kind of words.
 * Names, offices and appositions make the directory of a document; pronouns and descriptions go to whom its sentences were
 * about, documents to who wrote them. Russian, Ukrainian and Belarusian have no tagger here: of them only plain
 * attributions that name their speaker are found, by words alone.
 *
 * <p>{@link org.citebot.statement.StatementArchive} keeps them beside the version in the store, written in one transaction
 * with it, under the make of the rules that read them: what other rules read is not served, and read again in the
 * background. {@link org.citebot.statement.SpeakerDirectory} tells, over all documents, which names are one speaker's; what
 * moderators decide about it is stored for good, and the rest made anew from the documents. A lone surname is that of the
 * only person who has it, unless a moderator said otherwise.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A sound finds speakers, and never makes two names one; a surname does so only where one person of all has it.
 *   <li>With the rules, {@link org.citebot.statement.StatementArchive}'s make has to change, or old statements stay.
 *   <li>Quotation marks do not make a statement: titles, nicknames and slogans have them too. Only a quotation that is a
 *       whole sentence, or that an attribution points at, is speech.
 *   <li>A closing single quotation mark is an apostrophe as well; a quotation over several paragraphs opens in each and
 *       closes in the last.
 *   <li>What a quotation holds is not tagged: to its sentence it is one word.
 *   <li>The tagger learned from a business newspaper of 1989 and knows neither "tweeted" nor a name that begins a sentence:
 *       a verb of speech is also known by its form.
 *   <li>Without the tagger's model the words are tagged by lists and endings: faster, and worse at speakers. Only the
 *       benchmark does so, to show what the model buys.
 *   <li>A pronoun goes to whom the text was about last, and to nobody where two persons fit equally; never to whom its own
 *       statement names behind it. A quotation alone in its paragraph is the other one's if it is a short reply to a question.
 *   <li>A name that two persons bear who came together is nobody's. Other weights for that, each by itself, found no more on
 *       the tuning articles.
 * </ul>
 */
@NullMarked
package org.citebot.statement;

import org.jspecify.annotations.NullMarked;
