/**
 * Documents, their versions and passages, and the store that keeps them.
 *
 * <p>The store is one SQLite file, and the truth: what it has acknowledged survives {@code kill -9} and a power cut
 * (WAL, {@code synchronous=FULL}), which a search index does not promise at that price. Everything else is derived from
 * it and says which state of it it reflects: each change that answers can see raises the store's
 * {@linkplain org.citebot.corpus.CorpusStore#revision revision}. Any process may write; transactions of several wait for
 * each other.
 *
 * <p>A document has an id that lasts, versions that never change, and an origin: the folder that it is kept in step
 * with, or the person who added it. A file gives its document a new version when its <em>content</em> changes, and only
 * then; until then what a person did to the document stays, even if the file is renamed.
 *
 * <p>With a version lies what rules read out of its text ({@link org.citebot.corpus.Extract}): derived, and here without a
 * meaning. A row of it that is damaged counts as missing.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>Every offset counts UTF-16 units of the stored text of one version. SQLite's {@code length} counts code points.
 *   <li>Revisions of two stores do not compare: a file that was deleted and made again begins at 0. Whoever remembers a
 *       revision remembers the name of the store with it ({@link org.citebot.corpus.CorpusChanges}). A backup has the
 *       name of its original, and lies behind it.
 *   <li>Every transaction takes the write lock when it begins, because one that turns from reading to writing fails
 *       instead of waiting. So what only reads is one statement, not a transaction.
 *   <li>SQLite has no checksums: each version carries a hash of all its columns, and one that does not match is never
 *       served ({@link org.citebot.corpus.DamagedStoreException}).
 *   <li>Neither Flyway nor the change of a fresh file to WAL waits for another process that does the same: a lock file
 *       beside the database lets one in at a time.
 *   <li>Pragmas belong to a connection, not to the file: connections come from {@link org.citebot.corpus.Database} alone.
 * </ul>
 */
@NullMarked
package org.citebot.corpus;

import org.jspecify.annotations.NullMarked;
