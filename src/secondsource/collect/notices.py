"""Closing notices: what an outlet adds below every article, and whose voice it is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondsource.article import Credit, Role, Span
from secondsource.collect.credits.line import CreditLine
from secondsource.collect.credits.names import read_outlet
from secondsource.collect.layout import Layout, Line


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of notice: why it is not the article, and how such a line reads.

    `literals` are in lower case; a line without any of them need not be searched.
    """

    reason: str
    literals: tuple[str, ...]
    pattern: re.Pattern[str]


def _notice(reason: str, literals: str, *alternatives: str) -> Notice:
    pattern = re.compile("(?i:" + "|".join(alternatives) + ")")
    return Notice(reason, tuple(literals.split(", ")), pattern)


# Any of these in one of the last lines makes the whole line a notice.
_NOTICES: tuple[Notice, ...] = (
    _notice(
        "a disclaimer of the outlet",
        "views, opinions, statements, necessarily, to seek, to verify, to check, guarantee, "
        "no responsibility, no liability, position of, мнени, ответственност",
        r"\b(?:views|opinions|statements)(?: and opinions)?(?: \w+)?"
        r" (?:expressed|stated|contained)\b",
        r"\bexpressed (?:views|opinions)\b",
        r"\bnot necessarily (?:reflect|represent|the (?:views|opinions))\b",
        r"\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) the (?:views|opinions|position)\b",
        r"\b(?:encourage|urge|advise) (?:you|readers|our readers) to (?:seek|verify|check)\b",
        r"\bcannot guarantee (?:the )?(?:absolute )?(?:validity|accuracy)\b",
        r"\b(?:assumes?|accepts?|takes?|bears?) no (?:responsibility|liability)\b",
        r"мнени[ея] (?:редакции|автор\w+)\b.{0,60}\bне (?:совпада|отража|явля)",
        r"\bредакция не нес[её]т ответственности",
    ),
    _notice(
        "a notice of rights",
        "©, (c), copyright, rights reserved, content is owned, may not be, права, при перепечатке, "
        "при цитировании, при использовании",
        r"^(?:©|\(c\)|copyright\b)",
        r"\ball rights reserved\b",
        r"\ball content is owned\b",
        r"\bmay not be (?:published, broadcast|reproduced|redistributed)",
        r"все права защищены",
        r"при (?:перепечатке|цитировании|использовании)\b.{0,60}\b(?:ссылка|гиперссылка)",
    ),
    _notice(
        "an invitation to subscribe",
        "sign up, subscribe, support , donate, follow us, like us, join us, подпи, следите, "
        "присоединяйтесь, поддержите, оформите",
        r"^(?:please )?(?:sign up|subscribe)\b.{0,60}"
        r"\b(?:newsletter|channel|updates|podcast|e-?mail)",
        r"^(?:sign up for|subscribe to|support|donate to) (?:our|the|us)\b",
        r"^follow us (?:on|at)\b",
        r"^(?:like|join) us on\b",
        r"^(?:подписывайтесь|подпишитесь|следите за нами|присоединяйтесь)",
        r"^(?:поддержите|оформите)\b.{0,60}\b(?:нас|редакци|подписк)",
    ),
    _notice(
        "a list of other articles",
        "read , see also, related, also on, читайте, читать, по теме, смотрите, ещё, еще",
        r"^(?:read (?:more|also|next)|see also|related(?: articles| stories| coverage)?|also on)"
        r"\b.{0,3}(?::|$)",
        r"^(?:читайте также|читать далее|по теме|смотрите также|ещ[её] по теме)\b",
    ),
    _notice(
        "the outlet's menu",
        "about, privacy, terms of, policy, contact us",
        r"^about \w.{0,40}[-–—|•].{0,80}\b(?:policy|policies|disclosures?|terms|contact)\b",
        r"^(?:privacy policy|terms of (?:use|service)|comment policy|contact us)\b.{0,80}$",
    ),
)
_MENU_OR_SLOGAN = 90
# Where a notice names the outlet that speaks: "the views of The Quay Gazette".
_OUTLET_SLOTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?i:\b(?:views|opinions|position|policy) of )(?:the )?(?=[A-Z«“\"])",
        r"^(?i:about )(?=[A-Z])",
        r"(?i:\bnon-)(?=[A-Z])",
        r"(?i:\b(?:articles?|content|material)s? (?:on|in|at|by|published by) )(?=[A-Z])",
        r"(?i:©|\bcopyright)\s*(?:\d{4}(?:[-–]\d{2,4})?,?\s*)(?:(?i:by)\s+)?(?=[A-Z«])",
        r"(?i:\bmay not (?:coincide with|reflect|represent) (?:the )?(?:\w+ )?of )(?=[A-Z])",
        r"(?i:позици\w+|мнени\w+) (?:редакции |издания |портала )+(?=[«\"])",
    )
)
_OUTLET_FIRST = re.compile(
    r"(?:^|[.,] )(?P<name>[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,4})(?:'s|’s)? "
    r"(?:cannot guarantee|(?:does|do) not|accepts? no|assumes? no|takes? no|is not responsible)"
)
_NOT_OUTLETS = """
    the this these those we our all any some expressed opinions views content please it they you
    your author authors us
"""
NOT_OUTLETS = frozenset(_NOT_OUTLETS.split())


