"""Who a passage's assertion is attributed to, in a form that can be compared."""

import re
from dataclasses import dataclass
from enum import StrEnum

from secondsource.article import Passage, Span
from secondsource.evidence.origins.trades import find_documents, find_offices
from secondsource.evidence.origins.voicewords import (
    ACTS,
    BODIES,
    COLLECTIVES,
    DOCUMENTS,
    FIRST_MINISTERS,
    HONORIFICS,
    LANDS,
    NOT_IN_OFFICE,
    OFFICES,
    PEOPLE_WITHOUT_NAME,
    PRONOUNS,
    SPEAKERS_FOR_A_BODY,
    TITLES,
)
from secondsource.evidence.query.terms import find_words, fold
from secondsource.names.sounds import to_latin


class VoiceKind(StrEnum):
    """What a source's words are: a name, a body known by its trade, or a formula."""

    NAMED = "named"
    COLLECTIVE = "collective"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class VoiceKey:
    """Whom a text makes responsible: the folded words that name them, in their order.

    `body` tells a ministry, court or document from a person; `shown` is as the text has it, `name`
    the part of it that names them, `offices` those that it says a person holds.
    """

    kind: VoiceKind
    words: tuple[str, ...]
    body: bool
    shown: str
    name: str = ""
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VoiceAt:
    """A source that the assertion is attributed to, and where the text names it.

    For one that is quoted beside the assertion, `bears` is whether what it is quoted with has
    words of the assertion.
    """

    key: VoiceKey
    at: Passage | None
    bears: bool = True


_TO_US = re.compile(
    r"^(?:нам|nam|uns|nous|nos|us)\s+(?:(?:в|во|на|у|w|we|na|im|in|dans|en)\s+[a-zа-яіїєґà-ÿ]\S*\s+)?"
)
"""To whom it was said and where, which a parse may take for a part of the source."""
_HELD_BY = re.compile(
    r", (?P<name>(?:[^\W\d_a-zа-яёіїєґ][\w.’'-]*(?: (?=[^\W\d_a-zа-яёіїєґ])|(?=,?$))){2,4}),?$"
)
"""Who holds an office, behind what it is of: "the governor of Dale, Anna Weld"."""


def is_assertion(cue: str) -> bool:
    """Whether a cue makes its source answer for a fact: "said" does, "asked for" does not.

    That one party asked for, offered or planned a thing is itself a fact, which somebody else
    reports; two reports of it do not have it from that party.
    """
    return not any(fold(w.text) in ACTS for w in find_words(cue))


_FORMULA = re.compile(
    r"(?P<before>\baccording to |(?:^|[,;:“\"”]) ?)"
    r"(?P<shown>(?:an?|one|two|three|four|several|some) (?:[\w’'-]+ ){0,3}?"
    r"(?:official|source|person|people|diplomat|insider|executive|adviser|aide|lawmaker|officer)s?"
    r"(?: (?:familiar|close|briefed|in|at|of|from|near|with|inside|within)\b[^,.;:“”\"]{0,60}?)?)"
    r"(?:(?P<after> (?:said|says|say|told|confirmed|added)\b)|(?=[,.;:“”\"]|$))",
    re.IGNORECASE,
)


def find_formula(sentence: str) -> tuple[VoiceKey, Span] | None:
    """The unnamed source that an English sentence puts its words into the mouth of, if any.

    For where the parse finds none: "..., a senior official familiar with the talks told us".
    """
    for match in _FORMULA.finditer(sentence):
        if match["after"] or match["before"].casefold().startswith("according"):
            return _formula_key(match["shown"]), Span(*match.span("shown"))
    return None


_PAPER_SAYS = re.compile(
    r"(?P<shown>(?:[\w’'-]+ ){0,3}?[\w’'-]+),? (?:show(?:s|ed)?|state[sd]?|reveal(?:s|ed)?|"
    r"says?|put|свидетельств\w+|показыва\w+|свідч\w+|показу\w+|zeigen|zeigt|weis(?:t|en)|montren?t?|"
    r"indiquen?t?|muestran?|recogen?|señalan?|wykazuj\w+|pokazuj\w+|wskazuj\w+)\b"
)


def find_paper_voice(sentence: str) -> tuple[VoiceKey, Span] | None:
    """The ruling, accounts or contract that a sentence begins with as what shows it, if any."""
    match = _PAPER_SAYS.match(sentence)
    if match is None or not find_documents(match["shown"]):
        return None
    return _formula_key(match["shown"]), Span(*match.span("shown"))


_TURN = re.compile(
    r"\s(?:of|in|at|from|for|with|close|familiar|who|whose|on|by|inside|within|near|to|that|"
    r"в|во|из|от|при|на|близкий|близкие|von|aus|im|bei|de|du|des|del|dans|w|z|ze)\s"
)


