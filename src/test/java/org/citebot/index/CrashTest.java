package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.citebot.ChildProcess;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store has acknowledged survives {@code kill -9}, and the index catches up. */
class CrashTest {

    private static final int ROUNDS = 5;
    private static final int MOST_DOCUMENTS = 60;

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedDocumentIsLost() throws Exception {
        long seed = System.nanoTime();
        System.out.println("CrashTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> acknowledged;
            try (ChildProcess child =
                    ChildProcess.start(IndexingProcess.class, folder.toString(), "round" + round, "1000000")) {
                acknowledged = child.read(1 + random.nextInt(MOST_DOCUMENTS));
                child.kill();
                assertThat(acknowledged).as(child.errors()).isNotEmpty();
            }
            assertStoredAndFound(acknowledged);
        }
    }

    @Test
    void anotherProcessReadsWhatThisOneCommitsAndWritesWhenThisOneHasClosed() throws Exception {
        try (TestCorpus corpus = TestCorpus.open(folder, new CountingEmbedder())) {
            corpus.put("a", "The border.");
            corpus.indexer().catchUp();
            assertThat(ofOther("border")).containsExactly("false", "a@1#0");
        }
        assertThat(ofOther("border")).containsExactly("true", "a@1#0");
    }

    private List<String> ofOther(String question) throws Exception {
        try (ChildProcess child = ChildProcess.start(SearchingProcess.class, folder.toString(), question)) {
            List<String> lines = child.read(Integer.MAX_VALUE);
            assertThat(child.waitFor()).as(child.errors()).isZero();
            return lines;
        }
    }

    private void assertStoredAndFound(List<String> acknowledged) {
        try (TestCorpus corpus = TestCorpus.open(folder, new CountingEmbedder())) {
            corpus.indexer().catchUp();

            assertThat(corpus.index().revision()).isEqualTo(corpus.store().revision());
            assertThat(corpus.store().list())
                    .extracting(DocumentSummary::id)
                    .containsAll(acknowledged.stream().map(DocumentId::new).toList());
            corpus.store()
                    .list()
                    .forEach(document -> assertThat(corpus.find("\"" + document.id() + "\""))
                            .as("%s", document.id())
                            .contains(document.id() + "@1#0"));
            assertThat(corpus.index().size()).isEqualTo(corpus.store().list().size());
        }
    }
}
