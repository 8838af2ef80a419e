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
    "jobs/methods.py": (
        mark_sentence("lineage"),
        mark_sentence("reading"),
        mark_sentence("questions"),
        mark_sentence("evidence"),
        mark_sentence("quotations"),
        mark_sentence("fact-checks"),
        mark_sentence("naming"),
        mark_sentence("not searched"),
        mark_sentence("anything outside the archive"),
        mark_sentence(
            "stretches of the same words, found by the runs of six that two texts share "
            "(winnowed 6-word anchors, chained); credits read in the text"
        ),
        mark_sentence(
            "who speaks, by quotation marks and grammar (a parser); what is a claim, an opinion "
            "or a forecast, by a small sentence model and rules"
        ),
        mark_sentence(
            "each statement put so that it stands by itself, and split into its facts, by "
            "grammar and names; no model rewrites it"
        ),
        mark_sentence(
            "passages with the rarest words of a claim (ranked by BM25); for or against by two "
            "small models; what counts as one by four rules"
        ),
        mark_sentence(
            "the same words in a row; what collections of quotations have, by words and by a "
            "multilingual network"
        ),
        mark_sentence(
            "by shared words and nearness of meaning (sentence vectors), weighed by a linear "
            "model; the rating is theirs"
        ),
        mark_sentence(
            "words in the same places of articles on the subject; which outlet leans to which, "
            "against all others (log-odds)"
        ),
    ),
    "jobs/check.py": (
        mark_sentence("translations"),
        mark_sentence("left out"),
        mark_sentence("sent to a language model"),
        mark_sentence("stance"),
        mark_sentence(
            "only by credits: all is in one language, or the multilingual model is not installed"
        ),
        mark_sentence(
            "articles near in meaning (word vectors), their sentences paired in order, doubtful "
            "pairs read by a network"
        ),
    ),
    "jobs/stance_model.py": (
        mark_sentence(
            "by the model %(name)s, named by the user, in the place of the two small ones; the "
            "thresholds were set for these"
        ),
    ),
    "reading/read.py": (
        mark_sentence("only its first %(most)s of %(size)s characters were read"),
        mark_sentence("its text says that the rest is for subscribers"),
    ),
    # Why two names on the pages of people are one.
    "names/agree.py": (
        mark_sentence("“%(left)s” is spelt as “%(right)s”."),
        mark_sentence("“%(left)s” and “%(right)s” may be cases of one word."),
        mark_sentence("“%(left)s” and “%(right)s” spell one sound (%(score)s)."),
        mark_sentence("“%(left)s” and “%(right)s” sound nearly alike (%(score)s)."),
        mark_sentence("“%(left)s” is one of the first names “%(right)s”."),
        mark_sentence("“%(left)s” and “%(right)s” are forms of one name."),
        mark_sentence("“%(left)s.” is the first letter of “%(right)s”."),
    ),
    "names/compare.py": (
        mark_sentence("“%(left)s” and “%(right)s” have the same two words, in another order."),
        mark_sentence("“%(left)s” has both words of “%(right)s”."),
    ),
    "names/bodies.py": (
        mark_sentence("“%(left)s” and “%(right)s” are known names of %(body)s."),
        mark_sentence("“%(left)s” and “%(right)s” have the same words."),
        mark_sentence("“%(left)s” and “%(right)s” have the same words, in another form or order."),
        mark_sentence("“%(left)s” has the first letters of “%(right)s”."),
    ),
}
