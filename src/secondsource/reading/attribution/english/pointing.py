"""English sentences that only say whose word the one before is: "That is according to X."."""

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator

from secondsource.article import Span
from secondsource.reading.attribution.pieces import Found, trim_piece
from secondsource.reading.attribution.pointing import find_pointed_at
from secondsource.reading.parse import Parse

_DAYS, _MONTHS = "|".join(day_name), "|".join(month_name[1:])
_WHO = r"(?P<source>[^,;:?!]+?)"
_WHEN = rf"(?:,? (?:on|in|at|earlier|late|last|this|yesterday|today|{_DAYS})\b[^;:?!]*)?"
_ENDS = r"[.!]?[”\"]?\s*\Z"
_PLANS = (
    r"(?:(?:the |our |his |her |their )?(?:plans?|schedule|laws?|rules|custom|tradition|script)|"
    r"(?:needs?|size|age|ability|expectations?|contract|merit|taste|precedent|protocol|procedure|"
    r"rank|income|weight)(?: and \w+)?)(?=[.!,”\"]|\Z)"
)
"""What is "according to plan" is nobody's word; "according to plans of the council" is."""
_MANNERS = (
    r"(?:accident|chance|mistake|letter|e-?mail|post|phone|telephone|text)"
    r"(?=[.!,]|\Z| (?:on|in|at|to|last|this|yesterday|today)\b)"
)
_TIMES = (
    r"(?:\d|noon|midnight|(?:the |this |last |next )?(?:end|middle|morning|evening|night)\b|"
    rf"(?:{_DAYS}|{_MONTHS})(?=[.!,]|\Z| \d))"
)
_DOING = r"[a-z]+ing (?:the|an?|its|his|her|their|all|every|it|them)\b"
_HOW = rf"(?:{_MANNERS}|{_TIMES}|{_DOING})"
"""What is announced "by letter", "by May" or "by showing it" is not the letter's word."""
_PAPER = (
    r"(?:[^,;:?!]*?\b(?:statements?|letters?|e-?mails?|reports?|memos?|tweets?|messages?|notes?|"
    r"posts?|releases?|videos?|speech|interviews?|articles?|resolutions?|declarations?|documents?|"
    r"filings?|papers?|newspapers?|magazines?|stud(?:y|ies)|surveys?|bulletins?|broadcast|"
    r"Times|Gazette|Post|Journal|Herald|News|Telegraph|Mail|Tribune|Guardian|Chronicle)\b)"
)
"""What something stands in: not "in 2019", "in the north", "in plain English"."""
_SOMEBODY = (
    r"(?P<source>(?:(?:the|an?|its|two|three|some|[A-Z]\S*) [^,;:?!]+?|[A-Z]\w+|he|she|they))"
)
_BACK = tuple(
    re.compile(pattern + _ENDS)
    for pattern in (
        rf"(?P<points>(?:That|This|It)(?:['’]s| is| was)(?: all)?) (?P<cue>according to) "
        rf"(?!{_PLANS}){_WHO}"
        rf"(?:,[^;:?!]*|{_WHEN})",
        rf"(?P<points>So) {_SOMEBODY} (?P<cue>said|says){_WHEN}",
        rf"(?P<points>So) (?P<cue>said|says) {_SOMEBODY}{_WHEN}",
        r"(?P<points>(?:That|This)) (?P<cue>(?:was|is|has been|have been) "
        rf"(?:reported|announced|stated|confirmed|disclosed)) "
        rf"(?:by (?!{_HOW})|in (?={_PAPER})){_WHO}{_WHEN}",
    )
)


def point_back(parse: Parse, found: Iterable[Found]) -> list[Found]:
    """The same attributions, and the sentences before those that only say whose word they are."""
    kept = list(found)
    sentences = list(_find_sentences(parse))
    for match, sentence in _match_sentences(parse.text, sentences):
        source = trim_piece(parse.text, *match.span("source"))
        others = [f for f in kept if not _lies_in(f, sentence)]
        said = [f.content for f in others if f.asserts]
        if source is None:
            continue
        pointing = Span(sentence.start, max(source.end, match.end("cue")))
        before = find_pointed_at(parse.text, sentences, pointing, said)
        if before is not None:
            content = (before, Span(*match.span("points")))
            kept = [*others, Found(source, Span(*match.span("cue")), content)]
    return kept


def _find_sentences(parse: Parse) -> Iterator[Span]:
    """The sentences of the grammar without the white space after them."""
    for first, last in parse.sentences:
        tokens = [t for t in parse.tokens[first:last] if not t.text.isspace()]
        if tokens:
            yield Span(tokens[0].start, tokens[-1].end)


def _match_sentences(text: str, sentences: Iterable[Span]) -> Iterator[tuple[re.Match[str], Span]]:
    for sentence in sentences:
        if text[sentence.start] in "TSI":
            for pattern in _BACK:
                if match := pattern.match(text, sentence.start, sentence.end):
                    yield match, sentence
                    break


def _lies_in(found: Found, sentence: Span) -> bool:
    return sentence.contains(found.cue)
