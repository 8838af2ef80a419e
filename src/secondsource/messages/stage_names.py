"""Names of techniques and methods that the stages give, by the module that gives them."""

from collections.abc import Mapping
from typing import Final

from secondsource.messages.marking import Form, mark_sentence

NAMES: Final[Mapping[str, tuple[Form, ...]]] = {
    "reading/wording/techniques.py": (
        mark_sentence("name calling"),
        mark_sentence("loaded language"),
        mark_sentence("exaggeration or playing down"),
        mark_sentence("casting doubt"),
        mark_sentence("appeal to fear"),
        mark_sentence("flag-waving"),
        mark_sentence("slogan"),
        mark_sentence("repetition"),
        mark_sentence("whataboutism"),
        mark_sentence("one cause for everything"),
        mark_sentence("only two choices"),
        mark_sentence("a phrase that ends the talk"),
        mark_sentence("appeal to what everyone thinks"),
        mark_sentence("appeal to authority"),
        mark_sentence("unnamed crowd"),
    ),
    "jobs/check.py": (
        mark_sentence("lineage"),
        mark_sentence("reading"),
        mark_sentence("questions"),
        mark_sentence("evidence"),
        mark_sentence("quotations"),
        mark_sentence("fact-checks"),
        mark_sentence("naming"),
        mark_sentence("not searched"),
        mark_sentence("translations"),
        mark_sentence("left out"),
        mark_sentence("sent to a language model"),
        mark_sentence("anything outside the archive"),
        mark_sentence(
            "winnowed 6-word anchors, runs of equal words chained; credits read in the text"
        ),
        mark_sentence(
            "voices by quotation marks and parse; kinds by a small sentence model and rules"
        ),
        mark_sentence("statements made self-standing and split by grammar and names, by no model"),
        mark_sentence("passages by BM25; stance by two small models; origins by four rules"),
        mark_sentence(
            "runs of equal words; what collections have, by words and by a multilingual network"
        ),
        mark_sentence(
            "by shared words and sentence vectors, weighed by a linear model; the rating is theirs"
        ),
        mark_sentence("words in the same places of articles on the subject; outlets by log-odds"),
        mark_sentence(
            "only by credits: all is in one language, or the multilingual model is not installed"
        ),
        mark_sentence(
            "articles near by word vectors, sentences aligned in order, doubtful ones read by a "
            "network"
        ),
    ),
    # Why two names on the pages of people are one.
    "reading/names/agree.py": (
        mark_sentence("“%(left)s” is spelt as “%(right)s”."),
        mark_sentence("“%(left)s” and “%(right)s” may be cases of one word."),
        mark_sentence("“%(left)s” and “%(right)s” spell one sound (%(score)s)."),
        mark_sentence("“%(left)s” and “%(right)s” sound nearly alike (%(score)s)."),
        mark_sentence("“%(left)s” is one of the first names “%(right)s”."),
        mark_sentence("“%(left)s” and “%(right)s” are forms of one name."),
        mark_sentence("“%(left)s.” is the first letter of “%(right)s”."),
    ),
    "reading/names/compare.py": (
        mark_sentence("“%(left)s” and “%(right)s” have the same two words, in another order."),
        mark_sentence("“%(left)s” has both words of “%(right)s”."),
    ),
    "reading/names/bodies.py": (
        mark_sentence("“%(left)s” and “%(right)s” are known names of %(body)s."),
        mark_sentence("“%(left)s” and “%(right)s” have the same words."),
        mark_sentence("“%(left)s” and “%(right)s” have the same words, in another form or order."),
        mark_sentence("“%(left)s” has the first letters of “%(right)s”."),
    ),
}
