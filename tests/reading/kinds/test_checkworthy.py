"""Why a sentence asks to be checked, in words."""

import pytest

from secondsource.article import Passage, Span
from secondsource.reading.kinds.checkworthy import find_signals, score_checkworthiness
from secondsource.reading.kinds.uncheckable import SECRET
from secondsource.reading.statement import AUTHOR, Source, Voice

SIGNALS = [
    # the sentence, a signal it gives, the words it rests on
    ("Rents rose by 14 per cent.", "gives_number", "14 per cent"),
    ("The dam cost $3,000,000.", "gives_number", "$3,000,000"),
    ("On Friday the mayor met Vera Olin.", "names_actor", "Vera Olin"),
    ("She blamed the port for the leak.", "accuses", "blamed"),
    ("Rents are higher than last year.", "compares", "higher than"),
    ("It was built in 2015.", "gives_date", "in 2015"),
    ("The new tax was passed.", "affects_many", "tax"),
    ("So says a report on the leak.", "refers_to_document", "report"),
    ("They spoke on condition of anonymity.", "source_unnamed", "on condition of anonymity"),
    ("The rest of the plan is classified.", SECRET, "The rest of the plan is classified"),
    (
        "But everybody in that long building knows that the rest is kept secret.",
        SECRET,
        "that long building knows that the rest is kept secret",
    ),
    ("It comes from sources that cannot be named.", SECRET, "sources that cannot be named"),
]
AGAINST = [
    ("I remember the old bridge.", "personal_experience", "I remember"),
    ("Perhaps the bridge was sold.", "put_cautiously", "Perhaps"),
    ("I think the bridge was sold.", "rests_on_a_view", "I think"),
]
RUSSIAN = [
    ("Цены выросли на 14 процентов.", "gives_number", "14 процентов"),
    ("В городе живут 11 000 человек.", "gives_number", "11 000 человек"),
    ("Вчера мэр встретил Веру Олину.", "names_actor", "Веру Олину"),
    ("Чиновника обвинили во лжи.", "accuses", "обвинили"),
    ("Он говорил на условиях анонимности.", "source_unnamed", "на условиях анонимности"),
    ("Вторая часть плана засекречена.", SECRET, "Вторая часть плана засекречена"),
]
PLAIN = [
    "It rained.",
    "It was a scene of the 19th-century kind.",
    "The wall is old.They keep the secret recipe in a book.",
    "It went on so for long.",
]


def _find(text: str, language: str) -> dict[str, str]:
    place = Passage("article", Span(100, 100 + len(text)))
    whole = " " * 100 + text
    return {
        signal.name: " ".join(signal.spans[0].span.of(whole).split())
        for signal in find_signals(text, language, AUTHOR, place)
    }


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Das Wehr war undicht.", "de", False),
        ("War das Wehr undicht?", "de", False),
        ("The war was lost.", "en", True),
    ],
)
def test_a_german_verb_is_no_war(text: str, language: str, found: bool) -> None:
    assert ("affects_many" in _find(text, language)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The port declined to answer.", False),
        ("The catch declined to a tenth of it.", True),
        ("The catch declined last year.", True),
        ("The catch declined to below 3 percent.", True),
        ("Prices declined to their lowest level.", True),
        ("The mayor declined to be interviewed.", False),
    ],
)
def test_who_declines_to_answer_compares_nothing(text: str, found: bool) -> None:
    assert ("compares" in _find(text, "en")) is found


@pytest.mark.parametrize(("text", "name", "words"), [*SIGNALS, *AGAINST])
def test_english(text: str, name: str, words: str) -> None:
    assert _find(text, "en")[name] == words


@pytest.mark.parametrize(("text", "name", "words"), RUSSIAN)
def test_russian(text: str, name: str, words: str) -> None:
    assert _find(text, "ru")[name] == words


@pytest.mark.parametrize("text", PLAIN)
def test_plain_sentences_give_no_reason(text: str) -> None:
    assert _find(text, "en") == {}


def test_the_reason_shows_the_words_and_comes_in_order() -> None:
    text = "The minister said that rents rose by 14 per cent since 2015."
    voice = Voice("attributed", Source("The minister", Span(0, 12)))
    signals = find_signals(text, "en", voice, Passage("a", Span(0, len(text))))
    assert signals[0].sentence == "It gives a number: “14 per cent”."
    assert "It is put in the mouth of another: “The minister”." in [s.sentence for s in signals]
    assert [s.score for s in signals] == sorted((s.score for s in signals), reverse=True)


def test_what_speaks_against_comes_last_and_lowers_the_sum() -> None:
    text = "I remember that the bridge cost 3 million."
    place = Passage("a", Span(0, len(text)))
    signals = find_signals(text, "en", AUTHOR, place)
    assert [signal.name for signal in signals] == ["gives_number", "personal_experience"]
    assert signals[-1].sentence.startswith("Less so, because")
    fewer = score_checkworthiness(signals[:1], None)
    assert score_checkworthiness(signals, None) < fewer


def test_more_reasons_give_a_higher_score() -> None:
    texts = [
        "Дождь шёл весь день.",
        "Дождь шёл 14 дней.",
        "Губернатор Олин потратил 14 миллионов на больницы.",
    ]
    scores = [
        score_checkworthiness(find_signals(t, "ru", AUTHOR, Passage("a", Span(0, len(t)))), None)
        for t in texts
    ]
    assert scores == sorted(scores)
    assert 0 < scores[0] < 0.2
    assert 0.7 < scores[2] < 1


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Пострадали семь рабочих.", "ru", "семь"),
        ("Погибли трое горняков.", "ru", "трое"),
        ("Постраждали семеро робітників.", "uk", "семеро"),
        ("Sieben Arbeiter wurden verletzt.", "de", "Sieben"),
        ("Sept ouvriers ont été blessés.", "fr", "Sept"),
        ("Siete obreros resultaron heridos.", "es", "Siete"),
        ("Siedem osób zostało rannych.", "pl", "Siedem"),
    ],
)
def test_a_number_in_words_is_one_in_every_language(text: str, language: str, words: str) -> None:
    place = Passage("a", Span(0, len(text)))
    found = {s.name: s for s in find_signals(text, language, AUTHOR, place)}
    assert found["gives_number"].spans[0].span.of(text) == words
    assert score_checkworthiness(tuple(found.values()), None) > 0.4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Рабочие пострадали.", "ru"),
        ("Ein Arbeiter wurde verletzt.", "de"),
        ("Un ouvrier a été blessé.", "fr"),
        ("Jeden robotnik został ranny.", "pl"),
    ],
)
def test_one_is_no_number(text: str, language: str) -> None:
    place = Passage("a", Span(0, len(text)))
    assert "gives_number" not in {s.name for s in find_signals(text, language, AUTHOR, place)}
