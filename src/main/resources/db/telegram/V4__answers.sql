-- What was answered, so that buttons work after a restart and below old answers. Times are milliseconds since 1970.
CREATE TABLE answer (
    number   INTEGER PRIMARY KEY AUTOINCREMENT, -- what buttons name; never given twice
    chat     INTEGER NOT NULL,
    origin   TEXT    NOT NULL,                  -- 'message:17' or 'press:…': what asked, once for each
    message  INTEGER,                           -- where it is shown; NULL until it is, or where the server did not say
    person   TEXT,                              -- who asked; NULL once that is erased
    language TEXT    NOT NULL,                  -- of the interface
    asked    INTEGER NOT NULL,
    question TEXT,                              -- as it was asked; NULL once that is erased
    read_as  TEXT,                              -- as it was answered; NULL if as it was asked
    outcome  TEXT    NOT NULL CHECK (outcome IN ('answered', 'nothing', 'failed')),
    pages    TEXT,                              -- JSON, where it is longer than one message
    UNIQUE (chat, origin)
);

CREATE INDEX answer_message ON answer (chat, message);
CREATE INDEX answer_person ON answer (person);
CREATE INDEX answer_asked ON answer (asked);

-- Spans count UTF-16 units of the stored text of the document's version.
CREATE TABLE answer_citation (
    answer        INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
    number        INTEGER NOT NULL,
    document      TEXT    NOT NULL,
    version       INTEGER NOT NULL,
    passage_start INTEGER NOT NULL,
    passage_end   INTEGER NOT NULL,
    quote_start   INTEGER NOT NULL,
    quote_end     INTEGER NOT NULL,
    PRIMARY KEY (answer, number)
);

-- What a conversation was about, for a day.
CREATE TABLE turn (
    answer   INTEGER PRIMARY KEY REFERENCES answer (number) ON DELETE CASCADE,
    place    TEXT    NOT NULL,                  -- chat, topic and the like, see Place
    person   TEXT    NOT NULL,
    asked    INTEGER NOT NULL,
    question TEXT    NOT NULL,                  -- as it stands by itself
    said     TEXT    NOT NULL,
    speakers TEXT    NOT NULL                   -- JSON array, those quoted in the answer
);

CREATE INDEX turn_place ON turn (place, person, answer);

-- One vote a person.
CREATE TABLE vote (
    answer INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
    person TEXT    NOT NULL,
    liked  INTEGER NOT NULL CHECK (liked IN (0, 1)),
    reason TEXT,
    PRIMARY KEY (answer, person)
);

-- Who told the moderators that a question has no answer.
CREATE TABLE gap_report (
    answer INTEGER NOT NULL REFERENCES answer (number) ON DELETE CASCADE,
    person TEXT    NOT NULL,
    PRIMARY KEY (answer, person)
);

CREATE TABLE preference (
    person   TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL
);

-- Questions that buttons ask; made from the documents, of no person.
CREATE TABLE suggestion (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT    NOT NULL UNIQUE
);
