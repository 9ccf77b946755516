package org.citebot.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;

/** How a file comes when it is downloaded. */
public interface Delivery {

    /** Sends it; the connection is closed afterwards. */
    void send(HttpExchange exchange) throws IOException, InterruptedException;

    /** At once, with its length announced. */
    static Delivery whole(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        };
    }

    /** At once, without a length. */
    static Delivery ofUnknownLength(byte[] content) {
        return slow(content, content.length + 1, Duration.ZERO);
    }

    /** Piece by piece, with a pause after each; without a length. */
    static Delivery slow(byte[] content, int piece, Duration pause) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int start = 0; start < content.length; start += piece) {
                    body.write(Arrays.copyOfRange(content, start, Math.min(content.length, start + piece)));
                    body.flush();
                    Thread.sleep(pause);
                }
            }
        };
    }

    /** Without an end, until the other side hangs up. */
    static Delivery endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        };
    }

    /** Announced with a length that is not its own: more, and the connection breaks before it is reached. */
    static Delivery announced(byte[] content, long length) {
        return exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().flush();
        };
    }

    /** Not at all: an answer with this code. */
    static Delivery status(int code) {
        return exchange -> exchange.sendResponseHeaders(code, -1);
    }

    /** From elsewhere. */
    static Delivery redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }
}
