-- Each time the standing of a claim became another one: written with the claim itself, read by
-- programs that follow the archive. `after` and `machine` are NULL where the claim is gone;
-- `cause_number` and `cause_by` name a person's decision or verdict, where one made the change.
CREATE TABLE standing_change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    url TEXT,
    title TEXT,
    outlet TEXT,
    language TEXT,
    statement TEXT NOT NULL,
    text TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT,
    machine TEXT,
    cause TEXT NOT NULL,
    cause_number INTEGER,
    cause_by TEXT,
    at TEXT NOT NULL
);
