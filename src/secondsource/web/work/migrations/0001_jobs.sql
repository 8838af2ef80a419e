-- "2SWK" in ASCII: how this program recognises its file of jobs.
PRAGMA application_id = 844322635;

-- The latest jobs of the workbench, each as it was when its state changed last.
CREATE TABLE job (
    number INTEGER PRIMARY KEY,
    asked TEXT NOT NULL,
    job BLOB NOT NULL
);
