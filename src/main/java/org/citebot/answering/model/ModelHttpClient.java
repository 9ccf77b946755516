package org.citebot.answering.model;

import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How LangChain4j reaches a server: HTTP/1.1 without redirects, so that nobody is called but the one configured, and
 * answers of a bounded length. An interrupt ends a request at any point of it.
 */
final class ModelHttpClient implements HttpClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4 << 20;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final java.net.http.HttpClient http;
    private final Duration readTimeout;

    private ModelHttpClient(Duration connectTimeout, Duration readTimeout) {
        this.http = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.readTimeout = readTimeout;
    }

    /** Makes clients that wait for an answer to begin for at most so long. */
    static HttpClientBuilder builder(Duration readTimeout) {
        return new Builder(readTimeout);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(translate(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
            if (response.statusCode() / 100 != 2) {
                throw new RefusedRequestException(response.statusCode(), retryAfter(response));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(response.body())
                    .build();
        } catch (HttpTimeoutException e) {
            throw new TimeoutException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException(e);
        }
    }

    /** Returns when all events were told; whatever fails is told too. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response =
                    http.send(translate(request), BodyHandlers.limiting(BodyHandlers.ofInputStream(), LONGEST_ANSWER));
            try (InputStream events = response.body()) {
                if (response.statusCode() / 100 != 2) {
                    throw new RefusedRequestException(response.statusCode(), retryAfter(response));
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(events, listener);
                listener.onClose();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(new TimeoutException(e));
        } catch (HttpTimeoutException e) {
            listener.onError(new TimeoutException(e));
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private java.net.http.HttpRequest translate(HttpRequest request) {
        java.net.http.HttpRequest.Builder translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(readTimeout)
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    /** In seconds; the form with a date is rare, and taken for silence. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    /** LangChain4j sets both times to the one that it knows; the connection has its own. */
    private static final class Builder implements HttpClientBuilder {

        private Duration connectTimeout = CONNECT_TIMEOUT;
        private Duration readTimeout;

        Builder(Duration readTimeout) {
            this.readTimeout = readTimeout;
        }

        @Override
        public Duration connectTimeout() {
            return connectTimeout;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            connectTimeout = timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT;
            return this;
        }

        @Override
        public Duration readTimeout() {
            return readTimeout;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            readTimeout = timeout;
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttpClient(connectTimeout, readTimeout);
        }
    }
}
