package org.citebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a project, with a Java and a Maven, that are scripts of this test. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a bash script")
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash", "dirname", "env", "find", "ln", "mkdir", "mktemp", "mv", "readlink", "rm", "sleep", "touch");

    /** Says what it was called with, or makes a cache where it is asked for one. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            for argument in "$@"; do
              case $argument in -XX:AOTCacheOutput=*) echo cache >"${argument#*=}"; echo noise; exit 3 ;; esac
            done
            echo "in $PWD"
            printf '%s\\n' "$@"
            exit 3
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo "maven on $JAVA_HOME"
            echo build >>builds
            sleep 0.3
            mkdir -p target && touch target/citebot.jar
            """;

    @TempDir
    Path directory;

    private Path project;
    private Path tools;
    private Path jdks;

    @BeforeEach
    void makeProject() throws IOException {
        directory = directory.toRealPath();
        project = Files.createDirectories(directory.resolve("a project"));
        tools = Files.createDirectories(directory.resolve("tools"));
        jdks = Files.createDirectories(directory.resolve("jdks"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path own = Path.of(Objects.requireNonNullElse(System.getenv("CITEBOT_PROJECT"), ""), "citebot");
        script(project.resolve("citebot"), Files.readString(own));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nexec '" + find(tool) + "' \"$@\"\n");
        }
        script(tools.resolve("mvn"), MAVEN);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk25() throws Exception {
        jdk("17", "17.0.15");
        jdk("250", "250.0.1");
        Result result = run(Map.of("JAVA_HOME", jdk("21", "21").toString()), "ask", "what?");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).singleElement().asString().contains("no JDK 25", "Temurin 25", "JAVA_HOME");
    }

    @Test
    void refusesANamedJavaThatIsNoJdk25() throws Exception {
        jdk("25", "25.0.3");
        Path older = jdk("17", "17.0.15");
        Result result = run(Map.of("CITEBOT_JAVA_HOME", older.toString()), "ask", "what?");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains("CITEBOT_JAVA_HOME", older.toString());
    }

    @Test
    void findsTheJdkOfJavaHome() throws Exception {
        Path jdk = jdk("elsewhere/temurin", "25.0.3");

        assertThat(run(Map.of("JAVA_HOME", jdk.toString()), "doctor").errors()).contains("maven on " + jdk);
    }

    @Test
    void findsTheJdkOfThePathThroughItsLinks() throws Exception {
        Path jdk = jdk("elsewhere/temurin", "25");
        Files.createSymbolicLink(directory.resolve("alternative"), jdk.resolve("bin/java"));
        Files.createSymbolicLink(tools.resolve("java"), directory.resolve("alternative"));

        assertThat(run(Map.of(), "doctor").errors()).contains("maven on " + jdk);
    }

    @Test
    void findsAJdkInTheUsualFoldersEvenWhereTheDefaultIsOlder() throws Exception {
        Path jdk = jdk("temurin-25", "25.0.3");
        Result result = run(Map.of("JAVA_HOME", jdk("17", "17.0.15").toString()), "doctor");

        assertThat(result.errors()).contains("maven on " + jdk);
    }

    @Test
    void handsArgumentsDirectoryAndExitCodeThrough() throws Exception {
        jdk("25", "25.0.3");
        Result result = run(Map.of("CITEBOT_JAVA_OPTS", "-Xmx1g -Da=b"), "ask", "two  words", "*", "");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output())
                .startsWith("in " + directory)
                .contains("-Dcitebot.home=" + project, "-Xmx1g", "-Da=b")
                .endsWith("-jar", project.resolve("target/citebot.jar").toString(), "ask", "two  words", "*", "");
    }

    @Test
    void worksThroughALink() throws Exception {
        jdk("25", "25.0.3");
        Path link = directory.resolve("linked");
        Files.createSymbolicLink(link, Path.of("a project", "citebot"));

        assertThat(run(link, Map.of(), "doctor").output()).contains("-Dcitebot.home=" + project);
    }

    @Test
    void buildsOnFirstUseAndWhenASourceIsNewer() throws Exception {
        jdk("25", "25.0.3");
        run(Map.of(), "doctor");
        Result second = run(Map.of(), "doctor");
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);

        Path source = Files.writeString(project.resolve("src/main/Some.java"), "class Some {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
        Result third = run(Map.of(), "doctor");

        assertThat(third.errors()).anySatisfy(line -> assertThat(line).contains("building"));
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsOnceForTwoAtOnce() throws Exception {
        jdk("25", "25.0.3");
        List<Process> both = List.of(
                start(project.resolve("citebot"), Map.of(), "doctor"),
                start(project.resolve("citebot"), Map.of(), "doctor"));
        for (Process process : both) {
            assertThat(result(process).output()).contains("doctor");
        }

        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesTheLockOfADeadBuild() throws Exception {
        jdk("25", "25.0.3");
        Files.createDirectories(project.resolve("target/launcher"));
        Process dead = new ProcessBuilder(tools.resolve("bash").toString(), "-c", "exit").start();
        dead.waitFor();
        Files.createSymbolicLink(project.resolve("target/launcher/lock"), Path.of(Long.toString(dead.pid())));

        assertThat(run(Map.of(), "doctor").exitCode()).isEqualTo(3);
        assertThat(builds()).isEqualTo(1);
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void saysThatTheBuildFailed() throws Exception {
        jdk("25", "25.0.3");
        script(tools.resolve("mvn"), "#!/usr/bin/env bash\necho '[ERROR] Some.java: no'\nexit 1\n");
        Result result = run(Map.of(), "ask", "what?");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).contains("[ERROR] Some.java: no");
        assertThat(result.errors().getLast()).startsWith("citebot: the build failed");
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        jdk("25", "25.0.3");
        Files.delete(tools.resolve("mvn"));
        Result result = run(Map.of(), "ask", "what?");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.errors()).singleElement().asString().contains("Maven 3.8 or newer");
    }

    @Test
    void usesTheCacheThatItTrainedAndNothingOfTheTrainingIsSeen() throws Exception {
        jdk("25", "25.0.3");
        Result result = run(Map.of(), "ask", "what?");

        assertThat(result.output())
                .contains("-XX:AOTCache=" + project.resolve("target/launcher/citebot.aot"))
                .doesNotContain("noise");
        assertThat(result.errors()).doesNotContain("noise");
    }

    @Test
    void worksWithoutACacheWhereTrainingFails() throws Exception {
        Path java = jdk("25", "25.0.3").resolve("bin/java");
        script(java, Files.readString(java).replace("echo cache >\"${argument#*=}\"", "true"));
        Result result = run(Map.of(), "ask", "what?");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).contains("what?").noneMatch(line -> line.startsWith("-XX:AOTCache="));
    }

    private record Result(int exitCode, List<String> output, List<String> errors) {}

    private Result run(Map<String, String> environment, String... arguments) throws Exception {
        return run(project.resolve("citebot"), environment, arguments);
    }

    private Result run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return result(start(launcher, environment, arguments));
    }

    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("CITEBOT_JDK_FOLDERS", jdks.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result result(Process process) throws Exception {
        List<String> output = lines(process.getInputStream().readAllBytes());
        List<String> errors = lines(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Result(process.exitValue(), output, errors);
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private int builds() throws IOException {
        return Files.readAllLines(project.resolve("builds")).size();
    }

    /** A JDK below the usual folders, or elsewhere if the name has a slash. */
    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories((name.contains("/") ? directory : jdks).resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), JAVA);
        script(home.resolve("bin/javac"), JAVA);
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + tool + " in PATH"));
    }
}
