package org.citebot.benchmark;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.citebot.index.Embedder;
import org.citebot.index.OnnxEmbedder;
import org.citebot.index.ReferenceModel;

/** Our embedder against LangChain4j's {@code embedAll}: same model, same texts, same run. */
final class EmbeddingBenchmark {

    private static final int ROUNDS = 6;
    private static final List<String> WORDS = List.of(
            "the",
            "army",
            "said",
            "that",
            "reconnaissance",
            "of",
            "border",
            "and",
            "new",
            "decree",
            "in",
            "president",
            "mobilisation",
            "to",
            "analysts",
            "warned",
            "winter",
            "reserve",
            "a",
            "general",
            "Tuesday",
            "troops",
            "by",
            "infrastructure",
            "on",
            "ministry",
            "with",
            "report",
            "officials",
            "have",
            "near",
            "command",
            "2026");

    private EmbeddingBenchmark() {}

    static void run(Path directory) {
        try (Embedder embedder = OnnxEmbedder.load(directory)) {
            // First, because the process has one ONNX Runtime and the other model takes it as it is.
            embedder.embedQuestion("");
            EmbeddingModel reference = ReferenceModel.load();
            compare("passages of 115 words", embedder, reference, texts(60, 115));
            compare("sentences of 20 words", embedder, reference, texts(240, 20));
        }
    }

    private static void compare(String what, Embedder embedder, EmbeddingModel reference, List<String> texts) {
        Function<List<String>, List<float[]>> theirs = some -> embedAll(reference, some);
        List<String> warmUp = texts.subList(0, 20);
        Timed.of(embedder::embedAll, warmUp);
        Timed.of(theirs, warmUp);

        List<Double> ourRates = new ArrayList<>();
        List<Double> theirRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long different = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Timed ours;
            Timed other;
            if (round % 2 == 0) {
                ours = Timed.of(embedder::embedAll, texts);
                other = Timed.of(theirs, texts);
            } else {
                other = Timed.of(theirs, texts);
                ours = Timed.of(embedder::embedAll, texts);
            }
            ourRates.add(ours.rate());
            theirRates.add(other.rate());
            ratios.add(ours.rate() / other.rate());
            different += IntStream.range(0, texts.size())
                    .filter(i -> !Arrays.equals(
                            ours.vectors().get(i), other.vectors().get(i)))
                    .count();
        }
        System.out.printf("%n%s, a second:%n", what);
        System.out.printf("  OnnxEmbedder  %s%n", new Samples(ourRates));
        System.out.printf("  LangChain4j   %s%n", new Samples(theirRates));
        System.out.printf("  ratio         %s  (bar: 1.30)%n", new Samples(ratios));
        System.out.printf("  vectors that differ in any bit: %d of %d%n", different, texts.size() * ROUNDS);
    }

    private static List<float[]> embedAll(EmbeddingModel model, List<String> texts) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    private static List<String> texts(int count, int words) {
        Random random = new Random(20261123);
        return IntStream.range(0, count)
                .mapToObj(text -> String.join(
                        " ",
                        random.ints(words, 0, WORDS.size()).mapToObj(WORDS::get).toList()))
                .toList();
    }

    private record Timed(List<float[]> vectors, Duration duration) {

        static Timed of(Function<List<String>, List<float[]>> embed, List<String> texts) {
            long start = System.nanoTime();
            List<float[]> vectors = embed.apply(texts);
            return new Timed(vectors, Duration.ofNanos(System.nanoTime() - start));
        }

        double rate() {
            return vectors.size() * 1e9 / duration.toNanos();
        }
    }
}
