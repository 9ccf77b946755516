package org.citebot.citation;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.citebot.citation.SupportSet.Example;

/** What the checker keeps of the set when a sentence may have more and more words of its own, and how long a check takes. */
public final class SupportTable {

    private static final double[] OWN_WORDS = {0, 0.1, 0.2, 0.3, 0.5};
    private static final int ROUNDS = 5;

    private SupportTable() {}

    /** Prints it in Markdown. */
    public static void print(PrintStream out) {
        SupportSet set = SupportSet.read();
        out.println("| own words | true kept | false kept | held out: true kept | false kept |");
        out.println("| --- | --- | --- | --- | --- |");
        for (double ownWords : OWN_WORDS) {
            SupportChecker checker = new SupportChecker(ownWords);
            out.printf(
                    Locale.ROOT,
                    "| %.1f | %.3f | %.3f | %.3f | %.3f |%n",
                    ownWords,
                    set.kept(checker, false, true),
                    set.kept(checker, false, false),
                    set.kept(checker, true, true),
                    set.kept(checker, true, false));
        }
        List<Double> times = milliseconds(set);
        out.printf(
                Locale.ROOT,
                "a check, milliseconds: p50 %.2f, p95 %.2f (bar: 20)%n",
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100));
    }

    private static List<Double> milliseconds(SupportSet set) {
        SupportChecker checker = new SupportChecker();
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // The rounds before the last warm up.
            times.clear();
            for (Example one : set.examples()) {
                long begun = System.nanoTime();
                checker.check(
                        one.sentence(), one.passage().version(), one.passage().passage());
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        Collections.sort(times);
        return times;
    }
}
