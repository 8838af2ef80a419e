"""What is left of "X said that ..." when it is looked up: all of it where that is not sure."""

import pytest

from secondsource.article import Span
from secondsource.evidence.query import restate
from secondsource.evidence.query.draft import find_first
from secondsource.evidence.query.frame import Grammar, load_frames, peel_voice, stands_by_words
from secondsource.reading.statement import Kind, Quotation, Source, Statement, Voice, Words
from tests.evidence.query.asking import ask


@pytest.mark.parametrize(
    "sentence",
    [
        # A pronoun that may mean who says it.
        "Many farmers of Korvia said they sold 9 ships.",
        "A nurse in Dunmere said the flood had hurt her.",
        "A neighbour said Otto Kranz had not yet won him over.",
        # A denial.
        "Otto Kranz denied that Korvia sold 9 ships.",
        # Told beside the main thing, and a name of something.
        "Korvia, which said in May that the mill burned, sold 9 ships.",
        "The film was called “Korvia has sold the mill.”",
        # Something is told before it.
        "Asked about the flood, he said, “Korvia sold 9 ships.”",
    ],
)
def test_an_english_sentence_stays_whole(sentence: str) -> None:
    assert ask(f"It rained. | {sentence}").whole.text == sentence


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("Farmers said Korvia sold 9 ships.", "Korvia sold 9 ships."),
        (
            "Farmers said that Mia Bell lost her ship in the flood.",
            "Mia Bell lost her ship in the flood.",
        ),
        ("Farmers said it is raining in Korvia.", "It is raining in Korvia."),
        ("The mill burned, officials told the Dunmere Post.", "The mill burned."),
    ],
)
def test_an_english_clause_that_needs_nobody_is_told_alone(sentence: str, whole: str) -> None:
    assert ask(f"It rained. | {sentence}").whole.text == whole


@pytest.mark.parametrize(
    ("text", "contents", "told"),
    [
        ("Kranz said the mill has wheels and pumps.", ["the mill has wheels"], None),
        ("Kranz said the mill burned.", ["the mill burned"], "the mill burned"),
        ("In May Kranz said the mill burned.", ["the mill burned"], "the mill burned"),
        ("Kranz said the mill, he claims that it burned.", ["the mill", "it burned"], None),
        ("“The mill,” Kranz said, “burned.”", ["“The mill,”", "“burned.”"], "“The mill,”"),
        # What comes after the quotation belongs to who says it.
        ("“The mill burned,” Kranz said, head of it.", ["“The mill burned,”", "head of it"], None),
    ],
)
def test_who_says_it_goes_only_if_nothing_else_is_lost(
    text: str, contents: list[str], told: str | None
) -> None:
    content = tuple(span for words in contents if (span := find_first(text, words)))
    source, cue = (find_first(text, words) for words in ("Kranz", "said"))
    voice = Voice(
        "attributed",
        Source("Kranz", source, "Kranz"),
        Words("said", cue or Span(0, 0)),
        Quotation.INDIRECT,
        content=content,
    )
    statement = Statement("s", Span(0, len(text)), text, Kind.CLAIM, 0.5, True, (), voice)
    anything = Grammar(lambda *_: True, lambda _: None)
    (first, *_), _ = peel_voice(text, "xx", statement, anything, ())
    assert first.of(text) == (told or text)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Фермеры сообщили, что готовы продать мельницу."),
        ("ru", "Анна Белова отвергла обвинения в том, что Корвия продала мельницу."),
        ("ru", "Министр Иван Лукин предложил Корвии «дать полномочия фермерам»."),
        ("ru", "Анна Белова заявила, что ее мельница сгорела."),
        ("de", "Zehn Bauern gaben an, mit ihren Kindern darüber zu sprechen."),
        ("de", "Otto Kranz bestritt, dass Korvia neun Schiffe verkauft hat."),
        ("fr", "Les paysans ont indiqué qu’ils voulaient vendre neuf navires."),
        ("es", "Los granjeros dijeron que vendieron nueve barcos."),
        ("pl", "Ministerstwo przewiduje, że w ten sposób sprzeda dziewięć statków."),
        ("uk", "Фермери заявили, що продадуть дев'ять кораблів."),
    ],
)
def test_a_sentence_of_another_language_stays_whole(language: str, sentence: str) -> None:
    assert ask(f"Korvia. | {sentence}", language).whole.text == sentence


@pytest.mark.parametrize(
    ("language", "sentence", "whole"),
    [
        ("ru", "Анна Белова сообщила, что мельница сгорела ночью.", "Мельница сгорела ночью."),
        ("ru", "По данным полиции, мельница сгорела в мае.", "Мельница сгорела в мае."),
        (
            "de",
            "Der Minister sagte, dass Korvia neun Schiffe verkauft hat.",
            "Korvia neun Schiffe verkauft hat.",
        ),
        (
            "fr",
            "Le ministre a indiqué que la Korvie vend neuf navires.",
            "La Korvie vend neuf navires.",
        ),
        ("es", "Ana Ruiz dijo que el molino se vendió en mayo.", "El molino se vendió en mayo."),
        ("pl", "Minister powiedział, że Korvia sprzedała statki.", "Korvia sprzedała statki."),
    ],
)
def test_a_clause_of_another_language_is_told_alone(
    language: str, sentence: str, whole: str
) -> None:
    assert ask(f"Korvia. | {sentence}", language).whole.text == whole


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ru", "Агентство «Корвия сегодня» продало мельницу."),
        ("de", "Korvia ist heute ein Land der Mühlen."),  # nowadays
        ("de", "Für die Kinder von heute ist Sprachunterricht wichtig."),
        ("ru", "Сегодня в Корвии нет мельниц."),
    ],
)
def test_a_word_of_time_that_may_mean_nowadays_stays(language: str, sentence: str) -> None:
    assert ask(f"Korvia. | {sentence}", language).whole.text == sentence


