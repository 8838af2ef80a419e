"""Provenance as JSON-LD: every name is defined in the document, and nothing is claimed too much."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from secondsource.article import Article, Credit, Role
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.report.prov import prov_json
from tests.report.hostile import poison
from tests.report.kin import make_kin, tie
from tests.report.sample import REPORT

BAD = poison(REPORT)
DOCUMENTS = {
    "sample": prov_json(REPORT.families, (REPORT.article, *REPORT.articles)),
    "hostile": prov_json(BAD.families, (BAD.article, *BAD.articles)),
    "nothing": prov_json((), ()),
}
# RFC 3987 without what may not stand in an IRI; blank nodes as N-Quads takes them.
_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+|_:[A-Za-z0-9]+")
_DERIVATIONS = ("wasDerivedFrom", "wasRevisionOf", "wasQuotedFrom", "hadPrimarySource")


def _nodes(value: JsonValue) -> Iterator[JsonObject]:
    if isinstance(value, dict):
        yield value
    for item in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from _nodes(item)


def _graph(document: JsonObject) -> list[JsonObject]:
    graph = document["@graph"]
    assert isinstance(graph, list)
    return [node for node in graph if isinstance(node, dict)]


def _defined(document: JsonObject) -> tuple[JsonObject, set[str]]:
    context = document["@context"]
    assert isinstance(context, dict)
    return context, {name for name, value in context.items() if isinstance(value, str)}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_name_is_defined_in_the_document_itself(name: str) -> None:
    context, prefixes = _defined(DOCUMENTS[name])
    for node in _nodes(DOCUMENTS[name]["@graph"]):
        for key in node:
            assert (
                key in context or key in ("@id", "@type", "@value") or key.split(":")[0] in prefixes
            )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_reference_is_an_iri(name: str) -> None:
    context, _ = _defined(DOCUMENTS[name])
    references = {k for k, v in context.items() if isinstance(v, dict) and v["@type"] == "@id"}
    for node in _nodes(DOCUMENTS[name]["@graph"]):
        named = [value for key, value in node.items() if key in references | {"@id"}]
        for value in (v for n in named for v in (n if isinstance(n, list) else [n])):
            assert isinstance(value, str)
            assert _IRI.fullmatch(value), value


@pytest.mark.parametrize("name", DOCUMENTS)
def test_everything_referred_to_is_described(name: str) -> None:
    described = {node["@id"] for node in _graph(DOCUMENTS[name])}
    for node in _nodes(DOCUMENTS[name]["@graph"]):
        for key in (*_DERIVATIONS, "alternateOf", "wasAttributedTo", "hadMember"):
            values = node.get(key, [])
            assert isinstance(values, list)
            assert described.issuperset(str(value) for value in values)


def test_no_hidden_character_gets_out() -> None:
    text = json.dumps(DOCUMENTS["hostile"], ensure_ascii=False)
    assert not re.search("[\u202a-\u202e\u200b\x1b\ud800-\udfff\U000e0000-\U000e01ef]", text)


def _tell(*ties: Edge, articles: int = 2) -> JsonObject:
    """What is said of article b, which is tied to a."""
    specs = [("a", "Post", None), ("b", "Mail", None), ("c", "News", None)]
    family, made = make_kin([*specs[:articles]], *ties)
    by_name = {node["@id"]: node for node in _graph(prov_json([family], made))}
    return by_name["urn:secondsource:article:b"]


RELATIONS = [
    (Relation.COPY, {"wasDerivedFrom", "alternateOf"}, "prov:Derivation"),
    (Relation.EDITED, {"wasRevisionOf"}, "prov:Revision"),
    (Relation.EXCERPT, {"wasQuotedFrom"}, "prov:Quotation"),
    (Relation.MERGED, {"wasDerivedFrom"}, "prov:Derivation"),
    (Relation.TRANSLATION, {"wasDerivedFrom", "translationOfWork"}, "prov:Derivation"),
    (Relation.CREDIT, {"wasDerivedFrom"}, "prov:Derivation"),
]
_TIES = (*_DERIVATIONS, "alternateOf", "sharesTextWith", "translationOfWork")


@pytest.mark.parametrize(("relation", "properties", "qualified"), RELATIONS)
def test_each_relation_is_what_the_recommendation_calls_it(
    relation: Relation, properties: set[str], qualified: str
) -> None:
    said = _tell(tie("b", "a", relation))
    assert {name for name in _TIES if said.get(name)} == properties
    assert all(said[name] == ["urn:secondsource:article:a"] for name in properties)
    (derivation,) = [node for node in _nodes(said) if node.get("entity")]
    assert (derivation["@type"], derivation["confidence"]) == (qualified, 0.875)


@pytest.mark.parametrize("relation", Relation)
def test_a_tie_without_direction_asserts_no_derivation(relation: Relation) -> None:
    said = _tell(tie("b", "a", relation, directed=False))
    one_thing = relation in (Relation.COPY, Relation.EDITED, Relation.TRANSLATION)
    expected = "alternateOf" if one_thing else "sharesTextWith"
    assert [name for name in _TIES if said.get(name)] == [expected]
    assert not [node for node in _nodes(said) if node.get("entity")]


C = Relation.COPY
PRIMARY = [
    # ties, whom the root credits, the primary source of b
    ([tie("b", "a", C, "credits_other")], None, "a"),
    ([tie("b", "a", Relation.TRANSLATION, "credits_outlet")], None, "a"),
    ([tie("b", "a", C, "published_later")], None, None),  # the earliest here is not the first
    ([tie("b", "a", Relation.EXCERPT, "credits_other")], None, None),  # only a part goes back
    ([tie("b", "a", C, "credits_other")], Role.WIRE, None),  # which is not in the collection
    ([tie("b", "a", C, "credits_other")], Role.TRANSLATOR, "a"),
    ([tie("b", "c", C), tie("c", "a", C, "credits_other")], None, "a"),
    ([tie("b", "c", C, "credits_other"), tie("c", "a", C)], None, None),
    ([tie("b", "a", C, "credits_other", directed=False)], None, None),
    ([tie("b", "c", C, "credits_other"), tie("c", "b", C, "credits_other")], None, None),
]


@pytest.mark.parametrize(("ties", "credit", "source"), PRIMARY)
def test_a_primary_source_is_credited_and_credits_nobody(
    ties: list[Edge], credit: Role | None, source: str | None
) -> None:
    family, articles = make_kin([("a", "Post", None), ("b", "M", None), ("c", "N", None)], *ties)
    credits = (Credit(credit, "Northline"),) if credit else ()
    articles[0] = replace(articles[0], credits=credits)
    said = {node["@id"]: node for node in _graph(prov_json([family], articles))}
    expected = [f"urn:secondsource:article:{source}"] if source else None
    assert said["urn:secondsource:article:b"].get("hadPrimarySource") == expected


def _describe(*articles: Article) -> list[JsonObject]:
    family = Family("f", articles[0].id, tuple(a.id for a in articles), ())
    entities = _graph(prov_json([family], articles))
    return [node for node in entities if "prov:Entity" in str(node["@type"])]


def test_an_address_of_two_texts_names_neither() -> None:
    url = "https://post.example/1"
    one, two, three = _describe(
        Article("a", "x", url=url), Article("b", "y", url=url), Article("c", "z", url=f"{url}2")
    )
    assert (one["@id"], two["@id"]) == (
        "urn:secondsource:article:a", "urn:secondsource:article:b",
    )  # fmt: skip
    assert one["specializationOf"] == two["specializationOf"] == [url]
    assert (three["@id"], "specializationOf" in three) == (f"{url}2", False)


DATES: list[tuple[str, JsonValue, str | None]] = [
    ("2024", {"@value": "2024", "@type": "xsd:gYear"}, None),
    ("2024-03", {"@value": "2024-03", "@type": "xsd:gYearMonth"}, None),
    ("2024-03-05", {"@value": "2024-03-05", "@type": "xsd:date"}, None),
    ("2024-03-05T10:00", {"@value": "2024-03-05T10:00:00", "@type": "xsd:dateTime"},
     "2024-03-05T10:00:00"),
    ("2024-03-05T10:00+02:00", {"@value": "2024-03-05T10:00:00+02:00", "@type": "xsd:dateTime"},
     "2024-03-05T10:00:00+02:00"),
    ("last week", "last week", None),
]  # fmt: skip


@pytest.mark.parametrize(("date", "published", "generated"), DATES)
def test_dates_are_as_precise_as_given(
    date: str, published: JsonValue, generated: str | None
) -> None:
    (said,) = _describe(Article("a", "x", published=date))
    assert said["schema:datePublished"] == published
    assert said.get("generatedAtTime") == generated


def test_who_did_what() -> None:
    credits = (
        Credit(Role.TRANSLATOR, "Sanna Reve"),
        Credit(Role.ORIGINAL_OUTLET, "The Post"),
        Credit(Role.OTHER, "a reader"),
    )
    article = Article("a", "x", outlet="Mail", byline=("Anton Verik",), credits=credits)
    document = prov_json([Family("f", "a", ("a",), ())], [article])
    nodes = {str(node["@id"]): node for node in _graph(document)}
    roles = [
        (nodes[str(node["agent"])]["label"], node["hadRole"])
        for node in _nodes(nodes["urn:secondsource:article:a"])
        if "agent" in node
    ]
    assert roles == [
        ("Mail", "relators:pbl"), ("Anton Verik", "relators:aut"), ("Sanna Reve", "relators:trl"),
        ("The Post", "ss:original_outlet"),
    ]  # fmt: skip
