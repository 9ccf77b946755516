package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import okhttp3.ResponseBody;
import org.citebot.telegram.BotApiException.Kind;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/**
 * Downloads what people send, up to a size. Whatever is said about a size beforehand may be wrong, so it is counted
 * again while the file comes. For many threads.
 */
final class FileDownload {

    /** Bytes that the Bot API hands out at most. */
    static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z]:)?[/\\\\].*", Pattern.DOTALL);

    /** A file is held in memory as a whole. */
    private static final int MOST_AT_ONCE = 3;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final BotApi api;
    private final Duration deadline;
    private final Duration idle;

    FileDownload(BotApi api) {
        this(api, DEADLINE, IDLE);
    }

    /**
     * A download with limits of its own.
     *
     * @param deadline how long one may take in all
     * @param idle how long nothing may come
     */
    FileDownload(BotApi api, Duration deadline, Duration idle) {
        this.api = api;
        this.deadline = deadline;
        this.idle = idle;
    }

    /** What came of a download. */
    sealed interface Result {

        /** The file. */
        final class Fetched implements Result {

            private final byte[] content;

            private Fetched(byte[] content) {
                this.content = content;
            }

            /** Its bytes, not copied. */
            byte[] content() {
                return content;
            }
        }

        /** It is larger than the cap. */
        record TooBig() implements Result {}

        /** Telegram no longer has it, or does not hand it out: it takes what is larger than it said for that too. */
        record Gone() implements Result {}

        /**
         * The server keeps it where it cannot be fetched; trying again does not help.
         *
         * @param reason one line for whoever runs the bot: what is wrong and what to do
         */
        record NotServed(String reason) implements Result {}
    }

    /**
     * Downloads a file.
     *
     * @param declared its size according to the message that brought it; null if that does not say
     * @param cap the most bytes that are taken
     * @throws BotApiException if the network or the server has trouble, so that another attempt may help
     */
    Result fetch(String fileId, @Nullable Long declared, int cap) throws BotApiException {
        if (declared != null && declared > cap) {
            return new Result.TooBig();
        }
        if (!places.tryAcquire()) {
            throw new BotApiException(Kind.TOO_MANY_REQUESTS, "file", 0, "enough other files are being fetched", LATER);
        }
        try {
            return fetch(fileId, cap);
        } finally {
            places.release();
        }
    }

    private Result fetch(String fileId, int cap) throws BotApiException {
        long start = System.nanoTime();
        JsonNode file;
        try {
            file = api.call(GetFile.builder().fileId(fileId).build());
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST) {
                throw e;
            }
            return new Result.Gone();
        }
        if (file.path("file_size").asLong() > cap) {
            return new Result.TooBig();
        }
        String path = file.path("file_path").asText("");
        if (path.isEmpty()) {
            return new Result.Gone();
        }
        return fetch(path, deadline.minusNanos(System.nanoTime() - start), cap);
    }

    private Result fetch(String path, Duration left, int cap) throws BotApiException {
        // A path on a disk may hold the token, so it is not repeated.
        if (ABSOLUTE.matcher(path).matches()) {
            return new Result.NotServed("telegram.api-url: this Bot API server keeps files on its own disk"
                    + " and does not hand them out; start it without --local");
        }
        List<String> segments = List.of(path.split("/", -1));
        if (segments.stream().anyMatch(segment -> segment.isEmpty() || ".".equals(segment) || "..".equals(segment))) {
            return new Result.NotServed("telegram.api-url: this Bot API server names a path that is none of a file;"
                    + " check the address");
        }
        if (left.toMillis() <= 0) {
            throw new BotApiException(Kind.UNREACHABLE, "file", 0, "getFile took all the time there was", null);
        }
        return api.fetch(segments, left, idle, body -> read(body, cap)).orElseGet(Result.Gone::new);
    }

    private static Result read(ResponseBody body, int cap) throws IOException {
        if (body.contentLength() > cap) {
            return new Result.TooBig();
        }
        byte[] content = body.byteStream().readNBytes(cap + 1);
        return content.length > cap ? new Result.TooBig() : new Result.Fetched(content);
    }
}
