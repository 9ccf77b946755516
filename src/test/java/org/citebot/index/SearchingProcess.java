package org.citebot.index;

import java.nio.file.Path;

/** A process that prints whether it may write the index, and what it finds. */
final class SearchingProcess {

    private SearchingProcess() {}

    /** @param args the folder of the corpus, a question */
    public static void main(String[] args) {
        try (TestCorpus corpus = TestCorpus.open(Path.of(args[0]), new CountingEmbedder())) {
            System.out.println(corpus.index().writable());
            corpus.find(args[1]).forEach(System.out::println);
        }
    }
}
