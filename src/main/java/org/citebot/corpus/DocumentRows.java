package org.citebot.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Between the rows of the store and the records that the rest of Citebot sees. */
final class DocumentRows {

    private static final JsonMapper JSON = new JsonMapper();
    /** The last day that sorts as text the way it does as a date. */
    private static final String LAST_DAY = "9999-12-31";

    private static final TypeReference<Map<String, List<String>>> SPEAKERS = new TypeReference<>() {};

    /** The columns that the hash of a version covers: all but the hash itself. */
    private static final List<String> HASHED = List.of(
            "document",
            "version",
            "title",
            "source",
            "published",
            "url",
            "language",
            "about_title",
            "about_outlet",
            "speakers",
            "text",
            "passages",
            "added");

    private DocumentRows() {}

    /** @throws DamagedStoreException if the row is not what was written */
    static DocumentVersion version(ResultSet row) throws SQLException {
        Map<String, @Nullable String> columns = new HashMap<>();
        for (String column : HASHED) {
            columns.put(column, row.getString(column));
        }
        if (!hash(columns).hex().equals(row.getString("content_hash"))) {
            throw new DamagedStoreException("The stored text of " + row.getString("document") + ", version "
                    + row.getString("version") + ", is damaged");
        }
        DocumentId id = new DocumentId(row.getString("document"));
        int number = row.getInt("version");
        return new DocumentVersion(
                id,
                number,
                details(row),
                row.getString("text"),
                passages(id, number, row.getString("passages")),
                Instant.parse(row.getString("added")));
    }

