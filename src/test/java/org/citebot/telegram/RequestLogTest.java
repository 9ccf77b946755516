package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.BotHarness.ADA;
import static org.citebot.telegram.BotHarness.BEN;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.citebot.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** What the log of the product looks like: each line names the update that caused it. */
@Isolated("reads all lines of a class of the bot")
class RequestLogTest {

    @TempDir
    private Path folder;

    @Test
    void aLineInJsonNamesItsUpdate() throws Exception {
        List<String> lines = linesOfTwoFailures("json");

        assertThat(lines).hasSize(2);
        for (String line : lines) {
            JsonNode json = new ObjectMapper().readTree(line);
            String update = json.path("mdc").path("update").asText();
            assertThat(update).matches("[0-9]+");
            assertThat(json.path("formattedMessage").asText()).isEqualTo("Update " + update + " could not be handled");
            assertThat(json.path("level").asText()).isEqualTo("ERROR");
            assertThat(json.path("timestamp").isNumber()).isTrue();
            assertThat(line).doesNotContain("QUESTIONCANARY");
        }
    }

    @Test
    void aLineOfTextNamesItsUpdate() throws Exception {
        assertThat(linesOfTwoFailures("text"))
                .hasSize(2)
                .allMatch(line -> line.strip()
                        .matches("\\S+ ERROR UpdateHandler: Update ([0-9]+) could not be handled \\[update \\1\\].*"));
    }

    private List<String> linesOfTwoFailures(String format) throws JoranException {
        Encoder<ILoggingEvent> encoder = encoder(format);
        List<String> lines = new CopyOnWriteArrayList<>();
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8));
            }
        };
        Logger logger = (Logger) LoggerFactory.getLogger(UpdateHandler.class);
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
        try (BotHarness harness = new BotHarness(folder)) {
            harness.answerer.script(question -> {
                throw new IllegalStateException("scripted");
            });
            harness.start();
            harness.server.say(ADA, "QUESTIONCANARY");
            harness.server.say(BEN, "QUESTIONCANARY");
            harness.awaitQuiet();
        } finally {
            logger.detachAppender(appender);
        }
        return lines;
    }

    /** What turns events into lines where the setting names this format. */
    private static Encoder<ILoggingEvent> encoder(String format) throws JoranException {
        LoggerContext product = new LoggerContext();
        product.putProperty("CITEBOT_LOG_FORMAT", format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(product);
        configurator.doConfigure(
                Project.root().resolve("src/main/resources/logback.xml").toFile());
        return ((OutputStreamAppender<ILoggingEvent>)
                        product.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(format))
                .getEncoder();
    }
}
