-- Every update as it came, kept before Telegram is told that it arrived. Times are milliseconds since 1970.
CREATE TABLE inbox (
    arrival       INTEGER PRIMARY KEY,       -- the order of arrival; identifiers may start afresh after a quiet week
    update_id     INTEGER NOT NULL UNIQUE,
    chat_id       INTEGER,                   -- NULL where there is nothing to do for any chat
    message_id    INTEGER,
    album         TEXT,                      -- what Telegram calls a media group
    json          TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'expired', 'unreadable')),
    received      INTEGER NOT NULL,
    not_before    INTEGER NOT NULL DEFAULT 0,
    starts        INTEGER NOT NULL DEFAULT 0, -- how often it was taken up without coming to an end
    postponements INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX inbox_waiting ON inbox (chat_id, arrival) WHERE state = 'waiting';
CREATE INDEX inbox_album ON inbox (chat_id, album) WHERE album IS NOT NULL;

-- One row: the offset of the next getUpdates, which confirms everything before it.
CREATE TABLE polling (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    next_offset INTEGER NOT NULL
);

-- The messages in which a message of a chat was answered, so that an edit or a second attempt changes them.
CREATE TABLE reply (
    chat_id     INTEGER NOT NULL,
    question_id INTEGER NOT NULL,
    part        INTEGER NOT NULL,
    message_id  INTEGER,                     -- NULL where the server took the message but did not say its number
    content     TEXT    NOT NULL,            -- SHA-256 of what was sent
    PRIMARY KEY (chat_id, question_id, part)
);
