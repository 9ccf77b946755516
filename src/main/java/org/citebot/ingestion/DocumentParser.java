package org.citebot.ingestion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citebot.corpus.DocumentDetails;
import org.citebot.ingestion.FrontMatterReader.Split;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.ingestion.ParsedFile.Unreadable;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into a document: decodes it, reads its front matter, takes its text out of the markup and chooses the
 * evidence. Stores nothing. Immutable, for many threads.
 */
public final class DocumentParser {

    private static final long LARGEST_FILE = 20L * 1024 * 1024;
    private static final int LONGEST_TITLE = 200;

    private final LanguageDetector languages = new LanguageDetector();
    private final TextDecoder decoder = new TextDecoder(languages);
    private final FrontMatterReader frontMatters = new FrontMatterReader();
    private final MarkdownReader markdown = new MarkdownReader();
    private final HtmlReader html = new HtmlReader();
    private final PassageSplitter passages = new PassageSplitter();

    /** What a file holds, by the end of its name. */
    private enum Format {
        MARKDOWN,
        TEXT,
        HTML,
        UNKNOWN;

        static Format of(String name) {
            return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
                case "md", "markdown" -> MARKDOWN;
                case "txt" -> TEXT;
                case "html", "htm" -> HTML;
                default -> UNKNOWN;
            };
        }
    }

    /** Whether a file of this name is one that {@link #parse} reads, rather than one to skip. */
    public static boolean reads(String name) {
        return Format.of(name) != Format.UNKNOWN;
    }

    /** Reads a file; one that cannot be opened is {@link Unreadable} like one that holds no text. */
    public ParsedFile parse(Path file) {
        String name = file.toString();
        try {
            Unreadable tooLarge = tooLarge(name, Files.size(file));
            return tooLarge != null ? tooLarge : parse(name, Files.readAllBytes(file));
        } catch (IOException e) {
            return new Unreadable(
                    FileProblem.NOT_OPENED.in(name, "reason", e.getClass().getSimpleName()));
        }
    }

    /** Why a file of this many bytes is not to be read at all; null if it is. */
    public static @Nullable Unreadable tooLarge(String name, long bytes) {
        return bytes <= LARGEST_FILE ? null : new Unreadable(FileProblem.TOO_LARGE.in(name));
    }

    /**
     * Reads the content of a file.
     *
     * @param name with its ending, which tells the format; problems are told under this name
     */
    public ParsedFile parse(String name, byte[] content) {
        try {
            Unreadable tooLarge = tooLarge(name, content.length);
            return tooLarge != null ? tooLarge : parse(name, content, Format.of(name));
        } catch (UnreadableException e) {
            return e.result();
        }
    }

    private ParsedDocument parse(String name, byte[] content, Format format) throws UnreadableException {
        String decoded = InvisibleCharacters.strip(decoder.decode(name, content, format == Format.HTML));
        FormatCheck.refuseOther(name, decoded, format == Format.HTML);
        Split split = frontMatters.read(name, decoded);
        return switch (format) {
            case MARKDOWN -> document(name, split.frontMatter(), PlainText.of(markdown.read(split.body())));
            case TEXT ->
                document(name, split.frontMatter(), new PlainText(split.body().strip(), List.of()));
            case HTML -> {
                HtmlReader.Page page = html.read(split.body());
                yield document(name, split.frontMatter().or(page.metadata()), PlainText.of(page.blocks()));
            }
            case UNKNOWN -> throw new UnreadableException(FileProblem.UNKNOWN_TYPE.in(name));
        };
    }

    private ParsedDocument document(String name, FrontMatter frontMatter, PlainText plain) throws UnreadableException {
        String text = plain.text();
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new UnreadableException(FileProblem.NO_TEXT.in(name));
        }
        String title = frontMatter.title() != null ? frontMatter.title() : titleOf(plain);
        Language language = frontMatter.language() != null ? frontMatter.language() : languages.detect(text);
        List<TextSpan> notEvidence = new ArrayList<>(plain.headings());
        if (isTitleOnly(plain, title)) {
            notEvidence.add(plain.firstLine());
        }
        DocumentDetails details = new DocumentDetails(
                title,
                frontMatter.source(),
                frontMatter.published(),
                frontMatter.url(),
                language,
                frontMatter.about(),
                frontMatter.speakers());
        return new ParsedDocument(frontMatter.id(), details, text, passages.split(text, language, notEvidence));
    }

    private static String titleOf(PlainText plain) {
        String line = plain.firstLine().in(plain.text()).strip();
        if (line.length() <= LONGEST_TITLE) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_TITLE - 1);
        return line.substring(0, end > 0 ? end : line.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    /**
     * Whether the first line is the title and nothing else. A text without a title of its own must not lose its first
     * sentence: so the line is short, something follows it, and that does not go on in the middle of a sentence.
     */
    private static boolean isTitleOnly(PlainText plain, String title) {
        TextSpan line = plain.firstLine();
        String rest = plain.text().substring(line.end());
        return line.in(plain.text()).strip().equals(title)
                && rest.codePoints().anyMatch(Character::isLetter)
                && (rest.startsWith("\n\n")
                        || !Character.isLowerCase(rest.strip().codePointAt(0)));
    }
}
