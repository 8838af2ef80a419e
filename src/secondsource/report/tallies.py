"""The sentences that count: what was searched, what was found, how many pieces count as one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondsource.evidence.finding import Coverage, Standing
from secondsource.messages import gettext as _
from secondsource.messages import write_number
from secondsource.report.numbers import capitalize_first, ngettext, say_share
from secondsource.report.visible import show_on_one_line
from secondsource.report.wording import (
    STANDING_LABEL,
    STANDING_ORDER,
    say_date,
    say_language,
    say_list,
)

_SHOWN, _MOST = 80, 5  # characters and number of the claims named that were not looked at


def say_coverage(coverage: Coverage) -> str:
    """What was searched, in one sentence: articles, outlets, languages and dates."""
    if not coverage.articles:
        return _("The collection is empty: nothing was searched.")
    return _("Searched: %(what)s.", what=_say_extent(coverage))


def say_holdings(coverage: Coverage) -> str:
    """What a collection holds, in one sentence."""
    if not coverage.articles:
        return _("This archive is empty.")
    return _("This archive holds %(what)s.", what=_say_extent(coverage))


def _say_extent(coverage: Coverage) -> str:
    dates = _("no dates known")
    if coverage.first and coverage.last:
        first, last = say_date(coverage.first), say_date(coverage.last)
        dates = _("dated %(first)s to %(last)s", first=first, last=last)
    languages = say_list([say_language(code) for code in coverage.languages])
    return _(
        "%(articles)s from %(outlets)s, in %(languages)s, %(dates)s",
        articles=say_articles(coverage.articles),
        outlets=ngettext("%(num)s outlet", "%(num)s outlets", len(coverage.outlets)),
        languages=languages or _("unknown languages"),
        dates=dates,
    )


def say_articles(count: int) -> str:
    """How many articles."""
    return ngettext("%(num)s article", "%(num)s articles", count)


def say_standings(counts: Mapping[Standing, int]) -> str:
    """How many statements were looked up and how they came out, in one sentence."""
    bare = counts.get(Standing.NOT_CHECKABLE, 0)
    looked_up = sum(counts.values()) - bare
    parts = [
        _("%(count)s %(standing)s", count=counts[s], standing=_say_counted(s))
        for s in STANDING_ORDER
        if counts.get(s) and s is not Standing.NOT_CHECKABLE
    ]
    counted = capitalize_first(
        ngettext("%(num)s statement was looked up", "%(num)s statements were looked up", looked_up)
    )
    sentence = f"{counted}: {', '.join(parts)}." if parts else f"{counted}."
    return f"{sentence} {_say_bare(bare)}" if bare else sentence


def _say_counted(standing: Standing) -> str:
    """A standing as it follows a number in a sentence."""
    if standing is Standing.SINGLE_ORIGIN:
        return _("with one other source")
    return _(STANDING_LABEL[standing])


def _say_bare(count: int) -> str:
    return capitalize_first(
        ngettext(
            "%(num)s statement is not checkable.", "%(num)s statements are not checkable.", count
        )
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """What a claim adds to the answer: its standing, and whether it rests on unsure readings."""

    standing: Standing
    unsure: bool = False


def say_second_source(claims: Sequence[Answered]) -> str:
    """The answer to the program's own question: second source, or just a second copy."""
    if not claims:
        return _("No claim of this article was looked up.")
    found = [c for c in claims if c.standing in (Standing.CORROBORATED, Standing.SINGLE_ORIGIN)]
    against = [c for c in claims if c.standing in (Standing.DISPUTED, Standing.CONTESTED)]
    echoed = sum(c.standing is Standing.ECHOED for c in claims)
    parts = [
        _say_unsure(
            ngettext(
                "%(num)s claim has a second source",
                "%(num)s claims have a second source",
                len(found),
            ),
            found,
        )
    ]
    if against:
        parts.append(
            _say_unsure(
                ngettext(
                    "%(num)s claim has sources against",
                    "%(num)s claims have sources against",
                    len(against),
                ),
                against,
            )
        )
    parts.append(
        ngettext(
            "%(num)s claim has only second copies", "%(num)s claims have only second copies", echoed
        )
    )
    return f"{capitalize_first('; '.join(parts))}."


