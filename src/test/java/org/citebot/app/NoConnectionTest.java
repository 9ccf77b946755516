package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.citebot.FaultReport;
import org.citebot.Project;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is called whom the settings do not name. */
@Tag("faults")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoConnectionTest {

    /** What any program on Linux is made of; nothing in there opens connections by itself. */
    private static final String SYSTEM_LIBRARY = ".*/(ld-[^/]*|lib(c|m|dl|rt|pthread|stdc\\+\\+|gcc_s|z)[-.][^/]*)";

    private static final String OURS = ".*/(libonnxruntime|libonnxruntime4j_jni|[^/]*libsqlitejdbc)\\.so";

    private static final long CHAT = 7;

    private List<String> printed = List.of();

    private Path home = Path.of("");

    @BeforeAll
    void runAProcess(@TempDir Path folder, @TempDir Path services) throws IOException, InterruptedException {
        home = folder;
        Path seeds = Files.createDirectories(home.resolve("seeds"));
        try (Stream<Path> files = Files.list(Project.root().resolve("seeds"))) {
            for (Path file : files.toList()) {
                Files.copy(file, seeds.resolve(file.getFileName().toString()));
            }
        }
        printed = RecordedProcess.run(home, services);
    }

    @Test
    void fromStartToAnswerNobodyIsCalled() {
        assertThat(between("", "answered 0"))
                .filteredOn(line -> line.startsWith(RecordedProcess.ATTEMPT))
                .isEmpty();
    }

    @Test
    void theDoctorCallsTheBotApiOfTheSettingsAlone() {
        assertThat(between("answered 0", "doctor 1"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).startsWith(RecordedProcess.ATTEMPT).endsWith("127.0.0.1:9"));
    }

    @Test
    void theBotCallsTheBotApiOfTheSettingsAlone() {
        assertThat(between("doctor 1", "run 1"))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).startsWith(RecordedProcess.ATTEMPT).endsWith("127.0.0.1:9"));
    }

    @Test
    @EnabledIfSystemProperty(named = "citebot.faults", matches = "true", disabledReason = "it takes some seconds")
    void fromStartToAnAnswerOnTelegramTheBotApiOfTheSettingsAloneIsCalled(@TempDir Path services)
            throws IOException, InterruptedException {
        try (FakeTelegramServer server = new FakeTelegramServer()) {
            server.openPrivateChat(CHAT);
            server.say(CHAT, "what did ISW say?");
            Process process = RecordedProcess.start(
                    services,
                    RecordedBot.class,
                    home.toString(),
                    server.url().toString(),
                    server.token().reveal());
            long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (server.messages(CHAT).isEmpty() && process.isAlive() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            process.getOutputStream().write('.');
            process.getOutputStream().close();
            List<String> lines = RecordedProcess.printed(process, services);

            assertThat(server.messages(CHAT)).as(lines.toString()).isNotEmpty();
            assertThat(server.messages(CHAT).getFirst().text()).contains("[1]");
            List<String> attempts = lines.stream()
                    .filter(line -> line.startsWith(RecordedProcess.ATTEMPT))
                    .toList();
            assertThat(attempts)
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("127.0.0.1:" + server.url().getPort()));
            FaultReport.note(
                    "R53",
                    "all connections and look-ups of names of 'run' from its start to an answer, the model included",
                    attempts.size() + " connections, all to the Bot API of the settings; 'ask' and 'doctor' likewise");
        }
    }

    @Test
    void everyWayToConnectIsSeen() {
        assertThat(between("run 1", "end"))
                .containsExactly(
                        RecordedProcess.ATTEMPT + "name name.invalid",
                        RecordedProcess.ATTEMPT + "channel",
                        RecordedProcess.ATTEMPT + "datagrams");
    }

    @Test
    void noLibraryIsLoadedThatCouldCallBehindJavasBack() {
        List<String> libraries = printed.stream()
                .filter(line -> line.startsWith(RecordedProcess.LIBRARY))
                .map(line -> line.substring(RecordedProcess.LIBRARY.length()))
                .filter(library -> !library.startsWith(System.getProperty("java.home")))
                .toList();
        assumeFalse(libraries.isEmpty(), "this system has no /proc/self/maps to tell the loaded libraries");
        assertThat(libraries)
                .anyMatch(library -> library.contains("onnxruntime"))
                .anyMatch(library -> library.contains("sqlite"))
                .allMatch(library -> library.matches(SYSTEM_LIBRARY) || library.matches(OURS));
    }

    /** What was printed between two steps. */
    private List<String> between(String from, String to) {
        int begin = from.isEmpty() ? -1 : printed.indexOf(RecordedProcess.STEP + from);
        int end = printed.indexOf(RecordedProcess.STEP + to);
        assertThat(end).as("%s in %s", to, printed).isGreaterThan(begin);
        return printed.subList(begin + 1, end);
    }
}
