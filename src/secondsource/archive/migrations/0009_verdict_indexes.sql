-- The verdicts on one article, and what took the place of a verdict, are found without reading all.
CREATE INDEX verdict_article ON verdict (article) WHERE article IS NOT NULL;
CREATE INDEX verdict_replaces ON verdict (replaces) WHERE replaces IS NOT NULL;
