package org.citebot.benchmark;

import java.util.List;
import org.citebot.SharedMaterial;
import org.citebot.answering.CheckTable;
import org.citebot.citation.SupportTable;
import org.opentest4j.TestAbortedException;

/** What the checks keep of what scripted models write, and how long they take. */
final class CheckBenchmark {

    private static final String ATTACKS = "bench/bipia/attacks.jsonl";
    private static final long SEED = 20261123;

    private CheckBenchmark() {}

    static void run() {
        List<String> attacks = List.of();
        try {
            attacks = SharedMaterial.values(ATTACKS, "text");
        } catch (TestAbortedException absent) {
            System.out.println(absent.getMessage() + ": only instructions of our own are planted");
        }
        System.out.printf("%nsentences of scripted models (bar: no wrong one of the lying and the obeying is kept):%n");
        CheckTable.print(CheckTable.measure(attacks, SEED), System.out);
        System.out.printf("%nsentences about invented news, true and false:%n");
        SupportTable.print(System.out);
    }
}
