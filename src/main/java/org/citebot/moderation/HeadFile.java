package org.citebot.moderation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hashes that the audit log ended with, one line each with its number, in a file outside the database: what was cut
 * off the log's end, together with all that could tell of it there, is still known here. Lines are only ever appended,
 * so several processes may do so.
 */
final class HeadFile {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");

    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    void append(AuditEntry head) throws IOException {
        // The line end comes first too: a line that a crash cut off must not spoil this one.
        byte[] line = ("\n" + head.number() + " " + head.hash() + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** The hashes by number; a line that a crash cut off is not among them. */
    SortedMap<Long, String> read() throws IOException {
        SortedMap<Long, String> heads = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    heads.put(Long.parseLong(matcher.group(1)), matcher.group(2));
                }
            });
        } catch (NoSuchFileException e) {
            return heads;
        }
        return heads;
    }
}
