/**
 * Who said what: {@link org.citebot.statement.StatementExtractor} finds the {@link org.citebot.statement.Statement}s of a
 * document version by rules, without a parser or a model.
 *
 * <p>The way of a text: paragraphs; in each the quotations; sentences, of which none ends inside a quotation; tokens, of
 * which a quotation is one. Then every word that can mark an attribution, a verb or a noun of speech, "according to", a
 * colon, is asked for its speaker and its content, each on its own, so that a statement inside a statement comes out too.
 * At last the speakers' words are led back to the names in the document, in the order of the text.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Quotation marks do not make a statement: titles, nicknames and slogans have them too. Only a quotation that is a
 *       whole sentence, or that an attribution points at, is speech.
 *   <li>A closing single quotation mark is an apostrophe as well; a quotation over several paragraphs opens in each and
 *       closes in the last.
 *   <li>There is no tagger: whether a clause has a verb is guessed from small classes of words ({@code words.txt}).
 *   <li>A pronoun that fits two people has no speaker: nobody's words are put into somebody's mouth.
 * </ul>
 */
@NullMarked
package org.citebot.statement;

import org.jspecify.annotations.NullMarked;
