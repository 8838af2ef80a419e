"""What a sentence points back at when it only says whose word something is."""

import pytest

from secondsource.reading.attribution.voices import assign_voices, find_attributions
from secondsource.sentences import split_sentences

BACK = [
    ("en", "The plant was shut. That is according to a ministry report.", "a ministry report"),
    (
        "en",
        "The plant was shut. That\u2019s according to two officials, who left.",
        "two officials",
    ),
    ("en", "The plant was shut. So the ministry said.", "the ministry"),
    ("en", "The plant was shut. So said the ministry on Friday.", "the ministry"),
    ("en", "The plant was shut. This was reported by the Holm Gazette.", "the Holm Gazette"),
    ("en", "The plant was shut. That was announced in a statement on Friday.", "a statement"),
    ("en", "The plant was shut. This was disclosed in The Times.", "The Times"),
    ("en", "The plant was shut. That is according to the law firm Holt.", "the law firm Holt"),
    ("en", "The plant was shut. That was confirmed by King Carl.", "King Carl"),
    ("ru", "Завод закрыт на две недели. Об этом сообщил источник в МВД.", "источник в МВД"),
    ("ru", "Завод закрыт на две недели. Об этом в пятницу пишет «Вестник».", "«Вестник»"),
    ("ru", "Завод закрыт на две недели. Об этом говорится в докладе МВД.", "докладе МВД"),
    ("ru", "Завод закрыт на две недели. Это следует из доклада МВД.", "доклада МВД"),
    (
        "de",
        "Das Werk ist zu. Das geht aus einem Bericht des Amtes hervor.",
        "einem Bericht des Amtes",
    ),
    ("de", "Das Werk ist zu. Das sagte Vera Sommer am Montag.", "Vera Sommer"),
    ("de", "Das Werk ist zu. Das teilte die Polizei mit.", "die Polizei"),
    ("de", "Das Werk ist zu. Dies berichtet die Zeitung „Bote“.", "die Zeitung „Bote“"),
    ("de", "Das Werk ist zu. Das bestätigte seine Sprecherin.", "seine Sprecherin"),
    ("de", "Das Werk ist zu. Das bestätigten Autoren der Studie.", "Autoren der Studie"),
    ("fr", "L'usine est fermée. C'est ce qu'a annoncé le ministère lundi.", "le ministère"),
    ("fr", "L'usine est fermée. C’est ce qui ressort d’un rapport.", "un rapport"),
    ("es", "La planta cerró ayer. Así lo anunció el ministerio en Madrid.", "el ministerio"),
    ("es", "La planta cerró ayer. Así se desprende de un informe.", "un informe"),
    ("pl", "Zakład zamknięto. Poinformował o tym rzecznik Jan Nowak.", "rzecznik Jan Nowak"),
    ("pl", "Zakład zamknięto. Tak wynika z raportu ministerstwa.", "raportu ministerstwa"),
    ("pl", "Zakład zamknięto. Wynika to z raportu ministerstwa.", "raportu ministerstwa"),
    ("uk", "Завод зупинено. Про це повідомило джерело.", "джерело"),
    ("uk", "Завод зупинено. Про це повідомили у поліції.", "поліції"),
    ("uk", "Завод зупинено. Про це йдеться у звіті міністерства.", "звіті міністерства"),
]
NOT_BACK = [
    # another paragraph, a question, a headline, a word that is said by somebody already
    ("en", "The plant was shut.\n\nThat is according to a ministry report."),
    ("en", "Was the plant shut? That is according to the ministry."),
    ("en", "The plant was shut, Vera Sommer said. That is according to a report."),
    ("ru", "Завод закрыт на две недели.\n\nОб этом сообщает ТАСС."),
    ("ru", "Когда закроют завод? Об этом рассказал Иван Петров."),
    ("ru", "Завод закрыт, заявил Иван Петров. Об этом сообщает ТАСС."),
    ("uk", "Завод зупинено.\n\nПро це повідомило джерело."),
    ("de", "Ist das Werk zu? Das sagte Vera Sommer am Montag."),
    ("de", "Das Werk ist zu, sagte Anna Weber. Das berichtet die Zeitung „Bote“."),
    # what was not said, or says something else
    ("en", "The plant was slow. That is according to plan."),
    ("en", "The men were sorted. That was according to size."),
    ("en", "The plant was shut. That was confirmed in 2019."),
    ("en", "The plant was shut. That was reported in the north on Friday."),
    ("en", "The plant was shut. This was stated in plain English."),
    ("en", "The plant was shut. This was announced by letter."),
    ("en", "The plant was shut. That was announced by the end of May."),
    ("en", "The plant was shut. This was confirmed by testing the pumps."),
    ("en", "The plant was shut. So the ministry said it would pay."),
    ("en", "The plant was shut. So far the ministry said nothing."),
    ("ru", "Завод закрыт на две недели. Об этом он никому не сообщил."),
    ("ru", "Завод закрыт на две недели. Об этом он думал давно."),
    ("de", "Das Werk ist zu. Das sagte Vera Sommer nicht."),
    ("de", "Das Werk ist zu. Das sagt alles."),
    ("de", "Das Werk ist zu. Das schreibt das Gesetz vor."),
    ("de", "Das Werk ist zu. Das teilte die Stadt in zwei Lager."),
    ("de", "Das Werk ist zu. Das sagte Vera Sommer: „Wir kommen alle wieder.“"),
    ("de", "Das Werk ist zu. Das schrieb Geschichte."),
    ("de", "Das Werk ist zu. Das bestätigte seine Sorge."),
    ("de", "Das Werk ist zu. Das bestätigte den Verdacht."),
    ("de", "Das Werk ist zu. Das sagten Experten voraus."),
    ("fr", "L'usine est fermée. C'est ce qui reste à faire."),
    ("es", "La planta cerró ayer. Así fue siempre."),
    ("pl", "Zakład zamknięto. Tak było zawsze."),
    ("pl", "Zakład zamknięto. Wynika to z braku pieniędzy."),
    ("ru", "Завод закрыт на две недели. Об этом написана книга."),
    ("uk", "Завод зупинено. Про це повідомили поліцію."),
    ("uk", "Завод зупинено. Про це повідомили в поліцію."),
    ("uk", "Завод зупинено. Про це повідомили в середу."),
    ("uk", "Завод зупинено. Про це йдеться в середу."),
    ("uk", "Завод зупинено. Про це не повідомив ніхто."),
]


@pytest.mark.parametrize(("language", "text", "source"), BACK)
def test_the_sentence_before_is_whose_word_it_is_said_to_be(
    language: str, text: str, source: str
) -> None:
    assert _find_first_source(language, text) == source


@pytest.mark.parametrize(("language", "text"), NOT_BACK)
def test_other_sentences_stay_whose_they_were(language: str, text: str) -> None:
    assert _find_first_source(language, text) in (None, "Vera Sommer", "Иван Петров", "Anna Weber")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Todo va según lo previsto."),
        ("fr", "Le prix varie selon la taille."),
        ("es", "El precio cambia según la edad."),
    ],
)
def test_what_things_go_by_says_nothing(language: str, text: str) -> None:
    assert _find_first_source(language, text) is None


def _find_first_source(language: str, text: str) -> str | None:
    """Whose word the first sentence of a text is."""
    sentences = split_sentences(text, language)
    voices = assign_voices(text, language, sentences, find_attributions(text, language))
    return voices[0].source.text if voices[0].source else None
