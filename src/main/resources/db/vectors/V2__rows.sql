-- A vector is larger than a node of the tree of keys holds: looked up by way of an index of the keys alone, it takes a few
-- pages; inside the tree it took as many as ten.
ALTER TABLE vector RENAME TO vector_in_keys;
CREATE TABLE vector (
    model  TEXT NOT NULL,
    hash   BLOB NOT NULL,
    vector BLOB NOT NULL,
    UNIQUE (model, hash)
);
INSERT INTO vector (model, hash, vector) SELECT model, hash, vector FROM vector_in_keys;
DROP TABLE vector_in_keys;
