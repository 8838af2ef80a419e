"""Whether what a Russian sentence makes somebody say can be read without who says it."""

import re
from collections.abc import Sequence

from secondsource.article import Span
from secondsource.evidence.query.frame import begins_clause, load_frames
from secondsource.evidence.query.russian import RussianText
from secondsource.reading.attribution.russian.parse import TokenRu
from secondsource.reading.statement import Quotation, Voice

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_LOOSE = ("PUNCT", "CCONJ", "SCONJ", "ADP")


def stands_alone(
    article: RussianText,
    number: int,
    pieces: Sequence[Span],
    voice: Voice,
    known: Sequence[Span],
) -> bool:
    """Whether some stretches of a sentence have a main word with its subject, and lean on nobody.

    A quoted sentence needs no subject of its own; a clause without one may be about who says it.

    Args:
        article: the article.
        number: of the sentence.
        pieces: what is said.
        voice: who says it.
        known: where words stand that will be replaced by what they mean.
    """
    sentence = article.sentences[number]
    own = [t for t in sentence.tokens if any(p.contains(t.span) for p in pieces)]
    roots = _find_roots(own)
    subjects = [c for r in roots for c in sentence.children(r) if c.dep in _SUBJECTS]
    inside = {t.index for t in own}
    if not roots or any(s.index not in inside for s in subjects):
        return False
    first = next((t.text for t in own if t.pos != "PUNCT"), "")
    if voice.quotation is Quotation.DIRECT and first[:1].isupper():
        return bool(subjects) or not any(_is_personal(r) for r in roots)
    return (
        bool(subjects)
        and begins_clause(article.text, pieces[0].start, article.spans[number].start)
        and not _leans(own, voice, known)
    )


def _find_roots(own: Sequence[TokenRu]) -> list[TokenRu]:
    inside = {t.index for t in own}
    roots = [t for t in own if t.head not in inside or t.head == t.index]
    return [t for t in roots if t.pos not in _LOOSE]


def _is_personal(verb: TokenRu) -> bool:
    return verb.pos == "VERB" and verb.form == "Fin" and verb.number != "Plur"


def _leans(own: Sequence[TokenRu], voice: Voice, known: Sequence[Span]) -> bool:
    """Whether a pronoun among the words said may mean who says them."""
    pronoun = re.compile(load_frames()["ru"]["pronouns"])
    source = voice.source
    if source is None or pronoun.fullmatch(source.text.lower()):
        return False
    for place, token in enumerate(own):
        if not pronoun.fullmatch(token.low) or any(k.contains(token.span) for k in known):
            continue
        if not any(t.pos in ("NOUN", "PROPN") for t in own[:place]):
            return True
    return False
