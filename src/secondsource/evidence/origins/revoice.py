"""The ties of a statement to other pieces when a person says who says it."""

from collections.abc import Iterator
from dataclasses import replace

from secondsource.evidence.finding import Basis, BasisPiece, Link
from secondsource.evidence.origins.ties import tie_heard
from secondsource.evidence.origins.voicekey import VoiceAt, make_voice_key
from secondsource.reading.statement import Voice


def revoice(basis: Basis, voice: Voice) -> Basis:
    """The basis with another voice for the statement examined, and the ties that this makes.

    Unnamed sources ("a senior official") tie only within one family: whether two reports mean the
    same one was judged by all of their text.
    """
    source = voice.source
    key = make_voice_key(source.text, source.entity) if source else None
    own = replace(basis.pieces[0], voices=(VoiceAt(key, None),) if key else (), beside=())
    kept = [k for k in basis.links if k.signal.name != "same_voice" or 0 not in (k.left, k.right)]
    links = (*kept, *_tie_all(own, basis.pieces))
    return Basis(basis.claim, (own, *basis.pieces[1:]), links)


def _tie_all(own: BasisPiece, pieces: tuple[BasisPiece, ...]) -> Iterator[Link]:
    for number, piece in enumerate(pieces[1:], start=1):
        signal = tie_heard(own, piece)
        if signal is not None:
            yield Link(0, number, signal)
