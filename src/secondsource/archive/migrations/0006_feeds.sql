-- What each feed gave when it was asked last, so that asking it again is cheap: the server's own
-- marks of that state (null where something was left to fetch), and the keys of its entries, JSON.
CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,
    entries TEXT NOT NULL,
    asked_at TEXT NOT NULL
);
