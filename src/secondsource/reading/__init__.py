"""Reading: the sentences of an article, who says them, and what kind of statement each is."""

from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.read import read_article, read_articles, say_cut
from secondsource.sentences import split_sentences

__all__ = ["find_attributions", "read_article", "read_articles", "say_cut", "split_sentences"]
