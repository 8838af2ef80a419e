-- "2SRC" in ASCII: how `file` and this program recognise an archive.
PRAGMA application_id = 844321347;

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Tells two archives apart, so that an index copied from another one is not believed.
INSERT INTO meta (key, value) VALUES ('archive', lower(hex(randomblob(16))));
-- Grows by one in each writing transaction.
INSERT INTO meta (key, value) VALUES ('generation', '0');

CREATE TABLE raw (
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    packed INTEGER NOT NULL CHECK (packed IN (0, 1)),
    bytes BLOB NOT NULL
);

-- AUTOINCREMENT: an ordinal is never given twice, so an index may remember it.
CREATE TABLE article (
    ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    url TEXT,
    canonical TEXT,
    title TEXT,
    outlet TEXT,
    byline TEXT NOT NULL,
    published TEXT,
    language TEXT,
    raw TEXT REFERENCES raw (sha256),
    previous INTEGER REFERENCES article (ordinal),
    source TEXT NOT NULL,
    added_at TEXT NOT NULL
);

CREATE INDEX article_raw ON article (raw);
CREATE INDEX article_previous ON article (previous);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_language ON article (language);
CREATE INDEX article_published ON article (published);

-- The normalised addresses an article answers to: its url, and its canonical address.
CREATE TABLE address (
    key TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (ordinal) ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE INDEX address_article ON address (article);

CREATE TABLE credit (
    article INTEGER NOT NULL REFERENCES article (ordinal) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    date TEXT,
    start INTEGER,
    "end" INTEGER,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE link (
    article INTEGER NOT NULL REFERENCES article (ordinal) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE boilerplate (
    article INTEGER NOT NULL REFERENCES article (ordinal) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;

CREATE TABLE rejection (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    rejected_at TEXT NOT NULL
);

-- The tombstones: which ordinals are gone, so that a derived index can forget them too.
CREATE TABLE removal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    ordinal INTEGER NOT NULL UNIQUE,
    id TEXT NOT NULL,
    removed_at TEXT NOT NULL
);