def _say_unsure(told: str, claims: Sequence[Answered]) -> str:
    """What is told of some claims, and how many of them rest on unsure readings alone."""
    unsure = sum(claim.unsure for claim in claims)
    if not unsure:
        return told
    if unsure == len(claims):
        return _("%(told)s, by unsure readings alone", told=told)
    return ngettext(
        "%(told)s, %(num)s of them by unsure readings alone",
        "%(told)s, %(num)s of them by unsure readings alone",
        unsure,
        told=told,
    )


def say_doubt(signs: Mapping[str, int]) -> str:
    """How many of the origins that count are read as saying it only unsurely; else empty."""
    unsure = signs["may_supports"] + signs["may_disputes"]
    if not unsure:
        return ""
    if not signs["supports"] + signs["disputes"]:
        return _("The program is unsure of what they say.")
    return capitalize_first(
        ngettext(
            "Of what %(num)s of the origins says the program is unsure.",
            "Of what %(num)s of the origins say the program is unsure.",
            unsure,
        )
    )


def say_tally(signs: Mapping[str, int], articles: int, facts: Sequence[Standing] = ()) -> str:
    """The evidence for one claim counted: origins by what they say, echoes, articles.

    Args:
        signs: how many origins there are of each: supports, disputes, the same two with `may_`
            where their readings are unsure, echo, discusses.
        articles: how many articles take a side, on one of its facts too, echoes included.
        facts: the standing of each of its facts, where it holds several.
    """
    if not articles and not any(signs.values()):
        return _("no evidence")
    told = [", ".join(_say_signs(signs))]
    if facts:
        told.append(_say_facts(facts))
    return "; ".join(
        [*told, *_say_sided(articles, sum(signs.values()) - signs.get("discusses", 0))]
    )


def say_queued(signs: Mapping[str, int], articles: int, facts: Sequence[Standing] = ()) -> str:
    """The same in the queue, where it is not known what takes no side.

    Args:
        signs: as in `say_tally`.
        articles: how many articles take a side, echoes included.
        facts: as in `say_tally`.
    """
    told = [", ".join(_say_signs(signs)), *([_say_facts(facts)] if facts else [])]
    return "; ".join([*told, *_say_sided(articles, sum(signs.values()))])


def say_queued_before(supporting: int, disputing: int, echoes: int, articles: int) -> str:
    """The same where an earlier version did not keep which readings are unsure.

    Args:
        supporting: how many origins say the same, or may.
        disputing: how many say the contrary, or may.
        echoes: how many are echoes.
        articles: how many articles take a side, echoes included.
    """
    said = [
        ngettext(
            "%(num)s says or may say the same",
            "%(num)s say or may say the same",
            supporting,
            num=supporting,
        )
        if supporting
        else _("none says the same")
    ]
    if disputing:
        said.append(
            ngettext(
                "%(num)s says or may say the contrary",
                "%(num)s say or may say the contrary",
                disputing,
                num=disputing,
            )
        )
    if echoes:
        said.append(ngettext("%(num)s echo", "%(num)s echoes", echoes, num=echoes))
    return "; ".join([", ".join(said), *_say_sided(articles, supporting + disputing + echoes)])


def _say_sided(articles: int, origins: int) -> list[str]:
    """How many articles take a side, where they are more than what was counted."""
    if articles <= origins:
        return []
    return [
        ngettext(
            "%(num)s article takes a side",
            "%(num)s articles take a side",
            articles,
            num=write_number(articles),
        )
    ]


def _say_facts(facts: Sequence[Standing]) -> str:
    counts = {s: facts.count(s) for s in STANDING_ORDER if s in facts}
    told = ", ".join(
        _("%(count)s %(standing)s", count=count, standing=_say_counted(s))
        for s, count in counts.items()
    )
    return ngettext(
        "of its %(num)s fact %(told)s",
        "of its %(num)s facts %(told)s",
        len(facts),
        num=len(facts),
        told=told,
    )


