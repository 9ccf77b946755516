package org.citebot.corpus;

import java.nio.file.Path;
import java.time.Clock;

/** A process that stores documents and prints the id of each when the store has acknowledged it. */
public final class StoringProcess {

    private StoringProcess() {}

    /** @param args the file of the store, the beginning of the ids, how many */
    public static void main(String[] args) {
        CorpusStore store = CorpusStore.open(Path.of(args[0]), Clock.systemUTC());
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            String id = args[1] + "-" + i;
            store.put(TestDocuments.english(id, "Document " + id + " tells of number" + i + "."), Origin.ADDED);
            System.out.println(id);
        }
    }
}
