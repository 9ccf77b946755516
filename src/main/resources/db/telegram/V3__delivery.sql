-- What was made to answer an update and is not yet known to be sent: a second attempt sends this, and makes nothing anew.
CREATE TABLE outbox (
    update_id INTEGER PRIMARY KEY,
    content   TEXT    NOT NULL,               -- JSON: the text with its marks, and the buttons
    made      INTEGER NOT NULL                -- milliseconds since 1970
);

-- Groups that became supergroups, with the number each has since.
CREATE TABLE migrated_chat (
    former  INTEGER PRIMARY KEY,
    current INTEGER NOT NULL
);

-- The questions of the last day, without their words: what quotas count. Times are milliseconds since 1970.
CREATE TABLE question (
    update_id INTEGER PRIMARY KEY,
    person    TEXT    NOT NULL,
    chat_id   INTEGER NOT NULL,
    asked     INTEGER NOT NULL,
    verdict   TEXT    NOT NULL CHECK (verdict IN ('answered', 'refused', 'ignored'))
);

CREATE INDEX question_person ON question (person, asked);
CREATE INDEX question_chat ON question (chat_id, asked);
CREATE INDEX question_asked ON question (asked);

-- Links that let one person into a private bot. Times are milliseconds since 1970.
CREATE TABLE invitation (
    hash    TEXT    PRIMARY KEY,              -- SHA-256 of the code, which is stored nowhere
    request TEXT    NOT NULL UNIQUE,          -- the key of the request for it: asked once, made once
    inviter TEXT    NOT NULL,
    expires INTEGER NOT NULL
);

-- Who was let in.
CREATE TABLE guest (
    person   TEXT    PRIMARY KEY,
    inviter  TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    admitted INTEGER NOT NULL
);
