-- "2SAC" in ASCII: how this program recognises its file of accounts.
PRAGMA application_id = 844316995;

-- Nobody is ever removed: decisions are signed with these names.
CREATE TABLE user (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    -- The name without what two spellings of one name may differ in.
    key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    password TEXT NOT NULL,
    created TEXT NOT NULL,
    disabled TEXT
);

-- A session and a token are known by the SHA-256 of their secret, which is kept nowhere.
CREATE TABLE session (
    hash BLOB PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES user (number),
    csrf TEXT NOT NULL,
    created TEXT NOT NULL,
    seen TEXT NOT NULL,
    expires TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX session_of_user ON session (user);

CREATE TABLE token (
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    user INTEGER NOT NULL REFERENCES user (number),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    created TEXT NOT NULL,
    used TEXT,
    revoked TEXT
);

CREATE INDEX token_of_user ON token (user);
