"""What a passage owes to whom: a table of sentences."""

import time

import pytest

from secondsource.article import Article, Credit, Link, Role, Span
from secondsource.evidence.origins.credit import find_debts, know_outlets, plain_url
from secondsource.evidence.origins.houses import load_houses

OUTLETS = [
    Article("1", "", outlet="The Coast Herald", url="https://coastherald.example/bridge"),
    Article("2", "", outlet="Birch Post", url="https://birchpost.example/"),
    Article("3", "", outlet="Кедровый Вестник", language="ru"),
]
KNOWN = know_outlets(OUTLETS, load_houses())

CITING: tuple[tuple[str, list[str]], ...] = (
    ("The bridge is shut, the Coast Herald reported on Monday.", ["Coast Herald"]),
    ("The bridge is shut, as first reported by the Coast Herald.", ["Coast Herald"]),
    ("According to the newspaper Birch Post, the bridge is shut.", ["Birch Post"]),
    ("The mayor told Reuters that the bridge is shut.", ["Reuters"]),
    ("PORT ANSEL (Reuters) - The bridge is shut.", ["Reuters"]),
    ("Birch Post, citing the Coast Herald, says the bridge is shut.", ["Coast Herald"]),
    ("Oak said so, Birch Post wrote, quoting the Coast Herald.", ["Birch Post", "Coast Herald"]),
    ("The Coast Herald reported it, and Birch Post reported it.", ["The Coast Herald"]),
    ("The bridge is shut, says a note carried this week by Birch Post.", ["Birch Post"]),
    ("According to a long report by Reuters, the bridge is shut.", ["Reuters"]),
    ("Мост закрыт, сообщает ТАСС.", ["ТАСС"]),
    ("Об этом пишет «Кедровый Вестник».", ["Кедровый Вестник"]),
    ("Мост закрыт, передаёт Рейтер со ссылкой на ТАСС.", ["Рейтер", "ТАСС"]),
    ("Contrary to what the Coast Herald reported, the bridge is open.", []),
    ("The mayor denied a report by the Coast Herald.", []),
    ("The bridge is shut, the Coast Herald has learned.", ["Coast Herald"]),
    ("It was Birch Post that brought it out: the bridge is shut.", ["Birch Post"]),
    ("The Coast Heralds reported for duty.", []),
    ("The bridge is shut, reports the Coast Herald.", ["Coast Herald"]),
    ("The bridge is shut. Birch Post was the first to report it.", ["Birch Post"]),
    ("The bridge is shut (via Birch Post).", ["Birch Post"]),
    ("A driver told the Guardian that the bridge is shut.", ["Guardian"]),
    ("A driver told the Quay Evening News that it is shut.", ["Quay Evening News"]),
    ("It is shut, according to bridges.com, which asked the port.", ["bridges.com"]),
    ("Мост закрыт. Об этом сообщило РИА Новости.", ["РИА Новости"]),
    ("Міст закрито, повідомляє УНІАН.", ["УНІАН"]),
    ("Міст закрито, пише Укрінформ із посиланням на ТАСС.", ["Укрінформ", "ТАСС"]),
    ("Die Brücke ist gesperrt, wie dpa meldet.", ["dpa"]),
    ("Die Brücke ist laut der Nachrichtenagentur AFP gesperrt.", ["AFP"]),
    ("Le pont est fermé, selon l'AFP.", ["AFP"]),
    ("Le pont est fermé, a indiqué Reuters.", ["Reuters"]),
    ("El puente está cerrado, informa EFE.", ["EFE"]),
    ("Most jest zamknięty (za PAP).", ["PAP"]),
    ("Most jest zamknięty, podaje Onet.", ["Onet"]),
    ("Nobody is named here.", []),
    # somebody denies something, and the outlet reports it
    ("The company denied that 12 had drowned, its spokesman told Reuters.", ["Reuters"]),
    ("The port rejected the plan in an interview with Reuters.", ["Reuters"]),
    ("Russia rejected the plan (Reuters).", ["Reuters"]),
    ("Despite the ban, three ships sailed, Reuters reported.", ["Reuters"]),
    ("The army disputes the toll. According to Reuters, 12 died.", ["Reuters"]),
    ("Минобороны опровергло гибель 12 моряков, сообщает ТАСС.", ["ТАСС"]),
    ("Das Ministerium dementierte den Tod von 12 Matrosen, meldete dpa.", ["dpa"]),
    # the outlet is denied
    ("The mayor disputes what was said by Reuters.", []),
    ("The mayor denied a long report published by the Coast Herald on Monday.", []),
    ("Минобороны опровергло сообщение агентства ТАСС.", []),
    # a word that is also an outlet's name
    ("He told the Australian parliament that 12 had died.", []),
    ("Twelve died, according to the Australian Red Cross.", []),
    ("Twelve died, according to AP Moller-Maersk.", []),
    ("The city will cut jobs, Mr Bloomberg said.", []),
    ("The city will cut jobs, Michael Bloomberg said.", []),
    ("He told the Sun Valley conference so.", []),
    ("He told the Times Square crowd so.", []),
    ("According to Metro officials the line is shut.", []),
    ("Variety found 12 species of moth.", []),
    ("According to an AP-NORC poll most agree.", []),
    ("They told Times that the bridge is shut.", []),
    # and where it is the outlet
    ("He told the Australian newspaper so.", ["Australian"]),
    ("He told the Times he would go.", ["Times"]),
    ("The Sun reported that the bridge is shut.", ["The Sun"]),
    ("He told Reuters Tehran had the ships.", ["Reuters"]),
    ("According to Metro, the line is shut.", ["Metro"]),
    ("Metro reported on Monday that the line is shut.", ["Metro"]),
    ("Jobs will be cut, Bloomberg reported.", ["Bloomberg"]),
)


