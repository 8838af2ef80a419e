"""The first screen in three lines, for where there is room for no more."""

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.messages import gettext as _
from secondsource.report.numbers import ngettext, say_share
from secondsource.report.origin_path import Step
from secondsource.report.voices import VoiceShare
from secondsource.report.wording import NO_STATEMENT


@dataclass(frozen=True, slots=True)
class Brief:
    """Where the text comes from and who says what, in a line each."""

    origin: str
    voices: str


def say_brief(steps: Sequence[Step], sentence: str, voices: Sequence[VoiceShare]) -> Brief:
    """The first two answers in a line each.

    Args:
        steps: the way of the text, the oldest first.
        sentence: what is said of its copies.
        voices: the voices in the order to be shown.
    """
    return Brief(_say_origin(steps, sentence), _say_voices(voices))


def _say_origin(steps: Sequence[Step], sentence: str) -> str:
    if len(steps) < 2:
        return sentence
    return ngettext(
        "%(what)s: %(outlet)s; %(num)s step from there to this article.",
        "%(what)s: %(outlet)s; %(num)s steps from there to this article.",
        len(steps) - 1,
        what=steps[0].what,
        outlet=steps[0].label.outlet,
    )


def _say_voices(voices: Sequence[VoiceShare]) -> str:
    if not voices:
        return _(NO_STATEMENT)
    first = _("%(name)s: %(share)s", name=voices[0].name, share=say_share(voices[0].share))
    more = len(voices) - 1
    if not more:
        return f"{first}."
    return ngettext(
        "%(first)s; %(num)s further voice.",
        "%(first)s; %(num)s further voices.",
        more,
        first=first,
    )
