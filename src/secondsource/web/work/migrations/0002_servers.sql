-- The server that does the job: another one that works on the same archive leaves it alone for as
-- long as that runs.
ALTER TABLE job ADD COLUMN server TEXT NOT NULL DEFAULT '';
