-- What people decided, beside what the program worked out: who, when, about what. Nothing is ever
-- changed or taken out; an undo is a decision too, and names the one it undoes.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    about TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    undoes INTEGER REFERENCES decision (number),
    decided_by TEXT NOT NULL,
    decided_at TEXT NOT NULL
);

CREATE INDEX decision_about ON decision (about);

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never taken out: undo it');
END;

CREATE TRIGGER decision_stands BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed: undo it and decide anew');
END;
