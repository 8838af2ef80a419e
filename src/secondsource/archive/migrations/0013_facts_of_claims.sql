-- The standing of each fact of a claim that holds several, by commas: its own standing goes by them
-- too. Empty where it holds one, and in claims of earlier versions until they are written anew.
ALTER TABLE claim ADD COLUMN facts TEXT NOT NULL DEFAULT '';
