"""Russian names across their cases, without a dictionary: by stem and ending.

A name is given in the form in which the text has it as a subject. Where the text never has
it so, or where two names fit, nobody is named.
"""

import re
from dataclasses import dataclass

from secondsource.article import Span

_CAPITALISED = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIAL = r"[А-ЯЁ]\."
_FULL = re.compile(
    rf"(?:{_CAPITALISED}|{_INITIAL}(?:\s?{_INITIAL})?)\s+{_CAPITALISED}(?:\s+{_CAPITALISED})?"
)
_SINGLE = re.compile(_CAPITALISED)
_OBLIQUE = re.compile(r"(?:ого|его|ой|ей|ым|им|ом|ем|ому|ему|у|ю|ами|ях|ах)$")
_FEMALE = re.compile(r"(?:ова|ева|ёва|ина|ына|ая|яя|а|я)$")
_NO_NAMES = re.compile(
    r"Сама?и?|Наша?|Эт[оа]т?|Нов\w+|По|Но|Как|Через|После|Согласно|Кроме|Одна?и?н?|Несколько|"
    r"Остальные|Когда|Если|Также|Для|При|Тогда|Теперь|Он[аи]?|Мы|Вы|Его|Её|Ее|Их"
)
HARD_SPACES = {0xA0: " ", 0x202F: " ", 0x2009: " "}
_OUTLET = re.compile(
    r"(?:(?:[Гг]азет|[Аа]гентств|[Ии]здани|[Жж]урнал|[Пп]ортал|[Тт]елеканал|[Рр]ади|[Сс]айт)\w*\s+)?"
    r"[«„\"](?P<name>[^»“\"]+)[»“\"]?"
)
_PATRONYMIC = re.compile(r"(?:вич|вна|ична)(?:а|у|ем|е|ы|ой)?$")
_LONGEST_ENDING = 3
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class NameRu:
    """A full name as it stands in one place; `is_female` by the ending of its words."""

    words: tuple[str, ...]
    span: Span

    @property
    def is_female(self) -> bool:
        """Whether both first name and surname have feminine endings."""
        return all(_FEMALE.search(word) for word in (self.words[0], self.words[-1]))


def find_names(text: str) -> tuple[NameRu, ...]:
    """Give the runs of two or three capitalised Russian words: first name and surname."""
    found = (_read_name(match) for match in _FULL.finditer(text.translate(HARD_SPACES)))
    return tuple(name for name in found if len(name.words) > 1)


def _read_name(match: re.Match[str]) -> NameRu:
    """Two words, or three if one is a patronymic: else the first is a title ("Министр")."""
    words = tuple(match.group().split())
    if _NO_NAMES.fullmatch(words[0]):
        words = words[1:]
    if len(words) > 2 and not any(_PATRONYMIC.search(word) for word in words):
        words = words[-2:]
    return NameRu(words, Span(match.start(), match.end()))


def is_same_word(one: str, other: str) -> bool:
    """Whether two forms can be cases of one word: alike but for short endings."""
    stem = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        stem += 1
    rest = max(len(one), len(other)) - stem
    return stem >= _SHORTEST_STEM and rest <= _LONGEST_ENDING


def complete_name(phrase: str, names: tuple[NameRu, ...], is_subject: bool) -> str | None:
    """The full name that the words of a source stand for.

    Args:
        phrase: The source's words, in any case.
        names: The full names of the text.
        is_subject: Whether the phrase is a subject, so that its form is the one to keep.

    Returns:
        The name in its subject form, or None.
    """
    if any(mark in phrase for mark in '«„“"'):
        outlet = _OUTLET.fullmatch(phrase)
        return outlet["name"] if outlet and is_subject else None
    full = find_names(phrase)
    if full and is_subject:
        return " ".join(full[-1].words)
    words = full[-1].words if full else _single_name(phrase)
    if not words:
        return None
    fitting = {
        " ".join(n.words)
        for n in names
        if not _OBLIQUE.search(n.words[-1]) or n.words[-1] == words[-1]
        if is_same_word(n.words[-1], words[-1])
        if not full or is_same_word(n.words[0], words[0])
    }
    if len(fitting) == 1:
        return fitting.pop()
    return words[-1] if is_subject and not fitting and phrase == words[-1] else None


def _single_name(phrase: str) -> tuple[str, ...]:
    """A capitalised word that is not so only because it opens the phrase."""
    return tuple(m.group() for m in _SINGLE.finditer(phrase) if m.start() or m.end() == len(phrase))
