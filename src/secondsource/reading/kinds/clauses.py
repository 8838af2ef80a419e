"""Where a sentence can be cut into clauses that stand as statements of their own.

English by its grammar: a clause joined to the main one ("..., and it was a disgrace"), with a
subject and a finite verb of its own, or with a verb alone where only one side looks ahead.
Russian by a short table of conjunctions ("…, но", "…; "). In other languages sentences are
left whole. In English and Russian also where a view introduces what it is about ("It is a
shame that 140 people lost their jobs").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading.parse import FINITE, HELPERS, SUBJECTS, Parse, Token

_FEWEST_WORDS = 3
_JOINED = re.compile(r"[,;–—] ?(?:and|but|yet|while|whereas|so)\b|;", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:and|but) (?:\w+ ){0,3}(?:will|won['’]t|(?:is|are) (?:\w+ )?(?:to|going|expected|likely|"
    r"unlikely|set|bound|certain|due)|plans?)\b"
)
"""A verb joined to another that looks ahead: "fell last year and will fall again"."""
_NO_CLAUSE = re.compile(r"(?:but|and|or|yet) (?:that|if|when|whether|to)\b|or\b", re.IGNORECASE)
_JOINED_RUSSIAN = re.compile(
    r"(?:, |; ?|[—–] )(?=(?:но|однако|зато)\b(?! (?:и|также|что|если)\b))|;(?= )", re.IGNORECASE
)
_VIEW = re.compile(
    r"\b(?:[Ii]t|[Tt]hat) ?(?:is|was|['’]s) (?:such |quite |simply |truly |really |very |"
    r"deeply |just )?"
    r"(?:(?:an? )?(?:shame|pity|disgrace|scandal|outrage|tragedy|crying shame|miracle|wonder|"
    r"blessing|relief)|sad|shameful|disgraceful|scandalous|outrageous|tragic|absurd|appalling|"
    r"astonishing|wonderful|regrettable|heartbreaking|ridiculous|unforgivable|ironic)(?= that\b)|"
    r"\b(?:[Жж]аль|[Пп]озор|[Сс]тыдно|[Пп]ечально|[Уу]жасно|[Хх]орошо|[Пп]лохо|[Пп]рекрасно|"
    r"[Оо]бидно),(?= что\b)"
)


_MARK = re.compile(r"[,;–—] ?")
_VERDICT = re.compile(
    r"(?:and |but |yet |so )?(?:it|this|that|he|she|they|which|we)(?: (?:is|was|are|were)|"
    r"['’]s|['’]re) "
    r"(?:not |such |quite |simply |truly |really |very |deeply |just |all |utterly )*"
    r"(?:an? (?:\w+ )?)?(?:shame|pity|disgrace\w*|scandal\w*|outrage\w*|traged\w+|miracle|mistake|"
    r"nonsense|sad|shameful|tragic|absurd|appalling|wonderful|terrible|horrible|awful|"
    r"brilliant|beautiful|ugly|stupid|foolish|cruel|cowardly|cynical|heartless|ridiculous|unforgivable|"
    r"(?:wrong|right|great)(?=\W*$|[.,;:!?…»”)]| (?:to|that|about)\b)|"
    r"unfair|unjust|madness|farce|joke|insult|hero(?:es)?|coward|fool|genius)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a clause begins, as an offset into the sentence.

    `shares_subject`: what follows has no subject of its own. `view`: the words before it give
    a view on what follows. `main` is where the verb stands to which the clause is joined.
    """

    start: int
    shares_subject: bool = False
    main: int | None = None
    view: str | None = None


def find_view_cut(text: str) -> Cut | None:
    """Where "It is a shame" ends and what it is about begins; None where nothing is so put."""
    match = _VIEW.search(text)
    if match is None or len(text[match.end() :].split()) < _FEWEST_WORDS + 1:
        return None
    if len(text[: match.start()].split()) > 1:
        return None
    start = match.end() + (1 if text[match.end()] == " " else 0)
    return Cut(start, view=" ".join(match.group().rstrip(",").split()))


