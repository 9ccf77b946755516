/**
 * From a file to a stored document: parse, clean, split, store.
 *
 * <p>A file is decoded strictly, its front matter is read, its blocks become plain text without invisible characters,
 * and of that text the evidence is chosen: passages of sentences without titles, headings and page furniture. That
 * plain text is what is stored, and every offset counts in it; nothing may change it afterwards.
 *
 * <p>Traps: a Markdown file may begin with a rule ({@code ---}) that is no front matter; a page may be wrapped in one
 * form or named "sidebar" as a whole; a text without a title must not lose its first sentence to one.
 */
@NullMarked
package org.citebot.ingestion;

import org.jspecify.annotations.NullMarked;
