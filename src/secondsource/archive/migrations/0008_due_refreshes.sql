-- Articles whose claims do not follow yet what a person decided: noted with the decision or verdict,
-- taken out with the claims that follow it, so that neither is there without the other. `cause`,
-- `cause_number` and `cause_by` say what made it due.
CREATE TABLE due_refresh (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL,
    cause TEXT NOT NULL,
    cause_number INTEGER,
    cause_by TEXT
);

CREATE INDEX due_refresh_article ON due_refresh (article);
