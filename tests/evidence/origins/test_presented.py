"""A source that is presented beside the sentence, and one that only happens to stand there."""

import pytest

from secondsource.evidence import Standing
from tests.evidence.newsroom import EXAMINED, check, state, write

PRESENTED = (
    # who answers questions, is a guest or is named in the very sentence
    (
        "Mayor Anna Weld",
        "en",
        "Mayor Anna Weld answered questions in the hall for an hour. The north bridge was closed "
        "on Monday, it turned out.",
    ),
    (
        "Mayor Anna Weld",
        "en",
        "The guest of the morning was Anna Weld, mayor since spring.\n\n"
        "“The north bridge was closed on Monday. I wish it had not been needed.”",
    ),
    (
        "Mayor Anna Weld",
        "ru",
        "На вопросы в студии отвечала мэр Анна Велд. Мост (north bridge, Port Ansel) закрыт.",
    ),
    # a body by its trade and its name, in another language
    (
        "une étude de l'université de Velmora",
        "en",
        "The north bridge was closed on Monday because the steel was thin. That is what a paper "
        "of Velmora University, published this week, says about it.",
    ),
)
APART = (
    # quoted with something else
    (
        "Mayor Anna Weld",
        "en",
        "The north bridge at Port Ansel, now shut, will carry no cars. Mayor Anna Weld said that "
        "she was helping everybody.",
    ),
    # somewhere else in the article
    (
        "Mayor Anna Weld",
        "en",
        "The north bridge was closed on Monday.\n\nTraffic went by the old road. It was slow.\n\n"
        "Mayor Anna Weld answered questions about the school for an hour.",
    ),
    # only mentioned
    (
        "Mayor Anna Weld",
        "en",
        "Anna Weld lives on the far bank. The north bridge was closed on Monday.",
    ),
    # an authority is no author
    (
        "Mayor Anna Weld",
        "es",
        "Las autoridades llevaron a Anna Weld a la orilla. The north bridge was closed on Monday, "
        "it turned out.",
    ),
    # nor does a firm sign anything, though it is a word for that elsewhere
    (
        "Mayor Anna Weld",
        "de",
        "Die Firma von Anna Weld liegt am Ufer. The north bridge was closed on Monday, it turned "
        "out.",
    ),
    # the paper saw it itself, or had it from somebody else
    (
        "Mayor Anna Weld",
        "en",
        "Mayor Anna Weld answered questions in the hall. Our reporter saw that the north bridge "
        "was closed on Monday.",
    ),
    (
        "Mayor Anna Weld",
        "en",
        "Mayor Anna Weld answered questions in the hall. The north bridge was closed on Monday, "
        "a ferryman told us at the quay.",
    ),
    # another body of that name
    (
        "une étude de l'université de Velmora",
        "en",
        "The north bridge was closed on Monday because the steel was thin. That is what a note "
        "of Velmora police, published this week, says about it.",
    ),
)


@pytest.mark.parametrize(("voice", "language", "text"), PRESENTED)
def test_what_stands_beside_the_source_that_is_presented_is_an_echo(
    voice: str, language: str, text: str
) -> None:
    finding = check(
        [write("Dale Mail", text, language=language)], statement=state(EXAMINED, voice=voice)
    )
    assert finding.standing is Standing.ECHOED


@pytest.mark.parametrize(("voice", "language", "text"), APART)
def test_what_only_stands_beside_it_is_an_origin_of_its_own(
    voice: str, language: str, text: str
) -> None:
    finding = check(
        [write("Dale Mail", text, language=language)], statement=state(EXAMINED, voice=voice)
    )
    assert finding.standing is Standing.SINGLE_ORIGIN


def test_where_the_claim_is_the_authors_own_nobody_beside_it_makes_an_echo() -> None:
    _, _, text = PRESENTED[0]
    assert check([write("Dale Mail", text)]).standing is Standing.SINGLE_ORIGIN
