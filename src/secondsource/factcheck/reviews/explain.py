"""Why a fact-check is thought to be about a claim, in sentences that a reader can check."""

from collections.abc import Iterator

from secondsource.article import Signal
from secondsource.evidence.fact_check import FactCheck
from secondsource.factcheck.reviews.differences import find_differences
from secondsource.factcheck.reviews.features import AskedClaim, CheckedClaim
from secondsource.factcheck.reviews.words import WordIndex, name_words
from secondsource.language import guess_language

_MOST_NAMED = 6


def explain_match(
    asked: AskedClaim,
    checked: CheckedClaim,
    fact_check: FactCheck,
    index: WordIndex,
    meaning: float | None,
) -> tuple[Signal, ...]:
    """The signals of a match: what only one has, what both have, how near they are in meaning.

    Args:
        asked: the claim.
        checked: the fact-check's claim, taken apart.
        fact_check: the fact-check.
        index: says how rare a word is.
        meaning: the likeness of their vectors (-1..1); None where none were compared.
    """
    return tuple(_explain(asked, checked, fact_check, index, meaning))


def _explain(
    asked: AskedClaim,
    checked: CheckedClaim,
    fact_check: FactCheck,
    index: WordIndex,
    meaning: float | None,
) -> Iterator[Signal]:
    language = fact_check.language or guess_language(fact_check.claim)
    languages = guess_language(asked.post.text), language
    yield from find_differences(asked.post.text, fact_check.claim, languages)
    shared = asked.all_words & {*checked.claim, *checked.title}
    rare = sorted(
        (word for word in shared if not word.isdecimal()),
        key=lambda word: (-index.weigh(word), word),
    )[:_MOST_NAMED]
    if rare:
        whole = sum(map(index.weigh, {*checked.claim})) or 1.0
        share = min(1.0, sum(map(index.weigh, shared & {*checked.claim})) / whole)
        said = f"{fact_check.title or ''} {fact_check.claim}"
        named = ", ".join(f"“{word}”" for word in name_words(rare, said, language))
        yield Signal("shared_words", round(share, 3), f"Both have {named}.")
    if numbers := sorted(asked.numbers & checked.numbers):
        share = len(numbers) / max(len(checked.numbers), 1)
        yield Signal(
            "same_numbers", round(share, 3), f"Both give the number {', '.join(numbers[:4])}."
        )
    if meaning is not None:
        yield Signal(
            "near_meaning",
            round(max(meaning, 0.0), 3),
            f"A language network puts the two {_say_near(meaning)} ({max(meaning, 0):.2f} of 1).",
        )


def _say_near(meaning: float) -> str:
    return "close together" if meaning >= 0.6 else "not far apart" if meaning >= 0.4 else "apart"
