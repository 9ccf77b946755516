package org.citebot.statement;

/** Gives the words of an English sentence their parts of speech, after the Penn Treebank. For many threads. */
interface Tagger {

    /** The same sentence with tags. */
    Sentence tag(Sentence sentence);
}
