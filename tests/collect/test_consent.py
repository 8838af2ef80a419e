"""Notices on cookies and of the browser: marked at either end of a text, and nothing else is."""

import pytest

from secondsource.collect.boilerplate import find_boilerplate
from secondsource.collect.consent import REASON

ASKING = [
    "We use cookies and similar technologies to show you content that fits your interests.",
    "By clicking Accept you agree to the storing of cookies on your device.",
    "Wir verwenden Cookies, um Ihnen passende Inhalte zu zeigen.",
    "Nous et nos partenaires utilisons des cookies pour mesurer l'audience.",
    "Utilizamos cookies propias y de terceros para mejorar nuestros servicios.",
    "Ta strona korzysta z plików cookies, aby dopasować treści.",
    "Мы используем файлы cookie, чтобы улучшить работу сайта.",
    "Цей сайт використовує файли cookie, щоб запам'ятати ваші налаштування.",
    "Please enable JavaScript to read this page.",
]
TOLD = [
    "The ministry said that the shop had set cookies on every phone in the harbour.",
    "Bakers use cookies to draw a crowd, and this year the crowd was large.",
    "By using cookies, advertisers follow people across the harbour, the study found.",
    "The programmer learned JavaScript while the ferry was stuck in the ice.",
]
STORY = "The harbour board met on Tuesday and voted to close the old ferry pier for the winter."


def _marked(text: str) -> list[str]:
    return [b.span.of(text) for b in find_boilerplate(text, None) if b.reason == REASON]


@pytest.mark.parametrize("asking", ASKING)
def test_what_a_page_asks_is_no_part_of_its_article(asking: str) -> None:
    for text in (f"{asking}\n\n{STORY}", f"{STORY}\n\n{asking}", f"{asking} {STORY}"):
        assert _marked(text) == [asking]


@pytest.mark.parametrize("told", TOLD)
def test_what_an_article_tells_is_its_own(told: str) -> None:
    assert _marked(f"{told}\n\n{STORY}") == []
