-- Vectors by model and by the SHA-256 of the embedded text. A cache: losing it costs time, nothing else.
CREATE TABLE vector (
    model  TEXT NOT NULL,
    hash   BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)
) WITHOUT ROWID;
