package org.citebot.answering.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A server of language models, over real HTTP on this machine, in the dialect of whichever provider asks. What it does is
 * scripted, one request after the other, or drawn by seed; what it was asked is in {@link #prompts}. For many threads.
 */
public final class FakeModelServer implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<ReceivedPrompt> prompts = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<Behaviour> next = new ArrayDeque<>();
    private Supplier<Behaviour> otherwise = Behaviour::good;

    /** Starts on a free port, with a good model. */
    public FakeModelServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** The address to configure. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** The next requests meet these, one each. */
    public synchronized void next(Behaviour... behaviours) {
        next.addAll(List.of(behaviours));
    }

    /** Every request meets this, except those scripted by {@link #next}. */
    public synchronized void always(Behaviour behaviour) {
        otherwise = () -> behaviour;
    }

    /** Every request meets one of these, drawn with a seed. */
    public synchronized void random(long seed, List<Behaviour> choice) {
        Random random = new Random(seed);
        otherwise = () -> choice.get(random.nextInt(choice.size()));
    }

    /** How many requests came in. */
    public int requests() {
        return requests.get();
    }

    /** What was asked, in order. */
    public List<ReceivedPrompt> prompts() {
        return List.copyOf(prompts);
    }

    /** How many tokens it counts in a text: its words. */
    public static int tokens(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private synchronized Behaviour take() {
        Behaviour scripted = next.poll();
        return scripted != null ? scripted : otherwise.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            Request request = Request.read(exchange);
            prompts.add(request.prompt());
            answer(exchange, request, take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Request request, Behaviour behaviour)
            throws IOException, InterruptedException {
        switch (behaviour) {
            case Behaviour.Writes writes -> {
                if (request.streams()) {
                    stream(exchange, request.events(writes.writer()), Duration.ZERO);
                } else {
                    send(exchange, 200, request.response(writes.writer()));
                }
            }
            case Behaviour.Slow slow -> {
                Thread.sleep(slow.time());
                answer(exchange, request, slow.then());
            }
            case Behaviour.Trickles trickles -> {
                if (request.streams()) {
                    stream(exchange, request.events(trickles.writer()), trickles.pause());
                } else {
                    trickle(exchange, request.response(trickles.writer()), trickles.pause());
                }
            }
            case Behaviour.Hangs hangs -> Thread.sleep(hangs.time());
            case Behaviour.Refuses refuses -> {
                if (refuses.retryAfter() != null) {
                    String seconds = Long.toString(refuses.retryAfter().toSeconds());
                    exchange.getResponseHeaders().set("Retry-After", seconds);
                }
                send(exchange, refuses.status(), request.echo());
            }
            case Behaviour.Cuts cuts -> {
                if (request.streams()) {
                    cut(exchange, String.join("", request.events(cuts.writer())).getBytes(StandardCharsets.UTF_8));
                } else {
                    cut(exchange, request.response(cuts.writer()));
                }
            }
            case Behaviour.Answers answers -> send(exchange, 200, answers.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void trickle(HttpExchange exchange, byte[] body, Duration pause)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        OutputStream out = exchange.getResponseBody();
        for (byte letter : body) {
            out.write(letter);
            out.flush();
            Thread.sleep(pause);
        }
    }

    /** Events one after the other, with a pause before each. */
    private static void stream(HttpExchange exchange, List<String> events, Duration pause)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (String event : events) {
            Thread.sleep(pause);
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static void cut(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    /** One request, understood. */
    private record Request(Dialect dialect, ReceivedPrompt prompt, int outputTokens, boolean streams, String heads) {

        static Request read(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            Dialect dialect = Dialect.of(path);
            JsonNode body = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            return new Request(
                    dialect,
                    dialect.read(path, body),
                    dialect.outputTokens(body),
                    dialect.streams(path, body),
                    exchange.getRequestHeaders().values().toString());
        }

        /** Word by word. */
        List<String> events(Writer writer) {
            String text = writer.write(prompt);
            int input = tokens(prompt.system()) + tokens(prompt.user());
            List<String> words = List.of(text.split("(?<= )", -1));
            return dialect.stream(prompt, words, input, Math.min(tokens(text), outputTokens));
        }

        byte[] response(Writer writer) throws IOException {
            String text = writer.write(prompt);
            int input = tokens(prompt.system()) + tokens(prompt.user());
            return MAPPER.writeValueAsBytes(dialect.write(prompt, text, input, Math.min(tokens(text), outputTokens)));
        }

        byte[] echo() throws IOException {
            String message = "No: " + heads + " " + prompt.user();
            return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                    .set("error", MAPPER.createObjectNode().put("message", message)));
        }
    }
}
