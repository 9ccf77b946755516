package org.citebot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {

    @Test
    void theReasonsAreCountedAndPrinted() {
        assertThat(summaryOf(Single.class, Whole.class, Parameters.class)).isEqualTo("""
                        7 tests skipped:
                          2 × Assumption failed: tired of 3
                          2 × the moon is full
                          3 × the whole class rests
                        """);
    }

    @Test
    void aSingleTestIsCalledOne() {
        assertThat(summaryOf(Alone.class)).isEqualTo("1 test skipped:\n  1 × just so\n");
    }

    @Test
    void aRunWithoutSkipsSaysSo() {
        assertThat(summaryOf(Passing.class)).isEqualTo("0 tests skipped.\n");
    }

    private static String summaryOf(Class<?>... classes) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        ClassSelector[] selectors =
                Stream.of(classes).map(type -> selectClass(type)).toArray(ClassSelector[]::new);
        LauncherFactory.create(config)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                                .build(),
                        new SkippedTests(new PrintStream(printed, true, UTF_8)));
        return printed.toString(UTF_8);
    }

    static class Single {
        @Test
        void passes() {}

        @Test
        @Disabled("the moon is full")
        void disabled() {}

        @Test
        void aborted() {
            abort("the moon is full\nand more");
        }
    }

    static class Whole {
        @BeforeAll
        static void rest() {
            abort("the whole class rests");
        }

        @Test
        void one() {}

        @Test
        void two() {}

        @Test
        void three() {}
    }

    static class Parameters {
        @ParameterizedTest
        @ValueSource(ints = {1, 3, 2, 3})
        void parameter(int number) {
            assumeTrue(number != 3, "tired of 3");
        }
    }

    static class Alone {
        @Test
        @Disabled("just so")
        void disabled() {}
    }

    static class Passing {
        @Test
        void passes() {}
    }
}
