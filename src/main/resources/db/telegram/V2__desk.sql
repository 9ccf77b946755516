-- What one of the bot's messages is about, e.g. 'proposal:12': a reply to it and its buttons mean that.
CREATE TABLE desk_message (
    chat    INTEGER NOT NULL,
    message INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    PRIMARY KEY (chat, message)
);

-- What those with a role are called in front of each other.
CREATE TABLE person_name (
    person TEXT NOT NULL PRIMARY KEY,
    name   TEXT NOT NULL
);

-- A text that comes in several messages, one at a time for a person in a chat. Times are milliseconds since 1970.
CREATE TABLE pasted_text (
    chat    INTEGER NOT NULL,
    person  TEXT    NOT NULL,
    begun   INTEGER NOT NULL,           -- the number of the message that began it
    touched INTEGER NOT NULL,           -- when its last part was received
    dropped INTEGER NOT NULL,           -- the parts of an earlier text that it took the place of
    ended   TEXT,                       -- the key of the request that ended it; NULL while it is open
    PRIMARY KEY (chat, person)
);

CREATE TABLE pasted_part (
    chat    INTEGER NOT NULL,
    person  TEXT    NOT NULL,
    message INTEGER NOT NULL,
    text    TEXT    NOT NULL,
    PRIMARY KEY (chat, person, message),
    FOREIGN KEY (chat, person) REFERENCES pasted_text (chat, person) ON DELETE CASCADE
);