def _say_signs(signs: Mapping[str, int]) -> list[str]:
    """How many origins say what, unsure readings apart; where none says the same, that too."""
    signs_in_order = ("supports", "may_supports", "disputes", "may_disputes", "echo", "discusses")
    same, may_same, contrary, may_contrary, echoes, others = (
        signs.get(sign, 0) for sign in signs_in_order
    )
    said = [
        ngettext("%(num)s says the same", "%(num)s say the same", same, num=same)
        if same
        else _("none says the same"),
        ngettext("%(num)s may say the same", "%(num)s may say the same", may_same, num=may_same),
        ngettext("%(num)s says the contrary", "%(num)s say the contrary", contrary, num=contrary),
        ngettext(
            "%(num)s may say the contrary",
            "%(num)s may say the contrary",
            may_contrary,
            num=may_contrary,
        ),
        ngettext("%(num)s echo", "%(num)s echoes", echoes, num=echoes),
        ngettext("%(num)s takes no side", "%(num)s take no side", others, num=others),
    ]
    shown = (same or not may_same, may_same, contrary, may_contrary, echoes, others)
    return [words for words, wanted in zip(said, shown, strict=True) if wanted]


def say_counts_once(pieces: int, because: str) -> str:
    """Why a group of pieces counts as one."""
    if pieces < 2:
        return because
    return capitalize_first(
        ngettext(
            "%(num)s passage, counted once because: %(because)s",
            "%(num)s passages, counted once because: %(because)s",
            pieces,
            because=because,
        )
    )


def say_passages(passages: int, articles: int) -> str:
    """How many passages an origin has, and in how many articles where these are fewer."""
    told = ngettext("%(num)s passage", "%(num)s passages", passages)
    if articles >= passages:
        return told
    return ngettext(
        "%(passages)s in %(num)s article",
        "%(passages)s in %(num)s articles",
        articles,
        passages=told,
    )


def say_copies(others: int) -> str:
    """How many other articles carry the text, never hiding a copy."""
    if not others:
        return _("No other article in the collection carries this text.")
    return capitalize_first(
        ngettext(
            "%(num)s other article in the collection carries text of this family. "
            "Together they count as one.",
            "%(num)s other articles in the collection carry text of this family. "
            "Together they count as one.",
            others,
        )
    )


def say_both_coverages(child: str, parent: str, coverage: float, parent_coverage: float) -> str:
    """How much of each of two texts, named by `child` and `parent`, stands in the other."""
    if not coverage and not parent_coverage:
        return _("No shared text was found between the two; the tie rests on the credit.")
    return _(
        "Of the words of %(child)s, %(share)s stand in %(parent)s; the other way, %(back)s.",
        child=child,
        share=say_share(coverage),
        parent=parent,
        back=say_share(parent_coverage),
    )


def say_counterparts(child: str, parent: str, coverage: float, parent_coverage: float) -> str:
    """How much of a translation and of what it translates has a counterpart in the other."""
    return _(
        "Of %(child)s, %(share)s has a counterpart in %(parent)s; the other way, %(back)s.",
        child=child,
        share=say_share(coverage),
        parent=parent,
        back=say_share(parent_coverage),
    )


def say_not_looked_up(count: int) -> str:
    """How many statements were read but not searched for."""
    if not count:
        return _("No other statement was read in the article.")
    return capitalize_first(
        ngettext(
            "%(num)s statement was read but not looked up.",
            "%(num)s statements were read but not looked up.",
            count,
        )
    )


def say_named_claims(count: int) -> str:
    """How many claims are so by a person's word, and not looked up as the program saw none."""
    return capitalize_first(
        ngettext(
            "%(num)s that a person calls a claim is among them: have the article examined again.",
            "%(num)s that people call claims are among them: have the article examined again.",
            count,
        )
    )


def say_incomplete(not_done: Sequence[str], claims: Sequence[str]) -> str:
    """That an examination was stopped, and what of it is missing; empty when nothing is.

    Args:
        not_done: the steps that were not finished.
        claims: the words of the claims that were to be looked up and were not.
    """
    if not not_done:
        return ""
    steps = "; ".join(map(_, not_done))
    said = [_("This report is incomplete, since it was stopped. Not done: %(steps)s.", steps=steps)]
    if claims:
        said.append(_say_not_looked_at(claims))
    return " ".join(said) + " "


def _say_not_looked_at(claims: Sequence[str]) -> str:
    shown = ", ".join(f"“{show_on_one_line(text, _SHOWN)}”" for text in claims[:_MOST])
    more = len(claims) - _MOST
    if more <= 0:
        return _("Not looked at: %(claims)s.", claims=shown)
    return ngettext(
        "Not looked at: %(claims)s and %(num)s further claim.",
        "Not looked at: %(claims)s and %(num)s further claims.",
        more,
        claims=shown,
    )
