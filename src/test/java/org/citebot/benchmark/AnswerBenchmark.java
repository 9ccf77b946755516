package org.citebot.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;

/** How long a question takes once everything is loaded and warm. */
final class AnswerBenchmark {

    private static final int WARM_UP_ROUNDS = 30;
    private static final int ROUNDS = 40;

    private AnswerBenchmark() {}

    static void run(QuestionAnswerer answerer, List<String> questions, LocalDate today) {
        List<Double> milliseconds = new ArrayList<>();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            for (String question : questions) {
                long start = System.nanoTime();
                answerer.answer(Question.of(question, today));
                if (round >= WARM_UP_ROUNDS) {
                    milliseconds.add((System.nanoTime() - start) / 1e6);
                }
            }
        }
        Samples samples = new Samples(milliseconds);
        System.out.printf("%na warm answer, milliseconds, %d questions:%n", milliseconds.size());
        System.out.printf(
                "  p50 %.1f  p95 %.1f  (bar: 50)  max %.1f%n",
                samples.median(), samples.percentile(95), samples.percentile(100));
    }
}