@pytest.mark.parametrize(("text", "names"), CITING)
def test_what_a_sentence_cites(text: str, names: list[str]) -> None:
    article = Article("x", text, outlet="Hill Echo")
    debts = find_debts(article, Span(0, len(text)), KNOWN)
    assert [d.name for d in debts] == names
    assert [d.at.span.of(text) for d in debts if d.at] == names


def test_an_outlet_owes_nothing_to_itself() -> None:
    text = "The bridge is shut, the Coast Herald reported on Monday."
    own = Article("x", text, outlet="Coast Herald")
    assert find_debts(own, Span(0, len(text)), KNOWN) == ()


def test_a_paragraph_goes_before_the_credit_of_the_whole_article() -> None:
    text = "The bridge is shut, Birch Post reported.\nIt rains."
    article = Article("x", text, outlet="Hill Echo", credits=(Credit(Role.WIRE, "Reuters"),))
    near = find_debts(article, Span(0, 20), KNOWN)
    far = find_debts(article, Span(text.index("It"), len(text)), KNOWN)
    assert [d.name for d in near] == ["Birch Post"]
    assert [(d.name, d.verb) for d in far] == [("Reuters", "runs copy of")]


def test_authors_and_translators_are_no_outlets() -> None:
    credits = (Credit(Role.AUTHOR, "Reuters"), Credit(Role.TRANSLATOR, "Anna Weld"))
    article = Article("x", "It rains.", outlet="Hill Echo", credits=credits)
    assert find_debts(article, Span(0, 9), KNOWN) == ()


def test_an_outlet_that_is_named_again_keeps_its_place() -> None:
    text = "Ships sank (Reuters). The port is shut (AFP). Sailors are missing (Reuters)."
    article = Article("x", text, outlet="Hill Echo")
    assert [d.name for d in find_debts(article, Span(0, 21), KNOWN)] == ["Reuters"]


HERALD_LINK = "http://www.coastherald.example/bridge/?utm_source=mail"
BIRCH_LINK = "https://birchpost.example"


@pytest.mark.parametrize(
    ("links", "scores"),
    [
        ([(HERALD_LINK, "bridge is shut")], [0.9]),
        ([(HERALD_LINK, "bridge")], [0.8]),
        ([(HERALD_LINK, "ridge is")], [0.8]),
        ([(HERALD_LINK, "It rains")], [0.8]),
        ([("https://coastherald.example/bridge?id=9", "bridge is shut")], []),
        ([(HERALD_LINK, "More news")], [0.8]),
        ([(HERALD_LINK, "More news"), (BIRCH_LINK, "Mail")], [0.6, 0.6]),
        ([("https://elsewhere.example/", "bridge is shut")], []),
    ],
    ids=[
        "in the paragraph",
        "one small word",
        "within a word",
        "twice",
        "another query",
        "the only one",
        "one of several",
        "a page not known",
    ],
)
def test_a_link_counts_more_in_the_paragraph_than_elsewhere(
    links: list[tuple[str, str]], scores: list[float]
) -> None:
    text = "The bridge is shut. It rains.\n\nIt rains.\n\nMore news. Mail."
    given = tuple(Link(url, words) for url, words in links)
    article = Article("x", text, outlet="Hill Echo", links=given)
    assert [d.score for d in find_debts(article, Span(0, 19), KNOWN)] == scores


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Birch Post, which is read on the quay, wrote so.\nThe paper says it is shut.", [0.85]),
        ("Birch Post reported snow.\nIt rains.\nIt snows.\nThe paper says it is shut.", [0.6]),
        ("Birch Post reported snow.\nThe bridge is shut.", []),
        ("It rains.\nThe paper says it is shut.", []),
    ],
    ids=["beside it", "further away", "not meant", "nowhere"],
)
def test_a_paragraph_that_speaks_of_the_paper_means_the_one_cited(
    text: str, found: list[float]
) -> None:
    article = Article("x", text, outlet="Hill Echo")
    focus = Span(text.rindex("\n") + 1, len(text))
    assert [d.score for d in find_debts(article, focus, KNOWN)] == found
    assert find_debts(article, focus, KNOWN, voiced=True) == ()


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://www.a.example/b/?c=d#e", "a.example/b?c=d"),
        ("https://a.example/b?utm_source=x&p=12&fbclid=y", "a.example/b?p=12"),
        ("http://a.example/b", "a.example/b"),
        ("a.example", "a.example"),
        ("", ""),
    ],
)
def test_addresses_are_compared_without_what_does_not_matter(url: str, plain: str) -> None:
    assert plain_url(url) == plain


