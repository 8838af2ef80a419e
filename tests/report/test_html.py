"""The HTML report: one valid file that runs nothing of anybody else's."""

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from secondsource.article import Article, Signal, Span
from secondsource.evidence.finding import Evidence, Finding, Origin, Stance, Standing
from secondsource.reading.statement import AUTHOR, Kind, Statement
from secondsource.report import render_html
from secondsource.review.report import Report
from tests.report.hostile import EMPTY, poison
from tests.report.sample import REPORT

RTL = replace(
    EMPTY,
    article=Article(
        "rtl", "قال الوزير إن الاتفاق وُقّع.\n\nنص آخر 🌊", title="الاتفاق", language="ar"
    ),
)
REPORTS = {"sample": REPORT, "hostile": poison(REPORT), "empty": EMPTY, "right to left": RTL}
PAGES = {name: render_html(report) for name, report in REPORTS.items()}


@pytest.fixture(params=PAGES)
def text(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


@pytest.fixture
def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_the_document_is_well_formed(text: str) -> None:
    parser = html.HTMLParser(recover=True)
    html.document_fromstring(text, parser=parser)
    # libxml2 knows no HTML 5 elements; any other complaint is a broken document.
    broken = [e.message for e in parser.error_log if "invalid" not in e.message]
    assert broken == []


def test_the_only_script_is_our_own_and_its_hash_is_the_policy(tree: html.HtmlElement) -> None:
    (script,) = tree.xpath("//script")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_nothing_is_loaded_from_anywhere(tree: html.HtmlElement, text: str) -> None:
    assert tree.xpath("//img | //iframe | //object | //embed | //link | //audio | //video") == []
    assert tree.xpath("//@src | //@srcset | //@style") == []
    assert "@import" not in text
    assert "url(" not in tree.xpath("//style")[0].text


def test_no_words_become_handlers_or_templates(tree: html.HtmlElement) -> None:
    names = {name for element in tree.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on")]
    assert "49" not in tree.xpath("string(//h1)")


def test_links_go_to_web_addresses_or_to_parts_of_the_page(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href | //use/@href"):
        assert href.startswith(("https://", "http://")) or href.removeprefix("#") in ids


def test_labels_point_at_what_is_there(tree: html.HtmlElement) -> None:
    ids = set(tree.xpath("//@id"))
    assert set(tree.xpath("//@aria-labelledby")) <= ids


def test_headings_and_landmarks_are_in_order(tree: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [len(tree.xpath(f"//body/{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]


def test_hidden_characters_never_reach_the_page(text: str) -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x1b\x00\U000e0000-\U000e01ef]", text)
    text.encode("utf-8")


FORBIDDEN = re.compile(r"\b(plagiari\w*|stolen|debunked|fake|hoax|lie|liar)\b", re.IGNORECASE)


def test_the_report_passes_no_verdict() -> None:
    words = html.document_fromstring(PAGES["empty"]).xpath("string(//body)")
    assert not FORBIDDEN.search(words)
    own = re.sub(re.escape("does not say what is true or false"), "", words)
    assert not re.search(r"\b(true|false)\b", re.sub(r'"use strict".*', "", own, flags=re.DOTALL))


def test_everything_found_is_in_the_page() -> None:
    tree = html.document_fromstring(PAGES["sample"])
    words = " ".join(tree.xpath("string(//main)").split())
    for finding in REPORT.findings:
        assert finding.sentence in words
        assert finding.would_change in words
        for origin in finding.origins:
            assert origin.because in words
            assert all(" ".join(piece.text.split()) in words for piece in origin.evidence)
    for article in REPORT.articles:
        assert article.outlet
        assert article.outlet in words
    assert "Nothing outside this collection was searched." in words


def test_the_article_reads_through_without_its_marks() -> None:
    tree = html.document_fromstring(PAGES["sample"])
    for extra in tree.xpath(
        "//*[@id='text']//*[@class='who' or @class='why' or @class='margin' or self::a]"
    ):
        if extra.getparent() is not None:
            extra.drop_tree()
    drawn = " ".join(tree.xpath("string(//*[@id='text'])").split())
    assert drawn == " ".join(REPORT.article.text.split())


def test_every_paragraph_finds_its_own_direction() -> None:
    tree = html.document_fromstring(PAGES["right to left"])
    paragraphs = tree.xpath("//*[@id='text']//p[@dir]")
    assert [p.get("dir") for p in paragraphs] == ["auto", "auto"]


def _long_report() -> Report:
    """A report on 5,000 words, each sentence looked up, half echoed by two hundred copies."""
    sentence = "The port of Oreth handled some four million tonnes of grain last year. "
    text = sentence * 385
    starts = range(0, len(text), len(sentence))
    statements = tuple(
        Statement(
            f"s{at}", Span(at, at + 70), text[at : at + 70], Kind.CLAIM, 0.5, True, (), AUTHOR
        )
        for at in starts
    )
    copies = tuple(
        Evidence(f"copy{n}", Span(0, 70), sentence.strip(), Stance.SUPPORTS, 0.9,
                 f"https://copy{n}.example/article", "The port of Oreth", f"Copy {n}", "2021-03-20")
        for n in range(60)
    )  # fmt: skip
    echo = Origin("o", Stance.SUPPORTS, True, "All carry one text.", (), copies)
    findings = tuple(
        Finding(s.id, Standing.ECHOED, "Only copies.", "One more.", (echo,) if n % 4 == 0 else ())
        for n, s in enumerate(statements)
    )
    article = Article("long", text, title="Long")
    return Report(article, (), (), statements, findings, EMPTY.coverage, ())


def test_a_report_on_five_thousand_words_stays_small() -> None:
    report = _long_report()
    assert len(report.article.text.split()) >= 5000
    assert len(render_html(report).encode()) < 3_000_000


def _variables(style: str) -> dict[str, str]:
    return dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", style))


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "same", "contrary", "echo", "link"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_text_has_the_contrast_of_wcag_aa(scheme: int, ink: str, ground: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", PAGES["empty"], flags=re.DOTALL)
    colours = _variables(blocks[scheme])
    assert _contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["said", "loaded"])
def test_marked_text_has_the_contrast_of_wcag_aa(scheme: int, ground: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", PAGES["empty"], flags=re.DOTALL)
    colours = _variables(blocks[scheme])
    assert _contrast(colours["ink"], colours[ground]) >= 4.5


def test_why_the_first_is_thought_the_first() -> None:
    because = Signal("earliest", 1.0, "Courier has the earliest date, 1931-02-03.")
    families = tuple(replace(f, root_signals=(because,)) for f in REPORT.families)
    told = html.document_fromstring(render_html(replace(REPORT, families=families)))
    known = sum(family.first_known for family in families)
    assert known
    shown = "Courier has the earliest date, 3 February 1931."
    assert " ".join(told.itertext()).count(shown) == known


def _signs(place: html.HtmlElement) -> list[str]:
    return [use.get("href") for use in place.xpath(".//*[local-name()='use']")]


def test_a_claim_has_the_signs_of_its_standing_wherever_it_is_shown() -> None:
    page = html.document_fromstring(render_html(REPORT))
    shown = {
        block.get("id"): _signs(block.xpath(".//p[@class='verdict']")[0])
        for block in page.xpath("//section[contains(@class, 'claim-block')]")
    }
    places = page.xpath("//*[@id='text']//a[contains(@class, 'ref')]")
    found = [each for each in places if each.get("href").removeprefix("#") in shown]
    assert ["#sign-supports", "#sign-disputes"] in [_signs(each) for each in found]
    for each in found:
        assert _signs(each) == shown[each.get("href").removeprefix("#")]


def test_a_claim_on_the_first_screen_is_never_without_a_sign() -> None:
    page = html.document_fromstring(render_html(REPORT))
    boxes = page.xpath("//ol[@class='top']//*[@class='signs-box']")
    assert boxes
    assert all(map(_signs, boxes))