def make_voice_key(shown: str, entity: str | None = None) -> VoiceKey | None:
    """The comparable form of a source's words, or None when they name nobody ("she").

    Where a name is known for a pronoun, it is shown by the name.

    Args:
        shown: the source as the text has it ("a spokesman for the Harbour Authority").
        entity: the name that reading resolved it to, when it did.
    """
    if entity and not _is_pronoun(entity):
        return _named_key(entity, entity if _is_pronoun(shown) else shown)
    if _is_pronoun(shown):
        return None
    told = _TO_US.sub("", shown)
    head, tail = _split_head(told)
    return _key_of_head(head, tail, told)


def _is_pronoun(text: str) -> bool:
    """Whether words name nobody by themselves, as "she"; no words name nobody either."""
    return all(fold(w.text) in PRONOUNS for w in find_words(text))


def _split_head(text: str) -> tuple[str, str]:
    turn = _TURN.search(text, 1)
    return (text, "") if turn is None else (text[: turn.start()], text[turn.end() :])


def _key_of_head(head: str, tail: str, shown: str) -> VoiceKey | None:
    words = [w.text for w in find_words(head)]
    names = _name_run_before_comma(head) or _name_run(words)
    last = fold(words[-1]) if words else ""
    is_speaker, is_document = last in SPEAKERS_FOR_A_BODY, last in DOCUMENTS
    if last in PEOPLE_WITHOUT_NAME:
        return _formula_key(shown)
    untold = all(fold(name) in TITLES | OFFICES.keys() for name in names)
    held_by = _HELD_BY.search(tail) if last in TITLES | OFFICES.keys() and untold else None
    if held_by:
        return _named_key(held_by["name"], shown)
    if (is_speaker or is_document) and (names or _name_run([w.text for w in find_words(tail)])):
        return _body_key(names or _name_run([w.text for w in find_words(tail)]), shown)
    if is_speaker or is_document:
        return _key_of_speaker(f"{tail} {head}", shown, nobody=is_document and not tail)
    if names and last not in COLLECTIVES:
        return _named_key(" ".join(names), shown)
    own = [name for name in names if fold(name) != last]
    return _key_of_trade(words, own or _name_run([w.text for w in find_words(tail)]), shown)


def _key_of_speaker(text: str, shown: str, *, nobody: bool) -> VoiceKey | None:
    """The key of "a report by the ministry", "a police spokesman", "a spokesman"."""
    words = (fold(w.text) for w in find_words(text))
    body = next((word for word in words if word in COLLECTIVES), None)
    if body:
        return _collective_key(body, shown)
    nobody = nobody and not find_documents(shown)  # "reports said": nobody in particular
    return None if nobody else _formula_key(shown)


def _key_of_trade(words: list[str], names: list[str], shown: str) -> VoiceKey:
    """The key of "Port Ansel police", "the Ministry of Transport", "the mayor", "a fisherman"."""
    if names:
        return _body_key([*names, *words[-1:]], shown)
    headed, words = find_offices(shown), _leave_out_land(words)
    last = fold(words[-1]) if words else ""
    if headed:
        return VoiceKey(VoiceKind.COLLECTIVE, tuple(sorted(headed)), True, shown, "", headed)
    if last in OFFICES and fold(words[0]) not in {"a", "an", "ein", "un", "une"}:
        held = _office_at_end(words)
        key = (last,) if held else ("-".join(fold(w) for w in words[-2:]),)
        return VoiceKey(VoiceKind.COLLECTIVE, key, True, shown, "", held)
    return _collective_key(last, shown) if last in COLLECTIVES else _formula_key(shown)


def _name_run(words: list[str]) -> list[str]:
    """The last run of capitalised words that is not only titles and articles."""
    runs: list[list[str]] = [[]]
    for word in words:
        if word[0].isupper():
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    named = [r for r in runs if any(fold(w) not in TITLES | PRONOUNS for w in r) or _is_polite(r)]
    return named[-1] if named else []


def _name_run_before_comma(head: str) -> list[str]:
    """The name that stands before the first comma; none where it only tells whose office it is.

    "Anna Weld, a lawyer" is she; "the Dalish army's spokesman, Tom Reed" is he.
    """
    words = [w.text for w in find_words(head.partition(",")[0])]
    run = _name_run(words)
    bare = [word for word in run if fold(word) not in TITLES]
    return run if len(run) > 1 and (len(bare) > 1 or words[-1] == run[-1]) else []


def _is_polite(run: list[str]) -> bool:
    """Whether these words are a surname that is also a title, politely put: "Mr King"."""
    return len(run) > 1 and fold(run[0]) in HONORIFICS


