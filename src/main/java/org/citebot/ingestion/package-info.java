/**
 * From a file to a stored document: parse, clean, split, store; and a folder kept in step with its documents.
 *
 * <p>A file is decoded strictly, its front matter is read, its blocks become plain text without invisible characters,
 * and of that text the evidence is chosen: passages of sentences without titles, headings and page furniture. That
 * plain text is what is stored, and every offset counts in it; nothing may change it afterwards.
 *
 * <p>A folder is compared with what was last seen of it: size and time stamp first, then the content. What is gone is
 * removed, but only what is certainly gone: a folder that cannot be read takes nothing with it.
 *
 * <p>Traps: a Markdown file may begin with a rule ({@code ---}) that is no front matter; a page may be wrapped in one
 * form or named "sidebar" as a whole; a text without a title must not lose its first sentence to one. A file may change
 * twice within one time stamp; a file that is being written is broken for a moment, so it leaves its last good version;
 * files may pass their ids around among each other; links may go in circles.
 */
@NullMarked
package org.citebot.ingestion;

import org.jspecify.annotations.NullMarked;
