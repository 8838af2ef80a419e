-- "2SWH" in ASCII: how this program recognises its file of webhooks.
PRAGMA application_id = 844322632;

-- Who is told, and of what. The secret signs what is sent, so it is kept as it is. `told` is the
-- number of the last change that the subscription was told of or that does not concern it;
-- `failures` counts failed tries since the last good one.
CREATE TABLE subscription (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    address TEXT NOT NULL,
    secret TEXT NOT NULL,
    made_by TEXT NOT NULL,
    created TEXT NOT NULL,
    before TEXT,
    after TEXT,
    outlet TEXT,
    language TEXT,
    told INTEGER NOT NULL,
    delivered TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    next_try TEXT,
    paused TEXT
);
