-- Who did what to which document when. Also what an undo goes by: each row tells how the document stood after it.
CREATE TABLE document_change (
    number   INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    document TEXT    NOT NULL REFERENCES document (id),
    -- the one that answers after the change; after a removal the one that answered before
    version  INTEGER NOT NULL,
    kind     TEXT    NOT NULL CHECK (kind IN ('added', 'updated', 'removed', 'restored')),
    -- the earlier version whose content this one has again
    restores INTEGER,
    -- the change that this one took back
    undoes   INTEGER REFERENCES document_change (number),
    -- null: a folder, the command line, or somebody who was forgotten
    author   TEXT,
    at       TEXT    NOT NULL
);
CREATE INDEX document_change_by_document ON document_change (document);
CREATE INDEX document_change_by_author ON document_change (author);
CREATE INDEX document_change_by_undoes ON document_change (undoes);

INSERT INTO document_change (document, version, kind, at)
SELECT document, version, CASE version WHEN 1 THEN 'added' ELSE 'updated' END, added
FROM document_version ORDER BY added, document, version;
