"""What is read of a Wikiquote page: whose words, in which section, from where."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from secondsource.factcheck.entry import Section
from secondsource.factcheck.sections import Skipped, read_heading
from secondsource.factcheck.wikiquote import read_page
from secondsource.factcheck.wikitext import strip_markup
from tests.factcheck.wikiquote_pages import (
    BISMARCK,
    BROKEN,
    HARBOURS,
    RADIN_RU,
    SOLVEI_DE,
    SOLVEI_EN,
)

_MARKUP = [
    ("'''Bold''' and ''slanted''", "Bold and slanted"),
    ("[[Love]] and [[w:Desert Solitaire|the desert]]", "Love and the desert"),
    ("[[File:A.jpg|thumb|A [[caption]] of it]]after", "after"),
    ("said<ref name='a'>{{cite|x}}</ref> twice<ref name=b/>", "said twice"),
    ("a<!-- never seen -->b", "ab"),
    ("{{w|Otto}} {{lang|la|Late have I loved}} {{cleanup}}", "Otto Late have I loved"),
    ("{{outer|{{inner}} x}}kept", "kept"),
    ("line<br/>line<br />end", "line line end"),
    ("[https://example.org as early as 1899] and [https://example.org]", "as early as 1899 and"),
    ("&ldquo;Yes&rdquo;&nbsp;&mdash; no", "“Yes” — no"),
    ("<small>small</small> <poem>verse</poem>", "small verse"),
    ("open [[link and {{brace", "open link and brace"),
]


@pytest.mark.parametrize(("markup", "plain"), _MARKUP)
def test_markup_becomes_what_a_reader_sees(markup: str, plain: str) -> None:
    assert strip_markup(markup) == plain


_HEADINGS = [
    ("Quotes", Section.SOURCED),
    ("Misattributed", Section.MISATTRIBUTED),
    ("Disputed", Section.DISPUTED),
    ("Attributed", Section.ATTRIBUTED),
    ("Quotes about Bismarck", Skipped.SKIPPED),
    ("External links", Skipped.SKIPPED),
    ("1860s", None),
    ("The Tide Tables (1907)", None),
    ("Überprüft", Section.SOURCED),
    ("Fälschlich zugeschrieben", Section.MISATTRIBUTED),
    ("Zugeschrieben", Section.ATTRIBUTED),
    ("Zitate mit Bezug auf Goethe", Skipped.SKIPPED),
    ("Цитаты", Section.SOURCED),
    ("Приписываемые", Section.ATTRIBUTED),
    ("Ошибочно приписываемые", Section.MISATTRIBUTED),
    ("Спорные", Section.DISPUTED),
    ("О Бисмарке", Skipped.SKIPPED),
    ("Quotes about Lincoln (1809–1865)", Skipped.SKIPPED),
    ("Cast", Skipped.SKIPPED),
    ("Dialogue", Skipped.SKIPPED),
    ("About Bismarck", Skipped.SKIPPED),
    ("Citations contestées", Section.DISPUTED),
    ("Dialogues Concerning Natural Religion (1779)", None),
    ("Dialogues Concerning Natural Religion", None),
    ("Castles in the Air (1830)", None),
    ("About Looking (1980)", None),
    ("Über Pädagogik (1803)", None),
    ("Literatur und Revolution", None),
    ("The Contested Will", None),
    ("The Doubtful Heir", None),
    ("Misquoted", Section.MISATTRIBUTED),
    ("Erroneously attributed", Section.MISATTRIBUTED),
    ("Further reading", Skipped.SKIPPED),
    ("About", Skipped.SKIPPED),
    ("Quotes of others about Lincoln", Skipped.SKIPPED),
    ("About himself", None),
    ("O Captain! My Captain!", None),
    ("Nicht überprüft", Section.ATTRIBUTED),
    ("Irrtümlich zugeschrieben", Section.MISATTRIBUTED),
    ("Aussagen über Goethe", Skipped.SKIPPED),
    ("Über ihn", Skipped.SKIPPED),
    ("Über sich selbst", None),
    ("О нём", Skipped.SKIPPED),
    ("Об авторе", Skipped.SKIPPED),
    ("Современники о Радине", Skipped.SKIPPED),
    ("О себе", None),
    ("Ошибочно приписанные", Section.MISATTRIBUTED),
    ("Непроверенные", Section.ATTRIBUTED),
    ("Апокрифы", Section.DISPUTED),
    ("Apocryphes", Section.DISPUTED),
    ("Citations apocryphes", Section.DISPUTED),
    ("Fausses attributions", Section.MISATTRIBUTED),
    ("Citations non sourcées", Section.ATTRIBUTED),
    ("Sur Voltaire", Skipped.SKIPPED),
    ("Sur lui", Skipped.SKIPPED),
    ("À propos de Voltaire", Skipped.SKIPPED),
    ("Sur lui-même", None),
    ("Sur la route, 1957", None),
    ("Notes et références", Skipped.SKIPPED),
    ("Citas sobre Borges", Skipped.SKIPPED),
    ("Sobre sí mismo", None),
    ("Acerca de Borges", Skipped.SKIPPED),
    ("Citas falsamente atribuidas", Section.MISATTRIBUTED),
    ("Citas sin verificar", Section.ATTRIBUTED),
    ("Apócrifas", Section.DISPUTED),
    ("Cytaty", Section.SOURCED),
    ("Błędnie przypisywane", Section.MISATTRIBUTED),
    ("Przypisywane", Section.ATTRIBUTED),
    ("Wątpliwe", Section.DISPUTED),
    ("Przypisy", Skipped.SKIPPED),
    ("O Stanisławie Lemie", Skipped.SKIPPED),
    ("O nim", Skipped.SKIPPED),
    ("O sobie", None),
    ("Inni o Piłsudskim", Skipped.SKIPPED),
    ("Цитати", Section.SOURCED),
    ("Приписувані", Section.ATTRIBUTED),
    ("Помилково приписувані", Section.MISATTRIBUTED),
    ("Сумнівні", Section.DISPUTED),
    ("Про Шевченка", Skipped.SKIPPED),
    ("Див. також", Skipped.SKIPPED),
]


@pytest.mark.parametrize(("heading", "section"), _HEADINGS)
def test_what_a_heading_says(heading: str, section: Section | Skipped | None) -> None:
    assert read_heading(heading) is section


def test_a_page_with_originals_disputed_and_misattributed() -> None:
    entries = list(read_page("Otto von Bismarck", BISMARCK, "en"))
    told = [(entry.section, entry.text[:24], entry.years) for entry in entries]
    assert told == [
        (Section.SOURCED, "Nicht durch Reden und Ma", (1862,)),
        (Section.SOURCED, "Politics is not an exact", (1863,)),
        (Section.DISPUTED, "To wage a preventive war", (1876, 1891)),
        (Section.MISATTRIBUTED, "Laws are like sausages; ", (1869,)),
        (Section.MISATTRIBUTED, "Never believe in anythin", ()),
    ]
    assert entries[0].other_texts[0].endswith("but by iron and blood.")
    assert entries[4].other_texts == ("Believe nothing until it has been officially denied.",)
    assert {entry.person for entry in entries} == {"Otto von Bismarck"}
    assert entries[3].heading == "Misattributed"


def test_a_title_in_italics_is_a_work_of_the_person() -> None:
    page = "== {} ==\n* Le port oublie tous les bateaux.\n[[Category:1860 births]]"
    assert not list(read_page("Ingrid Solvei", page.format("Sur les ports")))
    (entry,) = read_page("Ingrid Solvei", page.format("''Sur les ports''"))
    assert entry.heading == "Sur les ports"


_POEMS = [
    "* <poem>The boats are late,\nthe stones forget,\nthe tide keeps no account.</poem>\n** {}",
    "* <poem>\nThe boats are late,\nthe stones forget,\nthe tide keeps no account.\n</poem>\n** {}",
    "* <Poem style='x'>The boats are late,\nthe stones forget,\n\n"
    ": the tide keeps no account.</poem>\n** {}",
    "{{{{Q|<poem>The boats are late,\nthe stones forget,\nthe tide keeps no account.</poem>|{}}}}}",
]


@pytest.mark.parametrize("page", _POEMS)
def test_a_poem_is_one_quotation_with_all_its_lines(page: str) -> None:
    (entry,) = read_page("Ingrid Solvei", "== Quotes ==\n" + page.format("The Pier (1901)"))
    assert entry.text == "The boats are late, the stones forget, the tide keeps no account."
    assert entry.years == (1901,)


def test_sources_breaks_and_works() -> None:
    entries = list(read_page("Ingrid Solvei", SOLVEI_EN, "en"))
    assert entries[0].text == "A harbour is a promise made of stone, and stone forgets nothing."
    assert entries[0].sources[-1] == "The Pier (1901), p. 12"
    assert entries[2].text == "Count the boats twice."
    assert entries[3].section is Section.SOURCED
    assert entries[3].years == (1907,)
    assert entries[4].section is Section.ATTRIBUTED
    assert len(entries) == 5


def test_german_and_russian_pages() -> None:
    german = list(read_page("Ingrid Solvei", SOLVEI_DE, "de"))
    assert german[0].text == "Ein Hafen ist ein Versprechen aus Stein, und Stein vergisst nichts."
    assert german[0].years == (1901,)
    assert [e.section for e in german] == [Section.SOURCED, Section.SOURCED, Section.MISATTRIBUTED]
    russian = list(read_page("Радин, Пётр", RADIN_RU, "ru"))
    assert [(e.section, e.years) for e in russian] == [
        (Section.SOURCED, (1912,)),
        (Section.SOURCED, (1908,)),
        (Section.SOURCED, (1915,)),
        (Section.ATTRIBUTED, ()),
        (Section.MISATTRIBUTED, (1870,)),
    ]
    assert russian[0].text == "Маяк не спорит с бурей, он её пережидает."
    assert russian[0].person == "Пётр Радин"


def test_on_a_theme_page_the_source_line_names_the_person() -> None:
    assert [entry.person for entry in read_page("Harbours", HARBOURS)] == ["Ada Lind", "Bo Ekman"]


_CATEGORIES = [
    "Category:1860 births",
    "Kategorie:Frau",
    "Категория:Умершие в 1931 году",
    "Catégorie:Naissance en 1860",
    "Catégorie:Personnalité politique",
    "Categoría:Fallecidos en 1931",
    "Категорія:Персоналії за алфавітом",
    "Категорія:Народились 1860",
]


@pytest.mark.parametrize("category", _CATEGORIES)
def test_on_a_person_s_page_a_linked_work_is_nobody(category: str) -> None:
    page = f"* The port forgets its boats.\n** [[The Pier]], 1901\n[[{category}]]"
    assert [entry.person for entry in read_page("Ingrid Solvei", page)] == ["Ingrid Solvei"]


def test_broken_markup_loses_no_quotation() -> None:
    entries = list(read_page("Broken, Anna", BROKEN))
    assert [entry.text for entry in entries] == [
        "An unclosed link and template keep what was said",
        "only braces stand here and there",
        "A heading that is none stays in the section before.",
    ]


@pytest.mark.parametrize(
    "unit", ["{{a|", "[[", "{{w|[[", "<ref>", "<!--", "*", "''", "{{q|", "\n==", "<poem>"]
)
def test_hostile_markup_takes_no_square(unit: str) -> None:
    start = time.process_time()
    list(read_page("A", "== Quotes ==\n* " + unit * (400_000 // len(unit)), "en"))
    assert time.process_time() - start < 4


_LINES = (
    "\n* ",
    "\n** ",
    "\n== Quotes ==",
    "boats are late",
    "<ref>",
    "</ref>",
    "<!--",
    "-->",
    " ",
)
_MARKS = ("{{", "}}", "[[", "]]", "{{q|", "|", "=", "''", "'", "#", ":")


@given(st.lists(st.sampled_from((*_LINES, *_MARKS)), max_size=60).map("".join))
@example("\n== Quotes ==\n* The boats are late again this morning.")
def test_any_markup_is_read(text: str) -> None:
    for entry in read_page("A", text):
        assert entry.text.strip()
