"""Edits between two versions: each kind is told from the others, and shown where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.article import Article, Boilerplate, Span
from secondsource.lineage import Edge, Relation, Stretch, find_edits, find_families, with_edits
from secondsource.lineage.edits import EDIT_ORDER, WORDING_SHOWN
from secondsource.lineage.family import EditType
from tests.lineage.prose import BRIDGE, HARBOUR, ORCHARD, RUSSIAN, article


def _compare(parent: Article, child: Article, relation: Relation = Relation.EDITED) -> Edge:
    stretch = Stretch(Span(0, len(child.text)), Span(0, len(parent.text)))
    share = 0.2 if relation is Relation.MERGED else 0.9
    edge = Edge(child.id, parent.id, relation, share, share, 0.9, True, stretches=(stretch,))
    return find_edits(edge, parent, child)


def _kinds(before: str, after: str, language: str = "en") -> str:
    """The types of the edits between two sentences that stand among others."""
    parent, child = (
        article(name, f"{BRIDGE}\n\n{words}\n\n{ORCHARD}", language=language)
        for name, words in (("p", before), ("c", after))
    )
    return " ".join(edit.type.value for edit in _compare(parent, child).edits)


ENGLISH = [
    # the parent, the child, what changed
    ("The man allegedly stole the ring.", "The man stole the ring.", "hedge_removed"),
    ("The man stole the ring.", "The man reportedly stole the ring.", "hedge_added"),
    ("The man allegedly stole it.", "The man reportedly stole it.", "wording"),
    ("He is said to have sold the farm.", "He has sold the farm.", "hedge_removed"),
    ("The alleged thief was seen in Bath.", "The thief was seen in Bath.", "hedge_removed"),
    ("The bridge may be closed for a year.", "The bridge will be closed for a year.",
     "hedge_removed"),
    ("The bridge was closed in May 2014 again.", "The bridge was closed in 2014 again.", "date"),
    ("About 40 people were in the hall.", "40 people were in the hall.", "hedge_removed"),
    ("They saw that they could leave at once.", "They saw that they can leave at once.", "wording"),
    # a hedge that goes with its clause was not dropped
    ("The shop was shut, and perhaps it will never open again, when we came.",
     "The shop was shut when we came.", "wording"),
    ("The plan has failed, according to the port.", "The plan has failed.", "attribution_removed"),
    ("According to the port, the plan has failed.", "The plan has failed.", "attribution_removed"),
    ("The plan has failed, a clerk of the port said.", "The plan has failed.",
     "attribution_removed"),
    ("Ms Aldred told reporters on Monday that the plan has failed.", "The plan has failed.",
     "attribution_removed"),
    ("“The plan has failed,” said Ms Aldred.", "“The plan has failed.”", "attribution_removed"),
    ("Police said they had found the ring.", "Police have found the ring.", "attribution_removed"),
    ("The clerk claimed that the plan has failed.", "The plan has failed.",
     "hedge_removed attribution_removed"),
    ("Ms Aldred claimed the plan had failed.", "Ms Aldred said the plan had failed.",
     "hedge_removed"),
    ("The plan has failed.", "The plan has failed, the port said.", "attribution_changed"),
    ("The plan has failed, police said.", "The plan has failed, neighbours said.",
     "attribution_changed"),
    ("Police said the plan has failed.", "The plan has failed, police said.", "wording wording"),
    ("Ms Aldred said the plan has failed.", "Ms Aldred explained the plan has failed.", "wording"),
    ("Ruth Aldred said the plan has failed.", "Aldred said the plan has failed.", "wording"),
    ("The port noted that the plan failed.", "The board noted that the plan failed.",
     "attribution_changed"),
    # a source that goes with its claim was not dropped
    ("The shop was shut, and the owner said that he was ill, when we came.",
     "The shop was shut when we came.", "wording"),
    ("The fire killed 40 people.", "The fire killed 14 people.", "number"),
    ("The fire killed forty people.", "The fire killed 14 people.", "number"),
    ("It cost 2.5 million crowns.", "It cost 2.5 billion crowns.", "number"),
    ("It cost 2.5 million crowns.", "It cost 25 million crowns.", "number"),
    ("It cost 2.5 million crowns.", "It cost 2,500,000 crowns.", "wording"),
    ("It cost 5,000 crowns.", "It cost 5000 crowns.", ""),
    ("The ten men left the ship.", "The 10 men left the ship.", "wording"),
    ("Nearly 1700 Iraqi men left.", "Nearly 1,700 Iraqi men left.", ""),
    ("He put two and two together.", "He put 2 and two together.", "wording"),
    ("In the second six days he left.", "In the second 6 days he left.", "wording"),
    ("Two hundred and fifty men left the ship.", "Some 250 men left the ship.", "hedge_added"),
    ("A third ship came in.", "A 4th ship came in.", "number"),
    ("It cost $500 in all.", "It cost £500 in all.", "number"),
    ("One of the men left the ship.", "A man left the ship.", "wording"),
    ("Hundreds of men left the ship.", "Dozens of men left the ship.", "number"),
    ("We met Ruth Aldred in the park.", "We met Peter Hale in the park.", "name"),
    ("We met Mohammed Ali in the park.", "We met Mohamed Ali in the park.", "wording"),
    ("We met President Obama in the park.", "We met Barack Obama in the park.", "wording"),
    ("We left the United States in June.", "We left the U.S. in June.", "wording"),
    ("It was found on Tuesday in Bath.", "It was found on Friday in Bath.", "date"),
    ("It was found on July 4 in Bath.", "It was found on July 14 in Bath.", "date"),
    ("It was found on Sept. 4 in Bath.", "It was found on 4 September in Bath.", "wording"),
    ("It was found on Tuesday in Bath.", "It was found yesterday in Bath.", "wording"),
    ("It was found at 10 p.m. in Bath.", "It was found at 22:00 in Bath.", "wording"),
    ("“We will never sell the old farm,” she said.", "“We will sell the old farm,” she said.",
     "quotation"),
    ("She called it a “disaster” for us.", "She called it a disaster for us.", "quotation"),
    ("She called it a disaster for us.", "She called it a “disaster” for us.", "quotation"),
    ("She called it a “disaster” for us.", "She called it a \"disaster\" for us.", ""),
    ("“We recognise the old farm,” she said.", "“We recognize the old farm,” she said.", "wording"),
    ("She called it a ‘great disaster' then.", "She called it a 'great disaster' then.", ""),
    ("The crab was 12ft wide.", "The crab was 3.5 metres wide.", "wording"),
    ("The crab was 12 feet wide.", "The crab was 12 metres wide.", "number"),
    ("The crab was 12 feet wide.", "The crab was 15 feet wide.", "number"),
    ("The government of the north met.", "The regime of the north met.", "loaded_word"),
    ("The children left the ship at noon.", "The kids left the ship at noon.", "wording"),
    ("The e-mail was found.", "The email was found.", ""),
    ("The man allegedly stole 40 rings.", "The man stole 14 rings.", "hedge_removed number"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kinds"), ENGLISH)
def test_english(before: str, after: str, kinds: str) -> None:
    assert _kinds(before, after) == kinds


OTHERS = [
    ("ru", "Он якобы продал дом соседа.", "Он продал дом соседа.", "hedge_removed"),
    ("ru", "По данным полиции, план провалился.", "План провалился.", "attribution_removed"),
    ("ru", "План провалился, сообщили в полиции.", "План провалился.", "attribution_removed"),
    ("ru", "Полиция сообщила, что план провалился.", "План провалился.", "attribution_removed"),
    ("ru", "Погибли два человека из города.", "Погибли 12 человек из города.", "number"),
    ("ru", "Погибли два человека из города.", "Погибли 2 человека из города.", "wording"),
    ("ru", "Это было 4 июля в порту города.", "Это было 4 августа в порту города.", "date"),
    ("ru", "Мы видели Ивана Петрова в парке.", "Мы видели Антона Громова в парке.", "name"),
    ("ru", "Она назвала это «бедой» для всех.", "Она назвала это бедой для всех.", "quotation"),
    ("ru", "Правительство севера собралось.", "Хунта севера собралась.", "loaded_word"),
    ("uk", "Він нібито продав дім сусіда.", "Він продав дім сусіда.", "hedge_removed"),
    ("uk", "За деякими даними, він продав дім.", "Він продав дім.", "hedge_removed"),
    ("uk", "За словами поліції, план провалився.", "План провалився.", "attribution_removed"),
    ("de", "Er hat angeblich das Haus verkauft.", "Er hat das Haus verkauft.", "hedge_removed"),
    ("de", "Laut Polizei ist der Plan gescheitert.", "Der Plan ist gescheitert.",
     "attribution_removed"),
    ("de", "Es geschah am Montag in Bremen.", "Es geschah am Freitag in Bremen.", "date"),
    ("fr", "Il aurait prétendument vendu la maison.", "Il aurait vendu la maison.",
     "hedge_removed"),
    ("fr", "Selon la police, le plan a échoué.", "Le plan a échoué.", "attribution_removed"),
    ("es", "El presunto ladrón vendió la casa.", "El ladrón vendió la casa.", "hedge_removed"),
    ("es", "El ministro habría mentido.", "El ministro mintió.", "hedge_removed"),
    ("es", "El ministro habría mentido.", "El ministro vendió.", "wording"),
    ("es", "Según la policía, el plan ha fracasado.", "El plan ha fracasado.",
     "attribution_removed"),
    ("pl", "On rzekomo sprzedał dom sąsiada.", "On sprzedał dom sąsiada.", "hedge_removed"),
    ("pl", "Minister miał sprzedać dom.", "Minister sprzedał dom.", "hedge_removed"),
    ("pl", "Minister miał dom i sad.", "Minister sprzedał dom i sad.", "wording"),
    ("pl", "Minister miał wiadomość dla nas.", "Minister wysłał wiadomość dla nas.", "wording"),
    ("pl", "Według policji plan się nie powiódł.", "Plan się nie powiódł.", "attribution_removed"),
    # a language without lists: what needs no words is told all the same
    ("sv", "Det kostade 40 kronor i hamnen.", "Det kostade 14 kronor i hamnen.", "number"),
    ("sv", "Hon kallade det en ”olycka” för oss.", "Hon kallade det en olycka för oss.",
     "quotation"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "after", "kinds"), OTHERS)
def test_other_languages(language: str, before: str, after: str, kinds: str) -> None:
    assert _kinds(before, after, language) == kinds


def test_characters_that_are_words_of_their_own() -> None:
    parent = article(
        "p",
        "港口委员会星期二投票决定关闭旧码头。潜水员发现四十根木桩中有十一根被蛀空。",
        language="zh",
    )
    child = article(
        "c",
        "港口委员会星期二投票决定关闭新码头。潜水员发现四十根木桩中有十一根被蛀空。",
        language="zh",
    )
    (edit,) = _compare(parent, child).edits
    assert (edit.type, edit.before, edit.after) == ("wording", "关闭旧码头", "关闭新码头")


def test_paragraphs() -> None:
    first, second, third = HARBOUR.split("\n\n")
    parent = article("p", "\n\n".join((first, second, third)))
    child = article("c", "\n\n".join((first, ORCHARD.split("\n\n")[0], third)))
    cut, added = _compare(parent, child).edits
    assert (cut.type, cut.before, cut.after, cut.after_span) == ("paragraph_cut", second, "", None)
    assert (added.type, added.after) == ("paragraph_added", ORCHARD.split("\n\n")[0])


def test_a_moved_paragraph_is_no_edit_but_a_change_within_it_is() -> None:
    parts = HARBOUR.split("\n\n")
    moved = "\n\n".join((parts[2], parts[0], parts[1]))
    parent, child = article("p", HARBOUR), article("c", moved)
    assert _compare(parent, child).edits == ()
    (edit,) = _compare(parent, article("c", moved.replace("3.2", "2.3"))).edits
    assert (edit.type, edit.before) == ("number", "at 3.2 million crowns")


def test_lines_broken_elsewhere_are_no_edit() -> None:
    words = HARBOUR.replace("\n\n", "¶").split()
    flowed = " ".join(words).replace("¶", "\n\n")
    wrapped = "\n\n".join(
        "\n".join(" ".join(part.split()[k : k + 9]) for k in range(0, len(part.split()), 9))
        for part in flowed.split("\n\n")
    )
    kinds = {edit.type for edit in _compare(article("p", flowed), article("c", wrapped)).edits}
    assert kinds <= {EditType.WORDING}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        (("Pier closed for winter", ""), ("Pier shut for good", ""), True),
        (("Pier closed for winter", ""), ("Pier closed for winter | Coast Courier", ""), False),
        (("Pier “closed” for winter", ""), ('PIER "CLOSED" FOR WINTER', ""), False),
        (("", "Pier closed for winter\n\n"), ("", "Pier shut for good\n\n"), True),
        (("Pier closed for winter", ""), ("", "Pier closed for winter\n\n"), False),
        (("Pier closed for winter", ""), ("", ""), False),
    ],
)
def test_headlines(before: tuple[str, str], after: tuple[str, str], changed: bool) -> None:
    parent, child = (
        article(name, line + HARBOUR, title=title or None, outlet="Coast Courier")
        for name, (title, line) in (("p", before), ("c", after))
    )
    kinds = [edit.type.value for edit in _compare(parent, child).edits]
    assert kinds == ["headline"] * changed


def test_a_headline_may_drop_a_hedge() -> None:
    parent = article("p", HARBOUR, title="Harbour master may have hidden 40 rotten piles")
    child = article("c", HARBOUR, title="Harbour master has hidden 400 rotten piles")
    assert [edit.type.value for edit in _compare(parent, child).edits] == [
        "hedge_removed", "number", "headline",
    ]  # fmt: skip


def test_boilerplate_is_no_part_of_a_version() -> None:
    notice = "Write to our desk at any hour of the day or night and we shall answer."
    parent = article("p", HARBOUR)
    span = Span(len(HARBOUR) + 2, len(HARBOUR) + 2 + len(notice))
    child = article("c", f"{HARBOUR}\n\n{notice}")
    assert [edit.type for edit in _compare(parent, child).edits] == [EditType.PARAGRAPH_ADDED]
    marked = article("c", child.text, boilerplate=(Boilerplate(span, "A notice."),))
    assert _compare(parent, marked).edits == ()
    edge = _compare(parent, child)
    learned = {"c": (Boilerplate(span, "Learned."),)}
    assert find_edits(edge, parent, child, learned).edits == ()


def test_what_two_articles_share_is_compared_and_nothing_else() -> None:
    quoted = HARBOUR.split("\n\n")[1]
    parent = article("p", f"{ORCHARD}\n\n{quoted}", published="2024-03-05")
    child = article("c", f"{BRIDGE}\n\n{quoted.replace('3.2', '2.3')}", published="2024-03-07")
    articles = [parent, child]
    (family,) = with_edits(find_families(articles), articles)
    (edge,) = family.edges
    assert edge.relation is Relation.EXCERPT
    assert [edit.type.value for edit in edge.edits] == ["number"]


def test_translations_and_missing_articles_have_no_edits() -> None:
    parent, child = article("p", HARBOUR), article("c", RUSSIAN)
    edge = _compare(parent, child, Relation.TRANSLATION)
    assert (edge.edits, edge.edits_left_out) == ((), None)
    assert with_edits(find_families([parent, article("d", HARBOUR)]), []) != ()


def test_what_matters_comes_first_and_wording_is_capped_with_its_count() -> None:
    words = [f"word{k} of the long report that we read" for k in range(60)]
    other = [line.replace("long", "short") for line in words]
    other[50] = other[50].replace("report", "report of 12 pages")
    parent, child = (article(n, ". ".join(w) + ".") for n, w in (("p", words), ("c", other)))
    edge = _compare(parent, child)
    assert edge.edits[0].type is EditType.NUMBER
    assert len(edge.edits) == WORDING_SHOWN + 1
    assert len(edge.edits) + (edge.edits_left_out or 0) == 60
    assert set(EDIT_ORDER) == set(EditType)


_WORDS = st.sampled_from(
    [*HARBOUR.split(), "allegedly", "40", "Tuesday", "“", "said", "\n\n", "é", "港口"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60), st.lists(_WORDS, max_size=60))
def test_spans_are_where_the_words_stand(left: list[str], right: list[str]) -> None:
    parent, child = article("p", " ".join(left)), article("c", " ".join(right))
    for edit in _compare(parent, child).edits:
        assert edit.before == (edit.before_span.of(parent.text) if edit.before_span else "")
        assert edit.after == (edit.after_span.of(child.text) if edit.after_span else "")
        assert edit.before != edit.after


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=80))
def test_a_text_has_no_edits_against_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert _compare(article("p", text), article("c", text)).edits == ()
