package org.citebot.app;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves some addresses over HTTP, from its start until it is closed. The only class that knows how Javalin is set up. */
final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final long LONGEST_REQUEST = 1 << 20;

    private final Javalin server;

    private WebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Listens.
     *
     * @param key of the setting to change where that cannot be done
     */
    static WebServer start(String host, int port, String key, Consumer<RoutesConfig> routes) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.http.maxRequestSize = LONGEST_REQUEST;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setSendXPoweredBy(false);
            });
            config.routes.exception(Exception.class, (failure, context) -> {
                LOG.error("A request could not be served", failure);
                context.status(500);
            });
            routes.accept(config.routes);
        });
        try {
            return new WebServer(server.start(host, port));
        } catch (JavalinException e) {
            throw new UserError(
                    ExitCode.FAILED,
                    key + ": cannot listen on " + host + ":" + port + "; another program may: choose another port");
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
