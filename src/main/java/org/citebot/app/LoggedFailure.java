package org.citebot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Arrays;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** A failure in the log: on the line of its message, each cause with the place in Citebot's code; when debugging, all. */
public final class LoggedFailure extends ThrowableHandlingConverter {

    private static final String OURS = "org.citebot";

    /** For Logback. */
    public LoggedFailure() {}

    @Override
    public String convert(ILoggingEvent event) {
        if (event.getThrowableProxy() == null) {
            return "";
        }
        return isDebugging()
                ? System.lineSeparator() + ThrowableProxyUtil.asString(event.getThrowableProxy())
                : line(event.getThrowableProxy());
    }

    private static String line(IThrowableProxy failure) {
        StringBuilder line = new StringBuilder();
        for (IThrowableProxy cause = failure; cause != null; cause = cause.getCause()) {
            line.append(": ").append(cause.getClassName());
            if (cause.getMessage() != null) {
                line.append(": ").append(cause.getMessage().replaceAll("\\s+", " "));
            }
            line.append(place(cause));
        }
        return line.toString();
    }

    private static String place(IThrowableProxy failure) {
        return Arrays.stream(failure.getStackTraceElementProxyArray())
                .map(StackTraceElementProxy::getStackTraceElement)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
    }

    private static boolean isDebugging() {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        return loggers instanceof LoggerContext context
                && context.getLogger(OURS).getEffectiveLevel().toInt() <= Level.DEBUG_INT;
    }
}
