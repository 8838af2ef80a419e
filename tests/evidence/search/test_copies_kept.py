"""Whether a copy or translation kept the numbers of a sentence, however it writes them."""

import pytest

from secondsource.article import Article, Span
from secondsource.evidence.search.candidates import Candidate, PassageReader

SAID = [
    ("The harvest was 48,000 tonnes.", "en", "Урожай составил 48 000 тонн.", "ru", True),
    ("The harvest was 48,000 tonnes.", "en", "La récolte fut de 48\u202f000 tonnes.", "fr", True),
    ("The harvest was 48,000 tonnes.", "en", "Урожай составил 41 000 тонн.", "ru", False),
    ("The harvest was 48 000 tonnes.", "en", "The harvest was 48,000 tonnes.", "en", True),
    ("In 2019 300 people came.", "en", "В 2019 году пришли 300 человек.", "ru", True),
    ("Twelve boats came.", "en", "Пришли 12 лодок.", "ru", True),
    ("Twelve boats came.", "en", "Пришли 3 лодки.", "ru", False),
    ("There are 12 cracks.", "en", "Трещин только три.", "ru", False),
    ("There are 12 cracks.", "en", "Трещин двенадцать.", "ru", True),
    ("There are 12 cracks.", "en", "Il y a douze fissures.", "fr", True),
    ("There are 12 cracks.", "en", "Трещин много.", "ru", True),
    ("Boats came in May.", "en", "Лодки пришли 5 мая.", "ru", True),
    ("Twelve boats came.", "en", "No boats came.", "en", False),
    ("Four million crowns were spent.", "en", "Потрачено 4 миллиона крон.", "ru", True),
    ("4 million crowns were spent.", "en", "Vier Millionen Kronen gingen drauf.", "de", True),
    ("4 million crowns were spent.", "en", "Потрачено 4 000 000 крон.", "ru", True),
    ("4.5 million crowns were spent.", "en", "Потрачено 4,5 миллиона крон.", "ru", True),
    ("4 million crowns were spent.", "en", "Потрачено 4 миллиарда крон.", "ru", False),
    ("4 million crowns were spent.", "en", "Потрачено 3 миллиона крон.", "ru", False),
    ("4 million crowns were spent.", "en", "Потрачено 4 кроны.", "ru", False),
    ("It rose by 4.5 percent.", "en", "Рост составил 4,5 %.", "ru", True),
    ("It rose by 4.5 percent.", "en", "Рост составил 4 процента.", "ru", False),
    ("It fell by minus 5 percent.", "en", "Падение составило 5 %.", "ru", True),
    (f"It is {'9' * 400} million.", "en", f"Это {'9' * 400} миллионов.", "ru", True),
    ("$4m was spent.", "en", "Потрачено 4 миллиона долларов.", "ru", True),
]


@pytest.mark.parametrize(("left", "left_in", "right", "right_in", "same"), SAID)
def test_a_copy_says_the_same(
    left: str, left_in: str, right: str, right_in: str, same: bool
) -> None:
    whole = Span(0, len(left))
    candidate = Candidate(Article(id="a", text=left, language=left_in), whole, whole)
    other = Article(id="b", text=right, language=right_in)
    assert PassageReader().say_same(candidate, other, Span(0, len(right))) is same


CLAUSES = [
    ("The mayor did not resign, the paper said.", False),
    ("The mayor resigned but did not apologise, a paper said.", True),
    ("The mayor resigned, the paper said.", True),
    ("Nobody says that the mayor resigned.", False),
]


@pytest.mark.parametrize(("copied", "same"), CLAUSES)
def test_a_denial_of_the_clause_is_no_other_denial_of_its_sentence(copied: str, same: bool) -> None:
    text = "The mayor resigned but did not apologise, the paper said."
    clause = Span(0, len("The mayor resigned"))
    left = Candidate(Article(id="a", text=text, language="en"), clause, clause)
    copy = Article(id="b", text=copied, language="en")
    assert PassageReader().say_same(left, copy, Span(0, len(copied))) is same


@pytest.mark.parametrize(("text", "strange"), [("В Белгороде", True), ("Из Корска", False)])
def test_a_declined_name_is_the_same_name(text: str, strange: bool) -> None:
    whole = Span(0, len(text))
    found = Candidate(Article(id="a", text=text, language="ru"), whole, whole)
    assert PassageReader().is_strange_to(found, frozenset({"корске"}), "ru") is strange
