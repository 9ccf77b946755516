package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.citebot.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process holds the writer of an index, another reads beside it. */
class SharedIndexTest {

    @TempDir
    Path folder;

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
}
