package org.citebot.ingestion;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.Message;

/** Reads the YAML block between two lines {@code ---} at the head of a file. Immutable, for many threads. */
final class FrontMatterReader {

    private static final Pattern OPENING = Pattern.compile("\\A---[ \\t]*\\r?\\n");
    private static final Pattern CLOSING = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.MULTILINE);

    /** A rule of Markdown is followed by a blank line or by prose, front matter by a key or a comment. */
    private static final Pattern ANY_KEY = firstKey("[\\p{L}_][\\p{L}\\p{N}_-]*");

    /** Where nothing closes it, only a key of ours tells front matter from prose such as "Note: …". */
    private static final Pattern OUR_KEY =
            firstKey("(?:id|title|source|published|url|language|about|speakers|aliases)");

    private static final int LONGEST = 64 * 1024;

    private final ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** A file's front matter and the text after it. */
    record Split(FrontMatter frontMatter, String body) {}

    /**
     * Cuts the front matter off a text; a text without any comes back whole.
     *
     * @throws UnreadableException if it is there but cannot be used; names file, line and key
     */
    Split read(String name, String text) throws UnreadableException {
        Matcher opening = OPENING.matcher(text);
        if (!opening.find()) {
            return new Split(FrontMatter.NONE, text);
        }
        String rest = text.substring(opening.end());
        Matcher closing = CLOSING.matcher(rest);
        boolean closed = closing.find();
        String block = closed ? rest.substring(0, closing.start()) : rest;
        if (!block.isEmpty() && !(closed ? ANY_KEY : OUR_KEY).matcher(block).find()) {
            return new Split(FrontMatter.NONE, text);
        }
        if (!closed || block.length() > LONGEST) {
            throw new UnreadableException(FileProblem.NOT_CLOSED.in(name));
        }
        return new Split(parse(name, block), rest.substring(closing.end()));
    }

    private static Pattern firstKey(String key) {
        return Pattern.compile("\\A(?:[ \\t]*#.*\\R)*[ \\t]*[\"']?" + key + "[\"']?[ \\t]*:(?:\\s|\\z)");
    }

    private FrontMatter parse(String name, String block) throws UnreadableException {
        JsonNode root;
        try (JsonParser parser = yaml.createParser(block)) {
            root = yaml.readTree(parser);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(FileProblem.NO_YAML.with(
                    Map.of("file", name, "line", String.valueOf(lineOf(e)), "problem", firstLine(e))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return FrontMatter.NONE;
        }
        FrontMatterFields fields = new FrontMatterFields(root, block);
        FrontMatter frontMatter = fields.read();
        List<Message> problems = fields.problems();
        if (!problems.isEmpty()) {
            throw new UnreadableException(FileProblem.WRONG_VALUES.in(name, "problems", problems));
        }
        return frontMatter;
    }

    /** Lines of the file: the opening {@code ---} is the first. */
    private static int lineOf(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr() + 1;
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
    }
}