def _named_key(name: str, shown: str) -> VoiceKey:
    words = [w.text for w in find_words(name)]
    if any(fold(w) in BODIES for w in words):
        return _body_key(words, shown)
    bare = _strip_titles(words)
    body = len(bare) == 1 and bare[0].isupper() and len(bare[0]) > 1
    words_of_name, name = tuple(map(_plain, bare)), " ".join(bare)
    return VoiceKey(VoiceKind.NAMED, words_of_name, body, shown, name, _offices_of(bare, shown))


def _strip_titles(words: list[str]) -> list[str]:
    """A name without the titles before it; a last word that is also a title is a surname."""
    titled = [n for n, word in enumerate(words) if fold(word) in TITLES | OFFICES.keys()]
    start = max((n + 1 for n in titled if n <= len(words) - 3), default=0)
    while start in titled and start < len(words) - 1:
        start += 1
    return words[start:]


def _offices_of(name: list[str], shown: str) -> frozenset[str]:
    """The offices that a source's words give the one they name: before the name, or after it.

    "Mayor Anna Weld", «мэр Дейла Анна Велд», "Anna Weld, the mayor of Dale"; where the name is not
    among the words ("the mayor", known to be she), they are the office.
    """
    found = find_words(shown)
    parts = {fold(word) for word in name}
    at = [n for n, word in enumerate(found) if fold(word.text) in parts]
    headed = find_offices(shown)
    if not at or headed:
        return headed or _office_at_end(_words_of_head(shown))
    before, after = shown[: found[at[0]].span.start], shown[found[at[-1]].span.end :]
    if "," not in after:
        return _office_at_end(_words_of_head(before))
    beside = after[after.index(",") + 1 :].partition(",")[0]
    return _office_at_end(_words_of_head(before)) | _office_at_end(_words_of_head(beside))


def _words_of_head(text: str) -> list[str]:
    return [w.text for w in find_words(_split_head(f" {text} ")[0])]


def _office_at_end(words: list[str]) -> frozenset[str]:
    """The office that a phrase ends with, places after it left out: "the mayor", «мэр Дейла».

    None for who had it, has it in part, or belongs to who has it: "former mayor", "vice
    president", «помощник президента».
    """
    while words and _may_be_place(words[-1]):
        words = words[:-1]
    words = _leave_out_land(words)
    last, before = (fold(words[-1]) if words else ""), [_bare(word) for word in words[:-1]]
    if last not in OFFICES or NOT_IN_OFFICE & set(before) or _rules_genitive(words[-2:-1]):
        return frozenset()
    if OFFICES[last] == "minister" and FIRST_MINISTERS & set(before[-1:]):
        return frozenset({"premier"})
    return frozenset({OFFICES[last]})


def _leave_out_land(words: list[str]) -> list[str]:
    """A phrase without "of the region" at its end, as it is said by one word: «мэр города»."""
    return words[:-1] if len(words) > 1 and fold(words[-1]) in LANDS else words


def _bare(word: str) -> str:
    """A folded word without an article that is written on to it: « l'ancien »."""
    return re.split("['’]", fold(word))[-1]


def _may_be_place(word: str) -> bool:
    return word[0].isupper() and fold(word) not in OFFICES and not word.endswith(("'s", "’s"))


def _rules_genitive(words: list[str]) -> bool:
    """Whether a Slavic noun stands there, whose office the next word then is not."""
    word = words[0] if words else ""
    return word[:1].islower() and bool(_CYRILLIC.match(word)) and not _ADJECTIVE.search(word)


_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ым|им|ую|ої|ій|а|и)$")


def _body_key(words: list[str], shown: str) -> VoiceKey:
    bare = [w for w in words if fold(w) not in {"the", "a", "an", "of", "for", "and"}]
    return VoiceKey(VoiceKind.NAMED, tuple(map(_plain, bare)), True, shown, " ".join(bare))


def _collective_key(word: str, shown: str) -> VoiceKey:
    return VoiceKey(VoiceKind.COLLECTIVE, (_plain(word),), True, shown)


def _formula_key(shown: str) -> VoiceKey:
    words = (fold(w.text) for w in find_words(shown))
    small = {"a", "an", "the", "one", "who", "was", "is", "with", "to", "of", "in"}
    bare = tuple(_plain(w).removesuffix("s") for w in words if w not in small)
    return VoiceKey(VoiceKind.UNNAMED, bare, False, shown)


def _plain(word: str) -> str:
    return to_latin(fold(word)) if _is_latin_or_cyrillic(word) else fold(word)


def _is_latin_or_cyrillic(word: str) -> bool:
    return all(ord(c) < 0x530 for c in word)
