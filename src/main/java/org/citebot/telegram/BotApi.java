package org.citebot.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.citebot.config.Secret;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.limit.SendLimiter.Permit;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Calls methods of the Bot API over HTTP and returns their raw results, and fetches files. Calls run on the caller's thread, so no call
 * waits for another one. For many threads.
 */
final class BotApi implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LONGEST_REFUSAL = 1 << 16;

    /** What a download is called in exceptions, where a call has the name of its method. */
    private static final String FILE = "file";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final ObjectMapper mapper = new ObjectMapper();
    private final OkHttpClient http;
    private final String root;
    private final String files;
    private final Secret token;
    private final CallGate gate;

    /** OkHttp's dispatcher forgets a call when its answer begins, and so would not end one that is being read. */
    private final Set<Call> running = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /** @param patience how long one call may take in all */
    BotApi(URI apiUrl, Secret token, Duration patience) {
        this(apiUrl, token, patience, CallGate.OPEN);
    }

    /**
     * One whose calls pass a gate; files do not.
     *
     * @param patience how long one call may take in all, without its wait at the gate
     */
    BotApi(URI apiUrl, Secret token, Duration patience, CallGate gate) {
        this.gate = gate;
        this.root = apiUrl + "/bot" + token.reveal() + "/";
        this.files = apiUrl + "/file/bot" + token.reveal();
        this.token = token;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(patience)
                .writeTimeout(patience)
                .callTimeout(patience)
                // A redirect would take the token elsewhere.
                .followRedirects(false)
                .build();
    }

    /** The {@code result} of the answer, as it came. */
    JsonNode call(BotApiMethod<?> method) throws BotApiException {
        ObjectNode fields = mapper.valueToTree(method);
        fields.remove("method");
        return call(method.getMethod(), fields);
    }

    /** As {@link #call(BotApiMethod)}, for a method that the library sends in another way. */
    JsonNode call(String method, ObjectNode fields) throws BotApiException {
        try {
            return postInTurn(method, fields);
        } catch (BotApiException e) {
            // What the gate itself held back has no code.
            if (e.code() != 0 && gate.mayRepeat(method, fields, e)) {
                return postInTurn(method, fields);
            }
            throw e;
        }
    }

    private JsonNode postInTurn(String method, ObjectNode fields) throws BotApiException {
        Permit permit = gate.pass(method, fields);
        try {
            return post(method, fields);
        } finally {
            permit.close();
        }
    }

    private JsonNode post(String method, ObjectNode fields) throws BotApiException {
        Request request = new Request.Builder()
                .url(root + method)
                .post(new Body(bytes(method, fields)))
                .build();
        long start = System.nanoTime();
        Kind failure = null;
        try {
            return answer(method, http.newCall(request), response -> {
                ResponseBody body = response.body();
                return result(method, response.code(), body == null ? "" : body.string());
            });
        } catch (BotApiException e) {
            failure = e.kind();
            throw e;
        } finally {
            gate.called(method, failure, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /**
     * Fetches a file of the bot's while {@code reader} reads it.
     *
     * @param path the segments of its path, as {@code getFile} told it; none of them empty or made of dots
     * @param deadline how long it may take in all
     * @param idle how long nothing may come
     * @return what was read; empty if there is no such file, or no longer
     */
    <T> Optional<T> fetch(List<String> path, Duration deadline, Duration idle, FileReader<T> reader)
            throws BotApiException {
        HttpUrl.Builder url = HttpUrl.get(files).newBuilder();
        path.forEach(url::addPathSegment);
        // Without an encoding the length of the answer is that of the file.
        Request request = new Request.Builder()
                .url(url.build())
                .header("Accept-Encoding", "identity")
                .build();
        OkHttpClient patient =
                http.newBuilder().callTimeout(deadline).readTimeout(idle).build();
        return answer(FILE, patient.newCall(request), response -> {
            ResponseBody body = response.body();
            if (response.code() == 200 && body != null) {
                return Optional.of(reader.read(body));
            }
            if (response.code() == 400 || response.code() == 404) {
                return Optional.empty();
            }
            throw failure(
                    FILE, response.code(), response.peekBody(LONGEST_REFUSAL).string());
        });
    }

    /** Reads a file as it comes. */
    interface FileReader<T> {

        /** @param body closed by the caller */
        T read(ResponseBody body) throws IOException;
    }

    /** Ends the calls that run and all later ones, with {@link Kind#UNREACHABLE}, and lets go of connections and threads. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Call::cancel);
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /**
     * A body that OkHttp does not send a second time of its own accord: it may try another address of the host while
     * connecting, but what was sent may have been taken.
     */
    private static final class Body extends RequestBody {

        private final byte[] json;

        Body(byte[] json) {
            this.json = json;
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return json.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(json);
        }
    }

    private byte[] bytes(String method, ObjectNode fields) {
        try {
            return mapper.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot be written as JSON: " + method, e);
        }
    }

    /** Reads an answer while it is open. */
    private interface AnswerReader<T> {

        T read(Response response) throws IOException, BotApiException;
    }

    private <T> T answer(String method, Call call, AnswerReader<T> reader) throws BotApiException {
        running.add(call);
        // Looked at after adding: whoever closes now finds the call.
        if (closed) {
            running.remove(call);
            throw new BotApiException(Kind.UNREACHABLE, method, 0, "the bot is being stopped", null);
        }
        try (Response response = call.execute()) {
            return reader.read(response);
        } catch (IOException e) {
            throw new BotApiException(Kind.UNREACHABLE, method, 0, withoutToken(e), null);
        } finally {
            running.remove(call);
        }
    }

    private JsonNode result(String method, int status, String body) throws BotApiException {
        JsonNode answer = parse(body);
        if (answer == null || !answer.path("ok").asBoolean()) {
            throw failure(method, status, body);
        }
        return answer.path("result");
    }

    private BotApiException failure(String method, int status, String body) {
        JsonNode answer = parse(body);
        if (answer == null || !answer.has("ok")) {
            // A 404 of a wrong address, say, tells nothing of the token.
            boolean success = status >= 200 && status < 300;
            Kind kind = success ? Kind.UNINTELLIGIBLE : Kind.SERVER;
            return new BotApiException(kind, method, status, "no answer of the Bot API", null);
        }
        JsonNode wait = answer.path("parameters").path("retry_after");
        JsonNode chat = answer.path("parameters").path("migrate_to_chat_id");
        return BotApiException.ofCode(
                method,
                answer.path("error_code").asInt(status),
                withoutToken(answer.path("description").asText()),
                wait.isNumber() ? Duration.ofSeconds(Math.max(0, wait.asLong())) : null,
                chat.canConvertToLong() ? chat.asLong() : null);
    }

    private @Nullable JsonNode parse(String body) {
        try {
            return mapper.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private String withoutToken(IOException failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + withoutToken(message));
    }

    private String withoutToken(String text) {
        return text.replace(token.reveal(), token.toString());
    }
}
