-- The corpus. Plain SQL: texts are UTF-8, dates ISO 8601, truth values 0 and 1.

-- Counts the changes that answers can see; the index says up to which one it has come.
CREATE TABLE corpus_state (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    -- tells this store from one that lay in its place before: their revisions do not compare
    store    TEXT    NOT NULL,
    revision INTEGER NOT NULL
);
INSERT INTO corpus_state (id, store, revision) VALUES (1, lower(hex(randomblob(16))), 0);

CREATE TABLE document (
    id        TEXT    NOT NULL PRIMARY KEY,
    origin    TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    -- null: it answers; 'origin': its file is gone; 'person': somebody removed it
    removed   TEXT             CHECK (removed IN ('origin', 'person')),
    -- of the file that its folder brought last: while that is the same, what a person did to the document stays
    file_hash TEXT,
    revision  INTEGER NOT NULL
);
CREATE INDEX document_by_revision ON document (revision);
CREATE INDEX document_by_file_hash ON document (file_hash);

CREATE TABLE document_version (
    document     TEXT    NOT NULL REFERENCES document (id),
    version      INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    source       TEXT,
    published    TEXT,
    url          TEXT,
    language     TEXT    NOT NULL,
    about_title  TEXT,
    about_outlet TEXT,
    speakers     TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    -- [[start, end, [[start, end], ...]], ...]: the passages with their sentences, in reading order
    passages     TEXT    NOT NULL,
    added        TEXT    NOT NULL,
    -- SHA-256 of all the columns above: what does not match it is damaged
    content_hash TEXT    NOT NULL,
    PRIMARY KEY (document, version)
);

-- What was last seen of each file of a folder that is kept in step, so that an unchanged one costs nothing.
CREATE TABLE origin_file (
    origin   TEXT    NOT NULL,
    path     TEXT    NOT NULL,
    size     INTEGER NOT NULL,
    modified TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    document TEXT,
    problem  TEXT,
    PRIMARY KEY (origin, path)
);
CREATE INDEX origin_file_by_document ON origin_file (document);
