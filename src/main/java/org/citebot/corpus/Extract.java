package org.citebot.corpus;

/**
 * What rules read out of the text of a document version, stored with it: who said what. It means something to the package
 * that reads it; here it is text.
 *
 * @param make tells the rules that read it from earlier and later ones
 * @param statements all that was read
 * @param speakers the part of it that a directory of all documents is made of
 */
public record Extract(String make, String statements, String speakers) {}
