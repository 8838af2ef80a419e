-- The normalised addresses of the texts on which a report is kept. They stay when the article is
-- removed, as its report does: when a later text of its address is examined, its claims leave the
-- queue.
CREATE TABLE examined_address (
    key TEXT NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (key, article)
) WITHOUT ROWID;

CREATE INDEX examined_address_article ON examined_address (article);

INSERT INTO examined_address (key, article)
SELECT DISTINCT address.key, article.id
FROM examination
JOIN article ON article.id = examination.article
JOIN address ON address.article = article.ordinal;