def find_verdict(clause: str) -> str | None:
    """The words by which a clause passes a verdict ("and it was a disgrace"); None for others."""
    match = _VERDICT.match(clause)
    return " ".join(match.group().split()) if match else None


def holds_verdict(text: str) -> bool:
    """Whether a sentence, or what follows a mark in it, passes a verdict; cheap."""
    starts = [0, *(match.end() for match in _MARK.finditer(text))]
    return any(_VERDICT.match(text, start) for start in starts)


def may_be_cut(text: str, language: str) -> bool:
    """Whether a sentence has words or marks that join clauses; cheap, to spare the grammar."""
    if language == "ru":
        return bool(_JOINED_RUSSIAN.search(text))
    return bool(_JOINED.search(text) or _AHEAD.search(text))


def find_russian_cuts(text: str) -> Iterator[Cut]:
    """Where a clause of a Russian sentence begins, by conjunctions and semicolons."""
    for match in _JOINED_RUSSIAN.finditer(text):
        if _is_long_enough(text, match.end()):
            yield Cut(match.end() + (text[match.end() : match.end() + 1] == " "))


def find_english_cuts(parse: Parse) -> Iterator[Cut]:
    """Where a clause of a parsed English sentence begins, by its grammar."""
    for verb in parse.tokens:
        joined = verb.dep == "conj" or _is_contrast(parse, verb)
        if not joined or not _is_main(parse, verb) or not _is_finite(parse, verb):
            continue
        first = _first_token(parse, verb)
        while parse.tokens[first].pos == "PUNCT" and first < verb.index:
            first += 1
        start = parse.tokens[first].start
        own = any(parse.tokens[i].dep in SUBJECTS for i in verb.children)
        joins = parse.tokens[first].dep == "cc" or own
        stands = joins and not _NO_CLAUSE.match(parse.text, start)
        if stands and _is_long_enough(parse.text, start) and _left_stands(parse, first):
            yield Cut(start, not own, parse.tokens[verb.head].start)


def _is_contrast(parse: Parse, verb: Token) -> bool:
    """Whether a clause is set against the one before: "..., while wages fell"."""
    first = parse.tokens[verb.edge[0]]
    comma = verb.edge[0] > 0 and parse.tokens[verb.edge[0] - 1].text == ","
    return verb.dep == "advcl" and comma and first.lemma in ("while", "whereas")


def _is_main(parse: Parse, verb: Token) -> bool:
    """Whether a joined verb hangs on the main verb of the sentence, through others at most."""
    head = parse.tokens[verb.head]
    while head.dep == "conj" and head.head != head.index:
        head = parse.tokens[head.head]
    return head.head == head.index and head.pos in ("VERB", "AUX")


def _is_finite(parse: Parse, verb: Token) -> bool:
    helpers = (parse.tokens[i] for i in verb.children if parse.tokens[i].dep in HELPERS)
    return verb.tag in FINITE or any(token.tag in FINITE for token in helpers)


def _first_token(parse: Parse, verb: Token) -> int:
    """The conjunction that joins the clause, or its first word."""
    start = verb.edge[0]
    before = [i for i in parse.tokens[verb.head].children if i < verb.index]
    joins = [i for i in before if parse.tokens[i].dep == "cc" and i >= start - 2]
    return min([start, *joins[-1:]])


def _left_stands(parse: Parse, first: int) -> bool:
    """Whether what comes before has a subject and a finite verb."""
    left = parse.tokens[:first]
    return any(t.dep in SUBJECTS for t in left) and any(t.tag in FINITE for t in left)


def _is_long_enough(text: str, start: int) -> bool:
    sides = text[:start], text[start:]
    return all(len(side.split()) >= _FEWEST_WORDS for side in sides)
