"""With what a report was made, in words: version, models, collection and settings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from secondsource.messages import N_
from secondsource.messages import gettext as _
from secondsource.report.tallies import say_articles
from secondsource.review.report import MadeWith

SETTING_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "claims": N_("statements that are looked up, at most"),
        "first_limit": N_("passages that are asked for first, for each claim"),
        "most_limit": N_("passages that are kept at most, copies included"),
        "families": N_("different texts after which the search goes no deeper"),
        "deepest": N_("passages that the search goes through at most"),
        "judged": N_("passages of different text that are read for or against, at most"),
        "most_judged": N_("the same where few claims are looked up"),
        "read_in_all": N_("passages that are read in all before that is cut"),
        "near": N_("least likeness of the words of an article on the same matter, of 1"),
        "sure": N_("least sureness at which a passage takes a side, of 1"),
        "sure_of_strange": N_(
            "the same where an article has none of the names that the claim is about"
        ),
        "sure_of_dispute": N_("the same for a dispute in other words than the claim’s"),
        "sure_of_paraphrase": N_("the same for support in other words, weighed with the numbers"),
        "shared_words": N_("least share of the claim’s words that a passage must have, of 1"),
        "fewest_shared": N_("least number of them"),
        "core_words": N_("least share of them beside a name of the claim, of 1"),
        "fewest_core": N_("least number of them beside a name"),
        "clear_of_support": N_(
            "how much likelier than support a dispute beside a name must be, times"
        ),
        "least": N_("least worth of checking of a claim that is looked up, of 1"),
        "abroad_limit": N_("passages that are asked for in each other language"),
        "abroad_kept": N_("of these kept, at most"),
        "judged_abroad": N_("of these read for or against, at most"),
        "sure_abroad": N_("least sureness in another language, of 1"),
        "sure_of_strange_abroad": N_("the same where an article there has none of its names"),
        "shared_abroad": N_("least share of the claim’s words in another language, of 1"),
        "parts": N_("single facts of statements that are looked up besides, at most"),
        "judged_part": N_("passages that are read for or against for each of these, at most"),
    }
)
"""What each number of `Options` sets; one that is missing here is told by its name alone."""


def say_making(made: MadeWith | None) -> tuple[tuple[str, str], ...]:
    """What is told of the making, each with its name; nothing where it is not known."""
    if made is None:
        return ()
    archive = _(
        "%(articles)s, digest of their ids %(digest)s",
        articles=say_articles(made.articles),
        digest=made.archive,
    )
    return (
        (_("version"), f"Second Source {made.version}"),
        (_("models"), ", ".join(f"{name} {digest}" for name, digest in made.models)),
        (_("collection"), archive),
        (_("settings"), "; ".join(_say_setting(name, value) for name, value in made.settings)),
    )


def _say_setting(name: str, value: str) -> str:
    """A setting in plain words, with its exact name in brackets."""
    words = SETTING_WORDS.get(name)
    return f"{_(words)}: {value} ({name})" if words else f"{name} {value}"
