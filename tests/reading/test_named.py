"""Who is named, credited and quoted in one article."""

from secondsource.article import Article, Boilerplate, Credit, Role, Span
from secondsource.names.name import NameKind
from secondsource.names.within import read_names
from secondsource.reading.attribution.voices import find_attributions
from secondsource.reading.named import match_sources, read_article_names


def test_credits_and_boilerplate() -> None:
    text = "By Ada Venn\nHere Anna Weld spoke. All rights of Tom Reed are kept."
    article = Article(
        "a", text, outlet="Fennmark Courier", byline=("Ada Venn",), language="en",
        credits=(Credit(Role.AUTHOR, "Ada Venn", span=Span(0, 11)), Credit(Role.WIRE, "Reuters")),
        boilerplate=(Boilerplate(Span(34, len(text)), "notice"),),
    )  # fmt: skip
    named = {n.name: n for n in read_article_names(article, "en")}
    assert set(named) == {"Ada Venn", "Anna Weld", "Fennmark Courier", "Reuters"}
    assert named["Ada Venn"].roles == ("author",)
    assert [form.count for form in named["Ada Venn"].forms] == [0]
    assert (named["Reuters"].kind, named["Reuters"].roles) == (NameKind.BODY, ("wire",))


def test_what_somebody_is_quoted_saying() -> None:
    text = "Mayor Anna Weld said that the pier is closed. A fisherman said he was sorry."
    named = read_names(text, "en")
    (said,) = match_sources(named, find_attributions(text, "en"), "en")
    assert said.name == "Anna Weld"
    assert "pier is closed" in said.spans[0].of(text)
