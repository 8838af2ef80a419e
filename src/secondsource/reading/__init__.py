"""Reading: the sentences of an article, who says them, and what kind of statement each is."""

from secondsource.reading.read import read_article, read_articles
from secondsource.reading.sentences import split_sentences
from secondsource.reading.voices import find_attributions

__all__ = ["find_attributions", "read_article", "read_articles", "split_sentences"]
