-- Who took an article out, and what it was called: for people. Empty where it was taken out before.
ALTER TABLE removal ADD COLUMN removed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE removal ADD COLUMN title TEXT;
ALTER TABLE removal ADD COLUMN outlet TEXT;
