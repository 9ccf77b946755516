package org.citebot.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DamagedStoreException;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Extract;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.StoredExtract;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The statements of the documents, kept beside their versions in the store. They are read out of a document when it is
 * ingested, and stored with it; what older rules read, or nobody did, is read again by {@link #renew}. For many threads
 * and processes.
 */
public final class StatementArchive {

    /** Tells the rules of extraction from those before; to be raised with every change that may find other statements. */
    static final String MAKE = "7";

    private static final Logger LOG = LoggerFactory.getLogger(StatementArchive.class);

    private final CorpusStore store;
    private @Nullable StatementExtractor extractor;

    /** Over one corpus. Nothing is loaded before a document is to be read. */
    public StatementArchive(CorpusStore store) {
        this.store = store;
    }

    private synchronized StatementExtractor extractor() {
        StatementExtractor loaded = extractor;
        if (loaded == null) {
            loaded = new StatementExtractor();
            extractor = loaded;
        }
        return loaded;
    }

    /** A document with its statements read out of it, to be stored with it. Takes some milliseconds: before any lock. */
    public NewDocument read(NewDocument document) {
        DocumentVersion version =
                new DocumentVersion(document.id(), 1, document.details(), document.text(), List.of(), Instant.EPOCH);
        return document.with(extract(version));
    }

    /** The statements of a text that is not stored, as they would be. Takes some milliseconds. */
    public List<Statement> find(DocumentDetails details, String text) {
        return statements(new DocumentVersion(new DocumentId("unstored"), 1, details, text, List.of(), Instant.EPOCH));
    }

    /** The statements of versions that answer, as they are stored; a version that was not read yet is missing. */
    public Map<DocumentId, List<Statement>> stored(Map<DocumentId, DocumentVersion> versions) {
        Map<DocumentId, List<Statement>> statements = new HashMap<>();
        for (StoredExtract stored : store.extracts(versions.keySet())) {
            DocumentVersion version = versions.get(stored.document());
            if (version != null
                    && version.number() == stored.version()
                    && stored.extract().make().equals(MAKE)) {
                decode(version, stored.extract()).ifPresent(read -> statements.put(stored.document(), read));
            }
        }
        return statements;
    }

    /** Forgets what is damaged, so that {@link #renew} reads it again. */
    public void sweep() {
        store.sweepExtracts();
    }

    /**
     * Reads some of the versions that were read by other rules, or never.
     *
     * @param count how many at most
     * @return how many; 0 when all are read
     */
    public int renew(int count) {
        List<DocumentVersion> due = store.withoutExtract(MAKE, count);
        Map<DocumentVersion, Extract> extracts = new LinkedHashMap<>();
        due.forEach(version -> extracts.put(version, extract(version)));
        if (!extracts.isEmpty()) {
            store.putExtracts(extracts);
        }
        return due.size();
    }

    private Extract extract(DocumentVersion version) {
        List<Statement> statements = statements(version);
        return new Extract(
                MAKE,
                StatementCodec.write(statements),
                DocumentSpeaker.write(DocumentSpeaker.of(version.details(), statements)));
    }

    private List<Statement> statements(DocumentVersion version) {
        List<Statement> statements = new ArrayList<>();
        try {
            extractor().extract(version).forEach(found -> statements.add(named(found, version.details())));
        } catch (RuntimeException e) {
            // No document is refused because its statements are not understood.
            LOG.error("No statements could be read out of {}", version.document(), e);
        }
        return statements;
    }

    /** A name that the front matter gives for somebody stands, in its document, for the fuller one. */
    private static Statement named(Statement statement, DocumentDetails details) {
        Speaker speaker = statement.speaker();
        String name = speaker.name();
        if (name == null) {
            return statement;
        }
        String key = NameKey.of(name);
        for (Map.Entry<String, List<String>> known : details.speakers().entrySet()) {
            boolean same = known.getValue().stream()
                    .anyMatch(alias -> NameKey.of(alias).equals(key));
            if (same && !known.getKey().isBlank()) {
                return statement.by(new Speaker(
                        speaker.words(), known.getKey(), speaker.role(), speaker.abbreviation(), speaker.resolution()));
            }
        }
        return statement;
    }

    private static Optional<List<Statement>> decode(DocumentVersion version, Extract extract) {
        try {
            return Optional.of(
                    StatementCodec.read(extract.statements(), version.details().published()));
        } catch (DamagedStoreException e) {
            LOG.warn("The statements of {} cannot be read", version.document());
            return Optional.empty();
        }
    }
}
