-- What rules read out of the text of a version. Derived from it, so rows that are damaged or missing are made again.
CREATE TABLE version_extract (
    document   TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    -- tells these rules from earlier and later ones
    make       TEXT    NOT NULL,
    statements TEXT    NOT NULL,
    speakers   TEXT    NOT NULL,
    -- SHA-256 of all the columns above
    hash       TEXT    NOT NULL,
    PRIMARY KEY (document, version),
    FOREIGN KEY (document, version) REFERENCES document_version (document, version)
);

-- What moderators decided about the names of speakers; later rows win. The audit log tells who did it.
CREATE TABLE speaker_decision (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- 'same': the name means the speaker of the other one; 'apart': it means a speaker of its own
    kind   TEXT    NOT NULL CHECK (kind IN ('same', 'apart')),
    name   TEXT    NOT NULL,
    other  TEXT,
    at     TEXT    NOT NULL
);
