"""The source at a sentence's end, where reading finds none there."""

import pytest

from secondsource.article import Span
from secondsource.evidence.origins.tags import find_said_after, find_tag

CASES = (
    ("ru", "Мост через Вельму закрыт на месяц, сообщила пресс-служба суда.", "пресс-служба суда"),
    ("uk", "З села вивезли 12 людей, повідомили в обласній поліції.", "обласній поліції"),
    ("fr", "Le pont a été fermé lundi, a indiqué mardi le parquet.", "le parquet"),
    ("es", "El puente fue cerrado, informó ayer la Guardia Costera.", "la Guardia Costera"),
    ("pl", "Most zamknięto w poniedziałek, przekazała straż pożarna.", "straż pożarna"),
    ("de", "Die Brücke wurde gesperrt, teilte die Feuerwehr mit.", "die Feuerwehr"),
    (
        "fr",
        "Ils l'ont vu lundi, a expliqué à notre micro la magistrate du dossier, Anne Castel.",
        "la magistrate du dossier, Anne Castel",
    ),
    ("es", "El puente, informó ayer el alcalde, fue cerrado.", None),
    ("ru", "Мост через Вельму закрыт на месяц.", None),
    ("fr", "Le pont que le parquet a indiqué est fermé.", None),
    ("en", "The bridge is shut, said the mayor.", None),
    # what about it is told, and when, is nobody
    ("ru", "Он позвонил в полицию, сообщил о пожаре.", None),
    ("ru", "Мост упал, сообщили в среду.", None),
    ("uk", "Він подзвонив, повідомив про пожежу.", None),
    ("uk", "Міст упав, повідомили у п'ятницю.", None),
    ("pl", "Zadzwonił na policję, poinformował o pożarze.", None),
    ("pl", "Most padł, podał w środę.", None),
    ("pl", "Most padł, wynika z raportu policji.", "raportu policji"),
    ("ru", "Мост упал, сообщили в мэрии.", "мэрии"),
    ("ru", "Мост упал, сообщил Мартин Орлов.", "Мартин Орлов"),
    ("ru", "Мост упал, следует из доклада мэрии.", "доклада мэрии"),
)


@pytest.mark.parametrize(("language", "sentence", "shown"), CASES)
def test_the_source_that_a_sentence_ends_with(
    language: str, sentence: str, shown: str | None
) -> None:
    found = find_tag(sentence, language)
    assert (found[1].of(sentence) if found else None) == shown


def test_a_person_in_apposition_is_known_by_the_name() -> None:
    found = find_tag("Ils l'ont vu lundi, a expliqué la magistrate du dossier, Anne Castel.", "fr")
    assert found is not None
    assert found[0].words == ("anne", "castel")


AFTER = (
    (
        "de",
        "Die Brücke ist zu.",
        " Das teilte Oberst Tom Reed mit, der Sprecher.",
        "Oberst Tom Reed",
    ),
    ("fr", "Le pont est fermé.", " C’est ce qu’a indiqué le maire.", "le maire"),
    ("es", "El puente está cerrado.", " Así lo anunció la alcaldesa.", "la alcaldesa"),
    ("pl", "Most zamknięto.", " O tym poinformowała policja.", "policja"),
    ("ru", "Мост закрыт.", " Об этом сообщил мэр Дейла Анна Велд.", "мэр Дейла Анна Велд"),
    ("uk", "Міст закрито.", " Про це повідомила поліція.", "поліція"),
    ("ru", "Мост закрыт.", " Об этом сообщил на заседании мэр.", None),
    ("ru", "Мост закрыт.", "\n\nОб этом сообщил мэр.", None),
    ("de", "Die Brücke ist zu.", " Das Wetter teilte Dale in zwei Hälften.", None),
)


@pytest.mark.parametrize(("language", "sentence", "after", "shown"), AFTER)
def test_the_next_sentence_may_say_who_said_it(
    language: str, sentence: str, after: str, shown: str | None
) -> None:
    text = sentence + after
    found = find_said_after(text, Span(0, len(sentence)), language)
    assert (found and found[0].shown) == shown
    assert found is None or found[1].of(text) == shown
