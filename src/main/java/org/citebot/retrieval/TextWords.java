package org.citebot.retrieval;

import java.util.Set;

/**
 * The words of a piece of a document.
 *
 * @param terms as its language stems them
 * @param keys their phonetic keys and the beginnings of these; empty where nobody asks for them
 */
record TextWords(Set<String> terms, Set<String> keys) {}
