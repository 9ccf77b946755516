package org.citebot.app;

import org.citebot.config.Settings;

/**
 * Where health and figures are served.
 *
 * @param host the address of this machine that is listened on
 * @param port the port; 0 where nothing is served
 */
public record MonitoringSettings(String host, int port) {

    private static final int HIGHEST_PORT = 65_535;

    static MonitoringSettings read(Settings settings) {
        return new MonitoringSettings(
                settings.value(
                        "monitoring.host",
                        "127.0.0.1",
                        "Address to serve /health and /metrics on; anybody who reaches it may read them",
                        text -> text),
                settings.value(
                        "monitoring.port",
                        "0",
                        "Port to serve /health and /metrics on while the bot runs; 0 for none",
                        MonitoringSettings::port));
    }

    boolean isOn() {
        return port > 0;
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("it must be 0 to " + HIGHEST_PORT);
        }
        return port;
    }
}
