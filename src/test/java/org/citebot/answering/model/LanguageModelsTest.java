package org.citebot.answering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.answering.model.ModelFixture.CANARY;
import static org.citebot.answering.model.ModelFixture.LONG;
import static org.citebot.answering.model.ModelFixture.PROMPT;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.citebot.answering.LanguageModel;
import org.citebot.answering.ModelReply;
import org.citebot.answering.fake.Behaviour;
import org.citebot.answering.fake.FakeModelServer;
import org.citebot.answering.fake.Writer;
import org.citebot.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** What holds for every model that can be configured, whatever its server does. */
@ResourceLock("log")
class LanguageModelsTest {

    @TempDir
    private Path data = Path.of("");

    @Test
    void withoutAModelNothingIsOpened() throws IOException {
        ModelSettings none = ModelSettings.read(Settings.load(Path.of("absent.yaml"), Map.of()), data);

        assertThat(LanguageModels.open(none, data, Clock.systemUTC())).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void everyQuestionEndsInTimeWhateverTheServerDoes() {
        long seed = new Random().nextLong();
        System.out.println("LanguageModelsTest: seed " + seed);
        Duration within = Duration.ofMillis(600);
        long slowest = 0;
        try (FakeModelServer server = new FakeModelServer()) {
            server.random(seed, behaviours(within));
            for (int i = 0; i < 6; i++) {
                // A model of its own each time, because a resting one would call no server.
                Path folder = data.resolve("run " + i);
                try (LanguageModel model =
                        ModelFixture.open(ModelFixture.settings(ModelProvider.OPENAI, server.url()), folder)) {
                    for (int j = 0; j < 3; j++) {
                        long begun = System.nanoTime();
                        assertThat(model.write(PROMPT, within)).isNotNull();
                        slowest = Math.max(slowest, System.nanoTime() - begun);
                    }
                }
            }
            assertThat(server.requests()).isGreaterThan(6);
        }
        System.out.println("The slowest of 18 questions of 600 ms took " + slowest / 1_000_000 + " ms");
        assertThat(Duration.ofNanos(slowest)).as("seed %d", seed).isLessThan(within.plusSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelProvider.class,
            names = {"OPENAI", "OLLAMA", "ANTHROPIC", "GEMINI"})
    void theKeyAndTheQuestionAreInNoLogAndNoReply(ModelProvider provider) {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        List<Appender<ILoggingEvent>> others = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        Level before = root.getLevel();
        logs.start();
        root.addAppender(logs);
        root.setLevel(Level.TRACE);
        List<ModelReply> replies = new ArrayList<>();
        ModelSettings nowhere = ModelFixture.settings(provider, URI.create("http://nowhere.invalid"));
        try (FakeModelServer server = new FakeModelServer()) {
            List<Behaviour> all = new ArrayList<>(behaviours(Duration.ofMillis(500)));
            for (int status : new int[] {400, 401, 403, 404, 429, 500}) {
                all.add(new Behaviour.Refuses(status, null));
            }
            for (Behaviour behaviour : all) {
                server.always(behaviour);
                try (LanguageModel model = ModelFixture.open(ModelFixture.settings(provider, server.url()), data)) {
                    replies.add(model.write(PROMPT, Duration.ofMillis(700)));
                }
            }
            try (LanguageModel model = ModelFixture.open(nowhere, data)) {
                replies.add(model.write(PROMPT, Duration.ofSeconds(2)));
            }
        } finally {
            root.detachAppender(logs);
            others.forEach(root::addAppender);
            root.setLevel(before);
        }
        String text = List.copyOf(logs.list).stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .collect(Collectors.joining("\n"));
        assertThat(text).contains("HTTP 401").doesNotContain(CANARY).doesNotContain("How many bridges");
        assertThat(replies.toString()).doesNotContain(CANARY);
        assertThat(nowhere.toString()).contains("***").doesNotContain(CANARY);
    }

    @ParameterizedTest
    @EnumSource(
            value = ModelProvider.class,
            names = {"OPENAI", "OLLAMA", "ANTHROPIC", "GEMINI"})
    void onlyTheConfiguredHostIsCalled(ModelProvider provider) {
        ProxySelector before = ProxySelector.getDefault();
        Set<String> called = ConcurrentHashMap.newKeySet();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                called.add(uri.getHost() + ":" + uri.getPort());
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        });
        try (FakeModelServer server = new FakeModelServer();
                LanguageModel model = ModelFixture.open(ModelFixture.settings(provider, server.url()), data)) {
            model.write(PROMPT, LONG);

            assertThat(called).containsExactly(server.url().getAuthority());
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    private static List<Behaviour> behaviours(Duration within) {
        return List.of(
                Behaviour.good(),
                new Behaviour.Slow(within.multipliedBy(2), Behaviour.good()),
                new Behaviour.Trickles(Writer.quoting(), Duration.ofMillis(50)),
                new Behaviour.Hangs(within.multipliedBy(3)),
                Behaviour.tooMany(Duration.ofSeconds(1)),
                Behaviour.broken(),
                new Behaviour.Cuts(Writer.quoting()),
                Behaviour.empty(),
                Behaviour.wrongJson(),
                new Behaviour.Writes(Writer.lying(7)),
                new Behaviour.Writes(Writer.obeying()),
                new Behaviour.Writes(Writer.ignoringTheFormat()));
    }
}
