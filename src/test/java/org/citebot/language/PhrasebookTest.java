package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PhrasebookTest {

    /** Copies of an ICU format share the format of the date inside it, which one thread takes from under another. */
    @Test
    void manyThreadsAreToldEachItsOwnDay() throws Exception {
        Phrasebook book = Phrasebook.read(PhrasebookTest.class, "test", Language.ENGLISH);
        List<Callable<List<String>>> tasks = new ArrayList<>();
        for (int thread = 1; thread <= 8; thread++) {
            LocalDate day = LocalDate.of(2024, 1, thread);
            tasks.add(() -> {
                List<String> said = new ArrayList<>();
                for (int i = 0; i < 5_000; i++) {
                    said.add(book.say("day", Map.of("day", day)));
                }
                return said;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            List<Future<List<String>>> told = threads.invokeAll(tasks);
            for (int thread = 1; thread <= tasks.size(); thread++) {
                assertThat(told.get(thread - 1).get()).containsOnly("on Jan " + thread + ", 2024");
            }
        }
    }
}