def find_notices(layout: Layout, lowered: str) -> tuple[tuple[Line, str], ...]:
    """The lines that close an article as a notice of its outlet, each with the reason.

    A short line without a full stop between two notices, or just above the first, is the
    heading of the notice and goes with it.

    Args:
        layout: the article's first and last lines.
        lowered: their words in lower case.
    """
    kinds = [kind for kind in _NOTICES if any(literal in lowered for literal in kind.literals)]
    named = [(line, name_notice(line, kinds)) for line in layout.tail if line.start > 0]
    first = next((n for n, (_, reason) in enumerate(named) if reason), None)
    if first is None:
        return ()
    above = named[first - 1][0] if first else None
    heading = [(above, "the heading of a notice")] if above and _is_heading(above) else []
    return (*heading, *_from_first(named[first:]))


def _from_first(named: list[tuple[Line, str | None]]) -> Iterator[tuple[Line, str]]:
    for line, reason in named:
        if reason:
            yield line, reason
        elif _is_heading(line):
            yield line, "a line among the outlet's notices"


def name_notice(line: Line, kinds: Iterable[Notice] = _NOTICES) -> str | None:
    """Why a line is a notice of the outlet, or None when it reads as part of the article."""
    lowered = line.text.lower()
    for kind in kinds:
        known = any(literal in lowered for literal in kind.literals)
        if known and kind.pattern.search(line.text):
            return kind.reason
    return None


def find_republisher(notices: tuple[tuple[Line, str], ...]) -> CreditLine | None:
    """The outlet in whose name the closing notices speak: the one they name most often.

    Its span is where the notices first name it; the role is `other`, since a notice says whose
    page it is and not what they did with the text.
    """
    names = [
        (line, span)
        for line, _ in notices
        for span in _outlets_named(line)
        if span.of(line.text).lower() not in NOT_OUTLETS
    ]
    if not names:
        return None
    counts = Counter(span.of(line.text) for line, span in names)
    best = max(counts, key=lambda name: counts[name])
    line, span = next((line, span) for line, span in names if span.of(line.text) == best)
    return CreditLine(Credit(Role.OTHER, best, span=span.shift(line.start)), None)


def _outlets_named(line: Line) -> Iterator[Span]:
    for slot in _OUTLET_SLOTS:
        for found in slot.finditer(line.text):
            outlet = read_outlet(line.text, found.end(), len(line.text))
            if outlet is not None:
                yield _without_suffix(line.text, outlet)
    for found in _OUTLET_FIRST.finditer(line.text):
        yield Span(*found.span("name"))


def _without_suffix(text: str, name: Span) -> Span:
    """The name without a possessive or what a hyphen ties to it."""
    words = name.of(text)
    cut = re.search(r"(?:'s|’s)$", words)
    return Span(name.start, name.start + cut.start()) if cut else name


def _is_heading(line: Line) -> bool:
    return len(line.text) <= _MENU_OR_SLOGAN and not line.text.endswith((".", "!", "?", "”", '"'))
