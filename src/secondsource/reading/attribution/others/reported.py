"""German sentences in the subjunctive of reported speech: they go on with who spoke just before.

„Der Damm brach“, sagte der Landrat. *Das Wasser habe sich in den Ort ergossen.*
"""

import re
from collections.abc import Iterable, Sequence

from secondsource.article import Span
from secondsource.reading.attribution.others.sources import BLOT
from secondsource.reading.attribution.pieces import Found, find_touching, trim_piece

_FORMS = (
    "sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|möge|gebe|gehe|komme|stehe|liege|lasse|"
    "bleibe|wisse|brauche|gehöre|halte|helfe|führe|zeige|bestehe|drohe|rechne|fehle|gelte|laufe"
)
_NO_VERB = (
    r"(?!(?:[dkms]?eine|diese|jene|jede|ihre|unsere|welche|manche|solche|ohne|alle|viele|beide|"
    r"(?:so)?lange|gerade|gerne|beinahe|nahe|sowie|ehe|vage|leise)\b)"
)
_SURE = re.compile(
    rf"(?<![\wäöü])(?:{_FORMS})(?![\wäöü])|"
    rf"(?:\A\W*|,\s+(?:dass\s+|ob\s+)?|\bund\s+)(?:[Mm]an|[Ee]r|[Ee]s|[Nn]iemand|[Jj]emand)\s+{_NO_VERB}"
    r"[a-zäöüß]{2,}(?<!t)e(?![\wäöü])|"
    rf"(?<![\wäöü]){_NO_VERB}[a-zäöüß]{{3,}}(?<!t)e\s+(?:er|man)(?![\wäöü])"
)
"""Forms that only the subjunctive has: some by themselves, others by the "er" or "man" that heads
its sentence or clause right before them, or follows; not „dann nahm er *eine* Pause“.
"""
_INSTEAD = re.compile(r"(?<!\ADas )(?<!\ADies )\b(?:hätten|würden|wären)\b")
"""What stands for these forms where they look like the plain ones; „Das wären ...“ reckons."""
_PLAIN = re.compile(
    r"\b(?:ist|sind|hat|haben|wird|werden|war|waren|wurden?|kann|können|muss|müssen|soll|sollen|"
    r"will|wollen|gibt|gab|steht|stand|liegt|lag|hatten?|ich|wir|mein\w*|uns\w*)\b",
    re.IGNORECASE,
)
"""Verbs that tell plainly, and words that only its writer or a quotation uses."""
_OTHER = re.compile(
    r"\b(?:wenn|falls|als (?:ob|sei|habe|wäre|hätte|würde))\b|"
    r"\A\W*(?:Sei es|Es lebe|Möge|Man nehme)",
    re.IGNORECASE,
)


def is_reported(words: str) -> bool:
    """Whether a German sentence is told in the subjunctive of reported speech, and not plainly."""
    if words.rstrip().endswith(("?", ":")) or _PLAIN.search(words) or _OTHER.search(words):
        return False
    return _SURE.search(words) is not None or _INSTEAD.search(words) is not None


def carry_on(text: str, sentences: Sequence[Span], found: Iterable[Found]) -> list[Found]:
    """The same attributions, and the sentences that go on with one of them.

    Args:
        text: the text, its speeches blotted out.
        sentences: its sentences.
        found: the attributions found so far.
    """
    kept = list(found)
    last: Found | None = None
    taken = [sorted((f.cue, *f.content)) for f in kept]
    by_sentence: dict[Span, Found] = {}
    for one, spans in zip(kept, taken, strict=True):
        for span in spans:
            for sentence in find_touching(sentences, span) if span.end > span.start else ():
                by_sentence[sentence] = one
    before = 0
    for sentence in sentences:
        own = by_sentence.get(sentence)
        if own is not None:
            last = own if own.source is not None else None
        elif last is not None and "\n" in text[before : sentence.start]:
            last = None
        elif last is not None:
            piece = trim_piece(text, sentence.start, sentence.end)
            words = sentence.of(text)
            if piece is None or BLOT in words or not is_reported(words):
                last = None
            else:
                kept.append(Found(last.source, last.cue, (piece,), last.asserts))
        before = sentence.end
    return kept
