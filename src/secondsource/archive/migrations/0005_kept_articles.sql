-- The articles that kept reports name, each once however many reports name it: they are by far the
-- most of a report. They stay when the archive's own copy is removed, as long as a report has them.
CREATE TABLE kept_article (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    article BLOB NOT NULL
);

CREATE TABLE report_article (
    examination INTEGER NOT NULL REFERENCES examination (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES kept_article (number),
    PRIMARY KEY (examination, position)
) WITHOUT ROWID;

CREATE INDEX report_article_article ON report_article (article);
