package org.citebot.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PersonId;
import org.citebot.ingestion.PassageSplitter;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.jspecify.annotations.Nullable;

/** Stores the documents of a set, as a file of the same text would be stored. For one thread. */
public final class SetCorpus {

    private static final int DOCUMENTS_A_TRANSACTION = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PLAIN_ID = 100;
    private static final Pattern PLAIN_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{P} ]*");

    private final CorpusStore store;
    private final LanguageDetector languages = new LanguageDetector();
    private final PassageSplitter passages = new PassageSplitter();

    /** Stores into a store that holds this one corpus. */
    public SetCorpus(CorpusStore store) {
        this.store = store;
    }

    /**
     * The hash of a file's content, which names the place of its documents: a second run finds them there.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static ContentHash hash(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return new ContentHash(
                    HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The id in the store of a document that a set calls by any string: the string itself where it is a plain one. */
    static DocumentId documentId(String id) {
        return id.length() <= LONGEST_PLAIN_ID && PLAIN_ID.matcher(id).matches()
                ? new DocumentId(id)
                : new DocumentId("#" + ContentHash.of(escaped(id)).hex());
    }

    /**
     * Stores every document of a file; what is stored already, by an earlier run, stays as it is.
     *
     * @return how many lines there were
     */
    public int load(Path file) {
        List<NewDocument> batch = new ArrayList<>();
        int[] count = {0};
        JsonLine.forEach(file, line -> {
            batch.add(document(SetDocument.of(line)));
            count[0]++;
            if (batch.size() == DOCUMENTS_A_TRANSACTION) {
                put(batch);
            }
        });
        put(batch);
        return count[0];
    }

    private void put(List<NewDocument> batch) {
        store.inTransaction(transaction -> {
            batch.forEach(document -> transaction.put(document, Origin.ADDED, (@Nullable PersonId) null));
            return batch.size();
        });
        batch.clear();
    }

    private NewDocument document(SetDocument document) {
        String text = InvisibleCharacters.strip(document.text()).strip();
        Language language = document.language() == null ? languages.detect(text) : Language.ofCode(document.language());
        DocumentDetails details = new DocumentDetails(
                title(document, text),
                document.source(),
                document.published(),
                link(document.url()),
                language,
                null,
                Map.of());
        return new NewDocument(documentId(document.id()), details, text, passages.split(text, language, List.of()));
    }

    /** What a file without a title would have: its first line. */
    private static String title(SetDocument document, String text) {
        String title = document.title() == null ? "" : InvisibleCharacters.strip(document.title());
        if (!title.isBlank()) {
            return title;
        }
        String line = text.lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return documentId(document.id()).value();
        }
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, line.offsetByCodePoints(0, 100)) + "…";
    }

    /** Null for what is no link of a page. */
    private static @Nullable URI link(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            URI uri = new URI(url);
            return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme()) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Halves of surrogate pairs have no UTF-8 form, and must not all become the same. */
    private static String escaped(String id) {
        StringBuilder escaped = new StringBuilder();
        id.chars().forEach(unit -> escaped.append(unit).append(' '));
        return escaped.toString();
    }
}