    static Map<DocumentId, DocumentVersion> current(Handle handle, Collection<DocumentId> ids) {
        Map<DocumentId, DocumentVersion> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("""
                            SELECT v.* FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                            WHERE d.id IN (<ids>) AND d.removed IS NULL""")
                    .bindList("ids", ids.stream().map(DocumentId::value).toList())
                    .map((row, context) -> version(row))
                    .forEach(version -> found.put(version.document(), version));
        }
        return found;
    }

    static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                row.getLong("number"),
                new DocumentId(row.getString("document")),
                row.getInt("version"),
                details(row),
                new Origin(row.getString("origin")),
                row.getString("text").length(),
                Instant.parse(row.getString("added")));
    }

    static DocumentPage find(Handle handle, String words, boolean removed, int offset, int limit) {
        List<String> asked = List.of(fold(words).strip().split("\\s+"));
        // In Java, because SQLite folds the letters of ASCII alone.
        List<String> found = handle.createQuery("""
                        SELECT d.id, d.id || ' ' || v.title || ' ' || coalesce(v.source, '') AS names
                        FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                        WHERE (d.removed IS NOT NULL) = :removed ORDER BY d.id""")
                .bind("removed", removed)
                .map((row, context) -> Map.entry(row.getString("id"), fold(row.getString("names"))))
                .filter(document -> asked.stream().allMatch(document.getValue()::contains))
                .map(Map.Entry::getKey)
                .list();
        List<String> page = found.stream().skip(offset).limit(limit).toList();
        if (page.isEmpty()) {
            return new DocumentPage(List.of(), offset, found.size());
        }
        return new DocumentPage(
                handle.createQuery("""
                                SELECT v.*, d.origin,
                                    (SELECT min(c.number) FROM document_change c WHERE c.document = d.id) AS number
                                FROM document d
                                JOIN document_version v ON v.document = d.id AND v.version = d.version
                                WHERE d.id IN (<ids>) ORDER BY d.id""")
                        .bindList("ids", page)
                        .map((row, context) -> summary(row))
                        .list(),
                offset,
                found.size());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static CorpusExtent extent(Handle handle, DocumentFilter filter) {
        Query query = handle.createQuery("""
                        SELECT count(*) AS documents, min(v.published) AS earliest, max(v.published) AS latest
                        FROM document d JOIN document_version v ON v.document = d.id AND v.version = d.version
                        WHERE d.removed IS NULL
                          AND (v.published IS NOT NULL AND v.published BETWEEN :from AND :to
                               OR v.published IS NULL AND :undated)""" + (filter.documents().isEmpty() ? "" : " AND d.id IN (<ids>)"))
                .bind("from", filter.from() == null ? "" : filter.from().toString())
                .bind("to", filter.to() == null ? LAST_DAY : filter.to().toString())
                .bind("undated", filter.undated() && filter.from() == null);
        if (!filter.documents().isEmpty()) {
            query.bindList(
                    "ids", filter.documents().stream().map(DocumentId::value).toList());
        }
        return query.map((row, context) -> new CorpusExtent(
                        row.getInt("documents"), day(row.getString("earliest")), day(row.getString("latest"))))
                .one();
    }

    static void insert(Handle handle, NewDocument document, int number, Instant added) {
        DocumentDetails details = document.details();
        DocumentDetails.About about = details.about();
        Map<String, @Nullable String> columns = new HashMap<>();
        columns.put("document", document.id().value());
        columns.put("version", Integer.toString(number));
        columns.put("title", details.title());
        columns.put("source", details.source());
        columns.put("published", Objects.toString(details.published(), null));
        columns.put("url", Objects.toString(details.url(), null));
        columns.put("language", details.language().code());
        columns.put("about_title", about == null ? null : about.title());
        columns.put("about_outlet", about == null ? null : about.outlet());
        columns.put("speakers", write(details.speakers()));
        columns.put("text", document.text());
        columns.put(
                "passages",
                write(document.passages().stream().map(DocumentRows::numbers).toList()));
        columns.put("added", added.toString());
        handle.createUpdate("""
                        INSERT INTO document_version (document, version, title, source, published, url, language,
                            about_title, about_outlet, speakers, text, passages, added, content_hash)
                        VALUES (:document, :version, :title, :source, :published, :url, :language,
                            :about_title, :about_outlet, :speakers, :text, :passages, :added, :content_hash)""")
                .bindMap(columns)
                .bind("version", number)
                .bind("content_hash", hash(columns).hex())
                .execute();
    }

    private static ContentHash hash(Map<String, @Nullable String> columns) {
        List<@Nullable String> values = new ArrayList<>();
        HASHED.forEach(column -> values.add(columns.get(column)));
        return ContentHash.of(write(values));
    }

    private static DocumentDetails details(ResultSet row) throws SQLException {
        String aboutTitle = row.getString("about_title");
        String url = row.getString("url");
        return new DocumentDetails(
                row.getString("title"),
                row.getString("source"),
                day(row.getString("published")),
                url == null ? null : URI.create(url),
                Language.ofCode(row.getString("language")),
                aboutTitle == null ? null : new DocumentDetails.About(aboutTitle, row.getString("about_outlet")),
                read(row.getString("speakers")));
    }

    private static @Nullable LocalDate day(@Nullable String published) {
        return published == null ? null : LocalDate.parse(published);
    }

    private static List<Object> numbers(PassageOutline passage) {
        return List.of(
                passage.span().start(),
                passage.span().end(),
                passage.sentences().stream()
                        .map(sentence -> List.of(sentence.start(), sentence.end()))
                        .toList());
    }

    private static List<Passage> passages(DocumentId document, int version, String json) {
        List<Passage> passages = new ArrayList<>();
        try {
            for (var passage : JSON.readTree(json)) {
                List<TextSpan> sentences = new ArrayList<>();
                for (var sentence : passage.get(2)) {
                    sentences.add(new TextSpan(
                            sentence.get(0).intValue(), sentence.get(1).intValue()));
                }
                passages.add(new Passage(
                        new PassageId(document, version, passages.size()),
                        new TextSpan(passage.get(0).intValue(), passage.get(1).intValue()),
                        sentences));
            }
        } catch (JsonProcessingException e) {
            throw new DamagedStoreException("The passages of " + document + ", version " + version + ", are damaged");
        }
        return passages;
    }

    private static Map<String, List<String>> read(String speakers) {
        try {
            return JSON.readValue(speakers, SPEAKERS);
        } catch (JsonProcessingException e) {
            throw new DamagedStoreException("A stored list of speakers is damaged");
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists and numbers are always JSON", e);
        }
    }
}
