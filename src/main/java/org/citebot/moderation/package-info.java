/**
 * Who may change the corpus, and how a document comes into it: proposed, looked at, decided.
 *
 * <p>Everything here lies in the file of the corpus, so that a change, who made it and its line in the audit log become
 * durable together. Whether a person may act is read in the transaction that acts: who was demoted a moment ago cannot
 * finish what was begun before. People are opaque ids; making sure that a real person stands behind one is up to whoever
 * calls.
 *
 * <p>Traps:
 *
 * <ul>
 *   <li>A transaction holds the lock that every writer waits for: files are read and compared before it begins, and what
 *       was found is checked again inside where it may have changed.
 *   <li>A proposal keeps the bytes as they came and is read anew each time: the edits stand beside them.
 *   <li>The file of heads is written after the commit, since a head must not name what was never stored. After a crash it
 *       may lag behind the log; the next line makes up for it.
 * </ul>
 */
@NullMarked
package org.citebot.moderation;

import org.jspecify.annotations.NullMarked;
