-- How many of the origins that support or dispute a claim only may do so, as no passage of theirs is
-- read surely. NULL where that is not known: in claims of earlier versions, until they are written
-- anew with the next decision on their report or the next examination.
ALTER TABLE claim ADD COLUMN may_support INTEGER;
ALTER TABLE claim ADD COLUMN may_dispute INTEGER;
