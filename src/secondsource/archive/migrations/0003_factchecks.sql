-- Fact-checks that others published, as they were imported. A fact-check whose checker changed it
-- (another rating, another title) is put in anew under the next number, so that what is derived
-- from the old one is made again.
CREATE TABLE factcheck (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    claim TEXT NOT NULL,
    checker TEXT NOT NULL,
    rating TEXT NOT NULL,
    url TEXT,
    published TEXT,
    language TEXT,
    title TEXT,
    claimant TEXT,
    claimed TEXT,
    appearances TEXT NOT NULL,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL
);

-- What a person judged of a claim, signed; never changed or taken out. A later one may replace or
-- withdraw an earlier one, and names it.
CREATE TABLE verdict (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    claim TEXT NOT NULL,
    rating TEXT NOT NULL,
    text TEXT NOT NULL,
    reasons TEXT NOT NULL,
    sources TEXT NOT NULL,
    article TEXT,
    statement TEXT,
    claimant TEXT,
    claimed TEXT,
    language TEXT,
    appearances TEXT NOT NULL,
    first_appearance TEXT,
    url TEXT,
    replaces INTEGER REFERENCES verdict (number),
    withdrawn INTEGER NOT NULL DEFAULT 0,
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL
);

CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'a verdict is never taken out: withdraw it');
END;

CREATE TRIGGER verdict_stands BEFORE UPDATE ON verdict
BEGIN
    SELECT RAISE(ABORT, 'a verdict is never changed: replace it');
END;
