package org.citebot.telegram;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citebot.config.Secret;
import org.citebot.config.Settings;

/**
 * How Telegram brings updates.
 *
 * @param url where Telegram sends them; its path is served here
 * @param host the address of this machine that is listened on
 * @param port the port that is listened on; 0 for any that is free
 * @param secret by which Telegram shows that it is Telegram
 */
public record WebhookSettings(URI url, String host, int port, Secret secret) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,256}");
    private static final String SECRET_KEY = "telegram.webhook.secret";

    /** Reads {@code telegram.webhook.*}; empty if no address is set. */
    static Optional<WebhookSettings> read(Settings settings) {
        Optional<URI> url = settings.optional(
                "telegram.webhook.url",
                "Public https address to which Telegram brings updates; without it the bot fetches them",
                WebhookSettings::url);
        String host = settings.value(
                "telegram.webhook.host",
                "127.0.0.1",
                "Address to listen on for them, behind a proxy that speaks https",
                text -> text);
        int port = settings.value("telegram.webhook.port", "8443", "Port to listen on for them", WebhookSettings::port);
        Optional<Secret> secret = settings.secret(
                SECRET_KEY, "What proves that an update comes from Telegram: 16 to 256 letters, digits, _ and -");
        if (url.isPresent()
                && !secret.map(each -> SECRET.matcher(each.reveal()).matches()).orElse(false)) {
            settings.problem(
                    SECRET_KEY,
                    "a webhook needs a secret of 16 to 256 letters, digits, _ and -; make one with 'openssl rand -hex"
                            + " 32'");
            return Optional.empty();
        }
        return url.flatMap(address -> secret.map(each -> new WebhookSettings(address, host, port, each)));
    }

    /** The path that is served. */
    public String path() {
        String path = url.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("it must look like https://bot.example.org/telegram");
        }
        // A Bot API server of one's own on the same machine brings updates without https.
        boolean allowed = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isLocal(url.getHost()));
        if (!allowed) {
            throw new IllegalArgumentException("Telegram brings updates to https addresses only");
        }
        return url;
    }

    private static boolean isLocal(String host) {
        try {
            return host.matches("[0-9.]+|localhost|\\[[0-9a-f:]+\\]")
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("it must be 0 to 65535");
        }
        return port;
    }
}
