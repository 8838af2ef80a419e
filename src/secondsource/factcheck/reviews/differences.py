"""What a claim and a fact-check that seems to be about it do not have in common.

A match says that two sentences are about one thing, not that they assert the same: another number,
another name, or a denial in one of them, is told beside it for a person to judge.
"""

import re
from collections.abc import Iterator, Sequence

from secondsource.article import Signal
from secondsource.factcheck.reviews.features import NAME
from secondsource.factcheck.reviews.words import list_words
from secondsource.lineage.edits.numbers import find_numbers
from secondsource.lineage.edits.words import words_for
from secondsource.names.runs import is_heading
from secondsource.reading.quotations.edits import count_negations
from secondsource.reading.quotations.folding import FoldedWords, fold_words

_LONGEST = 40
"""Words of a claim that is compared; of a longer post most is about something else."""
_MOST_NAMED = 3
_GROUPED_FROM = 10_000
"""From here on the figures of a number are parted by thousands; a year is not."""
_NOUNS_IN_CAPITALS = "de"
Languages = tuple[str | None, str | None]


def find_differences(asked: str, checked: str, languages: Languages) -> Iterator[Signal]:
    """The numbers, names and words of denial that only one of the two has.

    Numbers and names are told where each has one that the other has not; a denial where only one
    denies, in whatever words. Names are compared within one language.

    Args:
        asked: the claim.
        checked: the claim of the fact-check.
        languages: ISO 639-1 codes of the two, where known.
    """
    if max(len(asked.split()), len(checked.split())) > _LONGEST:
        return
    numbers = _read_numbers(asked, languages[0]), _read_numbers(checked, languages[1])
    ours, theirs = ([n for n in one if n not in other] for one, other in (numbers, numbers[::-1]))
    if ours and theirs:
        said = f"The claim has the number {_name(ours)}, the fact-check {_name(theirs)}."
        yield Signal("other_numbers", 1.0, said)
    yield from _find_denial(fold_words(asked, languages[0]), fold_words(checked, languages[1]))
    ours, theirs = (
        _list_names(one, other, languages) for one, other in ((asked, checked), (checked, asked))
    )
    if ours and theirs:
        said = f"Only the claim names {_name(ours)}, only the fact-check {_name(theirs)}."
        yield Signal("other_names", 1.0, said)


def _find_denial(asked: FoldedWords, checked: FoldedWords) -> Iterator[Signal]:
    in_claim, in_check = (count_negations(t.words, t.language) > 0 for t in (asked, checked))
    if in_claim and not in_check:
        said = "Only the claim has a word of denial: one may deny what the other says."
        yield Signal("one_denies", 1.0, said)
    if in_check and not in_claim:
        said = "Only the fact-check has a word of denial: one may deny what the other says."
        yield Signal("one_denies", 1.0, said)


def _read_numbers(text: str, language: str | None) -> list[str]:
    """What the numbers of a text mean, in figures; "one" is too often no number."""
    found = find_numbers(text, text.lower(), words_for(language), ())
    values = [amount.key[1] for amount in found if amount.key[0] == "number"]
    shown = (f"{v:,.15g}" if float(v) >= _GROUPED_FROM else f"{v:.15g}" for v in values if v != 1)
    return list(dict.fromkeys(shown))


def _list_names(text: str, other: str, languages: Languages) -> list[str]:
    """The words with a capital within a text that the other text has in no form."""
    language = languages[0]
    if language != languages[1] or language == _NOUNS_IN_CAPITALS or is_heading(text):
        return []
    known = {*list_words(other, language)}
    names = dict.fromkeys(re.sub(r"['’]s$", "", name) for name in NAME.findall(text))
    new = [name for name in names if not known.intersection(list_words(name, language))]
    return [name for name in new if name not in other]


def _name(found: Sequence[str]) -> str:
    return ", ".join(found[:_MOST_NAMED])
