package org.citebot;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints at the end of a run how many tests skipped and why. JUnit finds it through META-INF/services. */
public final class SkippedTests implements TestExecutionListener {

    private final PrintStream out;
    /** Tests by their reason; JUnit may report from several threads. */
    private final Map<String, Long> skipped = new TreeMap<>();

    private @Nullable TestPlan plan;

    /** For JUnit: prints to standard output. */
    public SkippedTests() {
        this(System.out);
    }

    SkippedTests(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        skipped.clear();
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        count(test, reason);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED) {
            count(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
        }
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan finished) {
        out.print(summary());
        out.flush();
    }

    private void count(TestIdentifier test, String reason) {
        Set<TestIdentifier> below = plan == null ? Set.of() : plan.getDescendants(test);
        long tests = Stream.concat(Stream.of(test), below.stream())
                .filter(TestIdentifier::isTest)
                .count();
        skipped.merge(reason.lines().findFirst().orElse(""), Math.max(tests, 1), Long::sum);
    }

    private String summary() {
        long all = skipped.values().stream().mapToLong(Long::longValue).sum();
        String reasons = skipped.entrySet().stream()
                .map(entry -> "  " + entry.getValue() + " × " + entry.getKey() + "\n")
                .collect(Collectors.joining());
        return (all == 1 ? "1 test" : all + " tests") + " skipped" + (all == 0 ? ".\n" : ":\n" + reasons);
    }
}
