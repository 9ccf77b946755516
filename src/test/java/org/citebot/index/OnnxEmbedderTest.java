package org.citebot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.citebot.language.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEmbedderTest {

    private static final List<String> TEXTS = List.of(
            "what did ISW say?",
            "x",
            "The decree created a new command, and the ministry declined to say how many troops it would hold.",
            "Что сказал институт? 東京 👍🏽",
            "A long account of what happened on the border that day. ".repeat(12),
            "Far beyond what the model looks at, word after word after word. ".repeat(100));

    @TempDir
    static Path directory;

    private OnnxEmbedder embedder;

    @BeforeAll
    void load() {
        embedder = OnnxEmbedder.load(directory);
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Test
    void wordsHaveVectorsThatTellWhatTheyMeanWhereTheyStand() {
        String text = "They fished from the bank of the river.";
        WordVectors words = embedder.words(text);
        assertThat(words.spans()).extracting(span -> span.in(text)).startsWith("They", "fished", "from");
        int bank = 4;
        assertThat(words.spans().get(bank).in(text)).isEqualTo("bank");
        assertThat(words.nearest(bank, words)).isCloseTo(1, within(1e-5));
        assertThat(words.nearest(bank, embedder.words("The shore was muddy.")))
                .isGreaterThan(words.nearest(bank, embedder.words("Nobody voted.")));
    }

    @Test
    void ofATextThatIsTooLongNoWordsAreTold() {
        assertThat(embedder.words(TEXTS.getLast()).isEmpty()).isTrue();
    }

    @Test
    void givesTheVectorsOfLangChain4j() {
        EmbeddingModel reference = ReferenceModel.load();

        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(embedder.embedPassage(text))
                        .containsExactly(reference.embed(text).content().vector()));
    }

    @Test
    void givesTheSameVectorsManyAtATimeAsOneByOne() {
        List<float[]> together = embedder.embedAll(
                Stream.generate(() -> TEXTS).limit(3).flatMap(List::stream).toList());

        assertThat(together).hasSize(3 * TEXTS.size());
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).containsExactly(embedder.embedPassage(TEXTS.get(i % TEXTS.size())));
        }
    }

    @Test
    void givesVectorsOfLengthOneEvenForNothing() {
        for (String text : List.of("", " ", "word", "\u0000")) {
            float[] vector = embedder.embedQuestion(text);

            assertThat(vector).hasSize(embedder.dimensions());
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void putsAQuestionNearestToThePassageThatAnswersIt() {
        float[] question = embedder.embedQuestion("How many troops could be sent?");
        float[] answer = embedder.embedPassage("Another 30,000 soldiers may join the front, the general said.");
        float[] other = embedder.embedPassage("The bakery on the corner sells rye bread on Mondays.");

        assertThat(dot(question, answer)).isGreaterThan(dot(question, other));
    }

    @Test
    void knowsEnglishAlone() {
        assertThat(Stream.of(Language.values()).filter(embedder::knows)).containsExactly(Language.ENGLISH);
    }

    @Test
    void namesTheModelByItsContent() {
        assertThat(embedder.model()).matches("bge-small-en-v1.5-q/[0-9a-f]{8}/[0-9a-f]{8}/cls");
    }

    @Test
    void embedsNothingAfterItIsClosed(@TempDir Path own) {
        OnnxEmbedder closed = OnnxEmbedder.load(own);
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.embedQuestion("late")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.embedAll(List.of("late"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void waitsForRunningTextsWhenClosed(@TempDir Path own) throws InterruptedException {
        OnnxEmbedder closing = OnnxEmbedder.load(own);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread busy = Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    closing.embedPassage(TEXTS.getLast());
                    begun.countDown();
                }
            } catch (RuntimeException e) {
                end.set(e);
            }
        });
        begun.await();
        closing.close();
        busy.join();

        assertThat(end.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread busy = Thread.ofPlatform().start(() -> {
            try {
                embedder.embedAll(Stream.generate(TEXTS::getLast).limit(10_000).toList());
            } catch (RuntimeException e) {
                end.set(e);
            }
        });
        busy.interrupt();
        busy.join();

        assertThat(end.get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void saysInOneLineThatTheModelCannotBeUnpacked(@TempDir Path own) throws IOException {
        Path file = Files.writeString(own.resolve("file"), "no folder");
        OnnxEmbedder broken = OnnxEmbedder.load(file);

        assertThatThrownBy(() -> broken.embedQuestion("what?"))
                .isInstanceOf(EmbeddingUnavailableException.class)
                .hasMessageContaining(file.toString())
                .hasMessageEndingWith("answers by words alone")
                .message()
                .hasLineCount(1);
        broken.close();
    }

    @Test
    void saysInOneLineThatThereIsNoEmbeddingOnThisPlatform(@TempDir Path own) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dos.arch=ppc64",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        own.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output.strip())
                .matches("No embedding: ONNX Runtime has no library for .*ppc64; answers by words alone");
    }

    /** Without what keeps ONNX Runtime alive, more than half of such processes crash. */
    @ParameterizedTest
    @ValueSource(ints = {200, 250, 300, 350, 400, 450})
    void letsAProcessEndWhileTheModelIsLoaded(int milliseconds) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:ErrorFile=" + directory.resolve("crash-%p.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndingChild.class.getName(),
                        directory.toString(),
                        Integer.toString(milliseconds))
                .redirectErrorStream(true)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(output).isEqualTo(3);
    }

    /** Ends itself in the middle of whatever it does. */
    static final class EndingChild {

        private EndingChild() {}

        @SuppressWarnings("resource") // That it is not closed is what is tested.
        public static void main(String[] arguments) throws InterruptedException {
            OnnxEmbedder.load(Path.of(arguments[0]));
            Thread.sleep(Integer.parseInt(arguments[1]));
            System.exit(3);
        }
    }

    /** Embeds a question in a process of its own, because a process starts ONNX Runtime once. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) {
            try (OnnxEmbedder embedder = OnnxEmbedder.load(Path.of(arguments[0]))) {
                System.out.println(embedder.embedQuestion("what?").length);
            } catch (EmbeddingUnavailableException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