@pytest.mark.parametrize(
    ("before", "sentence", "whole"),
    [
        ("Frank Ruiz ganó.", "Ruiz compró el molino.", "Frank Ruiz compró el molino."),
        # The word stands alone before: it is no surname.
        ("Llueve.\nKorvia vio a Frank Korvia.", "Korvia pagó.", "Korvia pagó."),
    ],
)
def test_a_surname_by_table_stands_after_the_full_name(
    before: str, sentence: str, whole: str
) -> None:
    assert ask(f"{before} | {sentence}", "es").whole.text == whole


@pytest.mark.parametrize(
    ("before", "whole"),
    [
        ("Глава района Иван Лукин ушел.", "Иван Лукин продал мельницу."),
        # What is spoken of has a man's name in it, and is none.
        ("Завод, построенный по воле Ивана Лукина, был большим.", "Он продал мельницу."),
    ],
)
def test_whom_a_russian_pronoun_means(before: str, whole: str) -> None:
    assert ask(f"{before} | Он продал мельницу.", "ru").whole.text == whole


_SAID = {
    "en": ("The mayor said that the mill burned in May.", "The mill burned in May."),
    "ru": ("Анна Белова сообщила, что мельница сгорела ночью.", "Мельница сгорела ночью."),
    "de": ("Anna Roth sagte, die Mühle ist im Mai abgebrannt.", "Die Mühle ist im Mai abgebrannt."),
    "fr": ("Le maire a dit que le moulin a brûlé en mai.", "Le moulin a brûlé en mai."),
    "es": ("Ana Ruiz dijo que el molino se vendió en mayo.", "El molino se vendió en mayo."),
    "uk": ("Міністр сказав, що Корвія продала кораблі.", "Корвія продала кораблі."),
    "pl": ("Minister powiedział, że Korvia sprzedała statki.", "Korvia sprzedała statki."),
}


@pytest.mark.parametrize("language", sorted(load_frames()))
def test_a_long_article_is_read_by_the_table(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restate, "LONGEST_BLOCK", 10)
    sentence, whole = _SAID[language]
    assert ask(f"Korvia. | {sentence}", language).whole.text == whole


def _stands(said: str) -> bool:
    voice = Voice("attributed", Source("Kranz", None, "Kranz"), quotation=Quotation.INDIRECT)
    return stands_by_words(said, "de", [Span(0, len(said))], voice)


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("Die Mühle ist abgebrannt.", True),
        ("Die Mühle bald zu verkaufen.", False),
        ("Den Kindern vorzulesen.", False),
        ("", True),
        # Hostile: looked for in every way this would take hours.
        ("zuen" * 5000 + "x", True),
    ],
)
def test_a_german_infinitive_has_no_subject(said: str, stands: bool) -> None:
    assert _stands(said) is stands


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Police did not confirm that the mill burned in May."),
        ("en", "Otto Kranz never said that Korvia sold 9 ships."),
        ("en", "Otto Kranz falsely claimed that Korvia sold 9 ships."),
        ("en", "Otto Kranz wrongly said Korvia sold 9 ships."),
        ("en", "Nobody said that Korvia sold 9 ships."),
        ("en", "No one said Korvia sold 9 ships."),
        ("en", "Police couldn’t say that Korvia sold 9 ships."),
        ("ru", "Полиция не подтвердила, что мельница сгорела в мае."),
        ("ru", "Анна Белова не говорила, что мельница сгорела в мае."),
        ("ru", "Анна Белова ложно заявила, что мельница сгорела в мае."),
        ("ru", "Никто не сообщил, что мельница сгорела в мае."),
        ("de", "Der Minister sagte nicht, dass Korvia neun Schiffe verkauft hat."),
        ("de", "Der Minister behauptete fälschlich, dass Korvia neun Schiffe verkauft hat."),
        ("de", "Niemand sagte, dass Korvia neun Schiffe verkauft hat."),
        ("fr", "Le ministre n’a pas dit que la Korvie vend neuf navires."),
        ("fr", "Personne n'a dit que la Korvie vend neuf navires."),
        ("es", "Ana Ruiz no dijo que el molino se vendió en mayo."),
        ("es", "Nadie dijo que el molino se vendió en mayo."),
        ("pl", "Minister nie powiedział, że Korvia sprzedała statki."),
        ("pl", "Nikt nie powiedział, że Korvia sprzedała statki."),
        ("uk", "Міністр не сказав, що Корвія продала кораблі."),
        ("uk", "Ніхто не сказав, що Корвія продала кораблі."),
    ],
)
def test_what_is_not_said_or_said_falsely_stays_whole(language: str, sentence: str) -> None:
    assert ask(f"Korvia. | {sentence}", language).whole.text == sentence


@pytest.mark.parametrize(
    ("language", "sentence", "whole"),
    [
        (
            "ru",
            "Тем не менее полиция сообщила, что мельница сгорела ночью.",
            "Мельница сгорела ночью.",
        ),
        ("en", "Farmers said Korvia did not sell 9 ships.", "Korvia did not sell 9 ships."),
        (
            "ru",
            "Анна Белова сообщила, что мельница не сгорела ночью.",
            "Мельница не сгорела ночью.",
        ),
    ],
)
def test_what_is_said_not_to_be_so_is_told_alone(language: str, sentence: str, whole: str) -> None:
    assert ask(f"Korvia. | {sentence}", language).whole.text == whole
