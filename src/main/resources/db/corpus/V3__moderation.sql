-- Those who may change the corpus. People are opaque ids here and in document_change, pseudonyms in the audit log.
CREATE TABLE role (
    person  TEXT NOT NULL PRIMARY KEY,
    role    TEXT NOT NULL CHECK (role IN ('owner', 'moderator')),
    -- who granted it; the owner's claim is nobody's grant
    granter TEXT,
    granted TEXT NOT NULL
);
CREATE UNIQUE INDEX role_one_owner ON role (role) WHERE role = 'owner';

-- The code by which a first owner comes, as its SHA-256. One at most; gone when used.
CREATE TABLE claim_code (
    id      INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    hash    TEXT    NOT NULL,
    expires TEXT    NOT NULL
);

-- What moderators brought. The text is read from the bytes as they came; what was edited stands beside them.
CREATE TABLE proposal (
    id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    -- null if that person was forgotten
    proposer  TEXT,
    created   TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    -- null when it was rejected or has expired
    content   BLOB,
    hash      TEXT    NOT NULL,
    -- JSON: what the details are to be where they are not what the file says
    edits     TEXT    NOT NULL,
    -- the document that an approval gives a new version, as the moderators were shown
    replaces  TEXT,
    state     TEXT    NOT NULL CHECK (state IN ('open', 'approved', 'rejected', 'expired')),
    decider   TEXT,
    decided   TEXT,
    document  TEXT,
    version   INTEGER
);
CREATE INDEX proposal_open ON proposal (hash) WHERE state = 'open';

-- Derived from the texts: may be emptied at any time.
CREATE TABLE document_sketch (
    document TEXT    NOT NULL PRIMARY KEY,
    version  INTEGER NOT NULL,
    sketch   BLOB    NOT NULL
);

-- A person's pseudonym in the audit log is made with a key; without the key the rows name nobody.
CREATE TABLE pseudonym_key (
    person TEXT NOT NULL PRIMARY KEY,
    key    BLOB NOT NULL
);

CREATE TABLE audit (
    number   INTEGER NOT NULL PRIMARY KEY,
    at       TEXT    NOT NULL,
    actor    TEXT,
    action   TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    detail   TEXT    NOT NULL,
    -- SHA-256 of the row before; of nothing for the first
    previous TEXT    NOT NULL,
    -- SHA-256 of all the columns above
    hash     TEXT    NOT NULL
);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
    SELECT RAISE (ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
    SELECT RAISE (ABORT, 'the audit log is append-only');
END;