@pytest.mark.parametrize(
    ("address", "pages"),
    [
        ("coastherald.example/bridge", ["coastherald.example/bridge"]),
        ("https://www.coastherald.example/bridge", ["coastherald.example/bridge"]),
        ("coastherald.example/harbour", []),
    ],
)
def test_an_address_that_is_written_out_is_a_link(address: str, pages: list[str]) -> None:
    text = f"The bridge is shut (full story: {address})."
    article = Article("a", text, outlet="Some Paper", language="en")
    found = find_debts(article, Span(0, len(text)), KNOWN)
    assert [debt.url for debt in found] == pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("The report by coastherald.example/bridge says so.", 1),
        ("The mayor denied a report by coastherald.example/bridge.", 0),
        ("Ask bridge@coastherald.example/bridge about it.", 0),
    ],
)
def test_an_address_that_is_denied_is_no_source(text: str, pages: int) -> None:
    article = Article("a", text, outlet="Some Paper", language="en")
    assert len(find_debts(article, Span(0, len(text)), KNOWN)) == pages


@pytest.mark.parametrize("text", ["a" * 60_000, "a." * 30_000, "a-b." * 15_000])
def test_a_text_that_is_one_long_word_is_read_quickly(text: str) -> None:
    started = time.process_time()
    assert find_debts(Article("a", text, language="en"), Span(0, len(text)), KNOWN) == ()
    assert time.process_time() - started < 5.0


STATIONS = [
    Article("1", "", outlet="KXYZ News 7"),
    Article("2", "", outlet="WQQA Radio"),
    Article("3", "", outlet="WQQA Evening"),
]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The bridge is shut, KXYZ-TV reported.", ["KXYZ-TV"]),
        ("The bridge is shut, KXYZ reported.", ["KXYZ"]),
        ("The bridge is shut, WQQA reported.", []),  # two have that sign
    ],
)
def test_an_american_station_is_known_by_its_sign(text: str, names: list[str]) -> None:
    article = Article("x", text, outlet="Quay Wire", language="en")
    debts = find_debts(article, Span(0, len(text)), know_outlets(STATIONS, load_houses()))
    assert [debt.name for debt in debts] == names


def test_what_was_claimed_somewhere_is_owed_to_the_outlet_that_is_cited_beside_it() -> None:
    said = "The bridge shook for hours before it was shut, it was claimed last night."
    text = f"{said}\n\nA source told Birch Post that the deck “danced”."
    article = Article("x", text, outlet="Quay Wire", language="en")
    assert [d.name for d in find_debts(article, Span(0, len(said)), KNOWN)] == ["Birch Post"]
    plain = text.replace(", it was claimed last night", "")
    article = Article("x", plain, outlet="Quay Wire", language="en")
    assert not find_debts(article, Span(0, plain.index("\n")), KNOWN)


LEAD = "Splash! A ferryman has pulled a bell out of the mud."
NEXT = "Tom Reed, 68, told Birch Post that it had rung on the way up."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{LEAD}\n\n{NEXT}\n\nIt is old, he told the paper.", ["Birch Post"]),
        (f"{LEAD}\n\n{NEXT}\n\nIt is old.", []),
        (f"{LEAD}\n\nIt is old.\n\n{NEXT}\n\nIt is heavy, he told the paper.", []),
        (f"{LEAD}\n\n{NEXT}\n\nIt is old, he told the paper, Reuters reported.", []),
    ],
)
def test_a_lead_is_owed_to_the_only_outlet_that_the_article_rests_on(
    text: str, names: list[str]
) -> None:
    article = Article("x", text, outlet="Quay Wire", language="en")
    assert [d.name for d in find_debts(article, Span(0, len(LEAD)), KNOWN)] == names
