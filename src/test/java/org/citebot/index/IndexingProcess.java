package org.citebot.index;

import java.nio.file.Path;

/** A process that stores documents, prints the id of each when it is acknowledged, and indexes and embeds meanwhile. */
final class IndexingProcess {

    private IndexingProcess() {}

    /** @param args the folder of the corpus, the beginning of the ids, how many */
    public static void main(String[] args) {
        try (TestCorpus corpus = TestCorpus.open(Path.of(args[0]), new CountingEmbedder())) {
            Thread.ofPlatform().daemon().start(() -> {
                while (true) {
                    corpus.indexer().catchUp();
                    corpus.indexer().embedDue(EmbeddingProgress.SILENT);
                }
            });
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                String id = args[1] + "x" + i;
                corpus.put(id, "The document " + id + " tells of the border.");
                System.out.println(id);
            }
        }
    }
}
