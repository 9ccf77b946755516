package org.citebot.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import org.citebot.operation.HealthCheck;
import org.citebot.operation.Metrics;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.WebhookSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the bot serves over HTTP. */
final class BotEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(BotEndpoints.class);
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
    private static final String RETRY_SECONDS = "5";

    private BotEndpoints() {}

    /** {@code /health}, 200 or 503, and {@code /metrics}. */
    static WebServer monitoring(MonitoringSettings settings, Supplier<List<HealthCheck>> health, Metrics metrics) {
        return WebServer.start(settings.host(), settings.port(), "monitoring.port", routes -> {
            routes.get("/health", context -> health(context, health.get()));
            routes.get(
                    "/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
        });
    }

    /** The address to which Telegram brings updates. */
    static WebServer webhook(WebhookSettings settings, TelegramBot bot) {
        return WebServer.start(
                settings.host(),
                settings.port(),
                "telegram.webhook.port",
                routes -> routes.post(settings.path(), context -> take(context, bot)));
    }

    private static void take(Context context, TelegramBot bot) {
        // Before anything of the request is read.
        if (!bot.isFromTelegram(context.header(SECRET))) {
            context.status(401);
            return;
        }
        switch (receive(context, bot)) {
            case STORED -> context.status(200);
            case FULL -> context.status(503).header("Retry-After", RETRY_SECONDS);
        }
    }

    private static TelegramBot.Receipt receive(Context context, TelegramBot bot) {
        byte[] update = context.bodyAsBytes();
        try {
            return bot.receive(update);
        } catch (RuntimeException e) {
            LOG.error("An update could not be stored; Telegram is asked to bring it again", e);
            return TelegramBot.Receipt.FULL;
        }
    }

    private static void health(Context context, List<HealthCheck> checks) {
        boolean healthy = checks.stream().allMatch(HealthCheck::healthy);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("healthy", healthy);
        ObjectNode parts = json.putObject("checks");
        checks.forEach(check ->
                parts.putObject(check.name()).put("healthy", check.healthy()).put("detail", check.detail()));
        context.status(healthy ? 200 : 503).contentType("application/json").result(json.toString());
    }
}
