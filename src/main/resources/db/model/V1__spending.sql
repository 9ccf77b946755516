-- One row for each call of a model. It is written before the call with the most that the call can use, and brought to
-- what it did use afterwards; a row that stays reserved counts in full, because the provider may have billed it.
CREATE TABLE spending (
    id            INTEGER PRIMARY KEY,
    day           TEXT    NOT NULL,
    asker         TEXT,
    model         TEXT    NOT NULL,
    state         TEXT    NOT NULL CHECK (state IN ('reserved', 'settled')),
    input_tokens  INTEGER NOT NULL CHECK (input_tokens >= 0),
    output_tokens INTEGER NOT NULL CHECK (output_tokens >= 0),
    cost_micros   INTEGER NOT NULL CHECK (cost_micros >= 0)
);

CREATE INDEX spending_by_day ON spending (day, asker);
