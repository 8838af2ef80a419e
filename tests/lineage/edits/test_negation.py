"""Negations that came or went: marked, listed first, and told from other ways to deny."""

import pytest

from secondsource.lineage.family import Edit
from tests.lineage.edits.comparing import list_edits

TURNED = [
    # the language, the parent, the child, which negation
    ("en", "Police did not kill the two men.", "Police killed the two men.", "removed"),
    ("en", "The mayor didn't sign the paper.", "The mayor did sign the paper.", "removed"),
    ("en", "The port was closed on Monday.", "The port was never closed on Monday.", "added"),
    ("en", "The fire was not put out.", "The fire was put out.", "removed"),
    ("en", "No one was hurt in the fire.", "Many were hurt in the fire.", "removed"),
    ("en", "The clerk did not deny the theft.", "The clerk denied the theft.", "removed"),
    ("en", "It is no longer in the port.", "It is still in the port.", "removed"),
    ("ru", "Полиция не убила двух человек.", "Полиция убила двух человек.", "removed"),
    ("ru", "Никто не видел нового моста.", "Все видели новый мост.", "removed"),
    ("de", "Der Mann hat den Wirt nicht getötet.", "Der Mann hat den Wirt getötet.", "removed"),
    ("de", "Es gab keine Toten im Hafen.", "Es gab Tote im Hafen.", "removed"),
    ("fr", "Il n'a pas tué le voisin.", "Il a tué le voisin.", "removed"),
    ("es", "El alcalde no mató al vecino.", "El alcalde mató al vecino.", "removed"),
    ("pl", "Policja zabiła dwóch ludzi.", "Policja nie zabiła dwóch ludzi.", "added"),
    ("uk", "Поліція не вбила двох людей.", "Поліція вбила двох людей.", "removed"),
    # it stays one, or is said in other words, or went with its clause
    ("en", "The mayor did not sign the paper.", "The mayor never signed the paper.", ""),
    ("en", "The mayor did not sign the paper.", "The mayor refused to sign the paper.", ""),
    ("en", "The mayor is not happy with it.", "The mayor is unhappy with it.", ""),
    ("en", "He is not guilty of the theft.", "He is innocent of the theft.", ""),
    ("en", "He left not only the port.", "He left the port.", ""),
    ("en", "The mayor, who did not speak, left at noon.", "The mayor left at noon.", ""),
    ("en", "It could not be independently verified that he left.", "He left.", ""),
    ("ru", "Никто ничего не видел в порту.", "Никто не видел в порту.", ""),
    ("ru", "Он не виновен в краже.", "Он невиновен в краже.", ""),
    ("fr", "Il n'a pas vu le port.", "Il n'a jamais vu le port.", ""),
    ("pl", "Nikt nigdy nie widział portu.", "Nikt nie widział portu.", ""),
]


CONTRARIES = [
    ("en", "Exports of grain fell in May.", "Exports of grain rose in May.", "contrary"),
    ("en", "The club won the cup on Monday.", "The club lost the cup on Monday.", "contrary"),
    ("en", "The mayor denied the report.", "The mayor confirmed the report.", "contrary"),
    ("en", "The man was arrested at noon.", "The man was released at noon.", "contrary"),
    ("en", "Prices have risen in the port.", "Prices fell in the port.", "contrary"),
    ("en", "The town banned the fair.", "The town allowed the fair.", "contrary"),
    ("ru", "Экспорт зерна упал в мае.", "Экспорт зерна вырос в мае.", "contrary"),
    ("ru", "Мэр опроверг этот отчёт.", "Мэр подтвердил этот отчёт.", "contrary"),
    ("uk", "Експорт зерна впав у травні.", "Експорт зерна зріс у травні.", "contrary"),
    ("de", "Der Verein verlor den Pokal.", "Der Verein gewann den Pokal.", "contrary"),
    ("de", "Der Rat hat den Plan abgelehnt.", "Der Rat hat den Plan angenommen.", "contrary"),
    ("fr", "Le prix du pain a baissé en mai.", "Le prix du pain a augmenté en mai.", "contrary"),
    ("es", "El juez aceptó la queja.", "El juez rechazó la queja.", "contrary"),
    ("pl", "Eksport zboża spadł w maju.", "Eksport zboża wzrósł w maju.", "contrary"),
    # it is the same in other words, or the sense stays, or it is another matter
    ("en", "Exports of grain rose in May.", "Exports of grain increased in May.", ""),
    ("en", "Exports of grain did not fall in May.", "Exports of grain rose in May.", ""),
    ("en", "The mayor did not deny the report.", "The mayor confirmed the report.", ""),
    ("en", "Orlen beat Velm in the cup final.", "Velm lost to Orlen in the cup final.", ""),
    ("en", "Orlen won against Velm on Monday.", "Velm lost against Orlen on Monday.", ""),
    ("en", "The club won the cup on Monday.", "The club won the cup it lost in May.", ""),
    ("ru", "Экспорт зерна не упал в мае.", "Экспорт зерна вырос в мае.", ""),
    ("de", "Der Rat hat den Plan nicht abgelehnt.", "Der Rat hat den Plan angenommen.", ""),
]


@pytest.mark.parametrize(("language", "before", "after", "negation"), [*TURNED, *CONTRARIES])
def test_negations(language: str, before: str, after: str, negation: str) -> None:
    edits = list_edits(before, after, language)
    assert " ".join(edit.negation for edit in edits if edit.negation) == negation


@pytest.mark.parametrize(
    ("before", "after", "types"),
    [
        ("A man stole it. He did not kill 40 hens.", "A lad stole it. He killed 14 hens.",
         [("number", "removed"), ("wording", None)]),
        ("About 40 men did not leave the port.", "40 men did leave the port.",
         [("wording", "removed"), ("hedge_removed", None)]),
        ("“We will never sell the old farm,” she said.", "“We will sell the old farm,” she said.",
         [("quotation", "removed")]),
    ],
)  # fmt: skip
def test_a_negation_comes_first_whatever_else_it_is(
    before: str, after: str, types: list[tuple[str, str | None]]
) -> None:
    assert [_tell(edit) for edit in list_edits(before, after)] == types


def test_a_headline_may_drop_a_negation() -> None:
    edits = list_edits("", "", titles=("Mayor did not take bribes", "Mayor took bribes"))
    assert [_tell(edit) for edit in edits] == [("wording", "removed"), ("headline", None)]


def _tell(edit: Edit) -> tuple[str, str | None]:
    return edit.type.value, edit.negation.value if edit.negation else None
