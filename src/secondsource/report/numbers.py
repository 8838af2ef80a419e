"""Numbers as a reader reads them: small ones in words, shares in per cent."""

from typing import Final

from secondsource import messages
from secondsource.messages import current_language, write_number
from secondsource.messages import gettext as _

_NUMBER_WORDS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence that counts, as the catalogue has it, with small numbers in English words.

    Args:
        one: the English for one thing, with `%(num)s` where the number stands.
        many: the English for any other number, none included.
        count: how many there are.
        values: what stands in the other places; `num` too, where it is to be in figures.
    """
    return messages.ngettext(one, many, count, **{"num": say_number(count), **values})


def say_number(count: int) -> str:
    """A number in words up to twelve, else in figures; always in figures where words inflect."""
    in_words = count < len(_NUMBER_WORDS) and current_language() == "en"
    return _NUMBER_WORDS[count] if in_words else write_number(count)


def say_count(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun, in English: "three articles", "1,204 articles", "no article"."""
    noun = one if count in (0, 1) else (many or f"{one}s")
    number = _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else write_number(count)
    return f"{number} {noun}"


def say_share(share: float) -> str:
    """A share of 0..1 in per cent, without rounding a little down to none or most up to all."""
    if 0 < share < 0.01:
        return _("under 1%")
    if 0.99 < share < 1:
        return _("over 99%")
    return f"{share:.0%}"


def capitalize_first(sentence: str) -> str:
    """The sentence with its first letter large and all others as they are."""
    return sentence[:1].upper() + sentence[1:]
