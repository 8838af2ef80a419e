-- What a decision on a report says besides: to what (the words of another source, a note), why, on
-- which words, what the machine had said, and the last decision on the same that its author had
-- seen. `article` and `other` are the ids of the articles that it concerns.
ALTER TABLE decision ADD COLUMN value TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN reasons TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN words TEXT NOT NULL DEFAULT '[]';
ALTER TABLE decision ADD COLUMN machine TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN seen INTEGER;
ALTER TABLE decision ADD COLUMN article TEXT;
ALTER TABLE decision ADD COLUMN other TEXT;

CREATE INDEX decision_subject ON decision (about, subject);
CREATE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX decision_article ON decision (article) WHERE article IS NOT NULL;
CREATE INDEX decision_other ON decision (other) WHERE other IS NOT NULL;

-- Reports as the machine made them, the latest few of each article. `ordinal` and `removal` are
-- how far the archive reached when the examination began.
CREATE TABLE examination (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    language TEXT,
    published TEXT,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    ordinal INTEGER NOT NULL,
    removal INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    report BLOB NOT NULL
);

CREATE INDEX examination_article ON examination (article, number);

-- The claims of the latest report of each article, as they stand with what people decided.
CREATE TABLE claim (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    statement TEXT NOT NULL,
    text TEXT NOT NULL,
    standing TEXT NOT NULL,
    machine TEXT NOT NULL,
    worth REAL NOT NULL,
    checkworthiness REAL NOT NULL,
    supporting INTEGER NOT NULL,
    disputing INTEGER NOT NULL,
    echoes INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    decided INTEGER NOT NULL CHECK (decided IN (0, 1)),
    flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
    language TEXT,
    outlet TEXT,
    published TEXT,
    UNIQUE (article, statement)
);

-- Holds all that the queue is chosen by, so that rows are read only for what is shown.
CREATE INDEX claim_queue
ON claim (worth DESC, number, standing, outlet, language, decided, flagged);

-- Which articles the latest report of each article names: whom a decision on a tie concerns.
CREATE TABLE named (
    article TEXT NOT NULL,
    examined TEXT NOT NULL,
    PRIMARY KEY (article, examined)
) WITHOUT ROWID;

CREATE INDEX named_examined ON named (examined);
