"""Families in the W3C's provenance vocabulary (PROV-O, Recommendation of 30 April 2013).

Which relation of ours is which of PROV's, by the definitions of the Recommendation:

- *edited* is `wasRevisionOf`: "the resulting entity contains substantial content from the
  original"; we ask for half of the words of both.
- *excerpt* is `wasQuotedFrom`: "the repeat of (some or all of) an entity", of an "earlier,
  larger" one, as the ontology's note says.
- *copy* is `wasDerivedFrom`, and `alternateOf`: two addresses at which one text stands
  "present aspects of the same thing". It is no revision, since nothing was revised, and to call
  it a quotation would hide the difference from an excerpt.
- *translation* is `wasDerivedFrom`, "a transformation of an entity into another", with
  `schema:translationOfWork` to say which.
- *merged* is `wasDerivedFrom` each part, "the construction of a new entity based on" others.
- *credit* is `wasDerivedFrom`: the text itself says so, though no shared words were found.

`hadPrimarySource` "aims to give credit to the source that originated some information", and
how to determine one is left to "conventions accepted within the application's domain". Our
convention is a newsroom's: the credit line. An article has a primary source where what was
taken as a whole from article to article ends at one that is credited on the way and itself
credits nobody. To be the earliest in a collection makes nothing a primary source: the
original may be elsewhere.

A tie whose direction is unknown asserts no derivation. Two copies, two edited versions or two
languages of one text are still `alternateOf` each other, which has no direction; other ties
are our own `sharesTextWith`.

`specializationOf` holds where one address has several texts in the collection: each is the
page "in a time period". `generatedAtTime` needs a time of day, so that an article with a mere
date has `schema:datePublished` only. Every derivation carries how sure the program is and why.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import quote

from secondsource.article import Article, Role
from secondsource.jsonvalues import JsonObject, JsonValue
from secondsource.lineage.family import Edge, Family, Relation
from secondsource.lineage.names import outlet_key
from secondsource.messages.retelling import retell
from secondsource.report.moments import Precision, read_moment
from secondsource.report.shelf import name_authors
from secondsource.report.visible import safe_href, show_on_one_line

# Persons and outlets (True, False) by the key of their name: identifier and node.
_Agents: TypeAlias = dict[tuple[bool, str], tuple[str, JsonObject]]
_URN: Final = "urn:secondsource:"
_NOT_IN_IRI = re.compile(r"[{}|^\[\]]|%(?![0-9A-Fa-f]{2})")
_RELATIONS: Final = (
    "alternateOf", "hadMember", "hadPrimarySource", "specializationOf", "wasAttributedTo",
    "wasDerivedFrom", "wasQuotedFrom", "wasRevisionOf", "entity", "agent", "hadRole",
)  # fmt: skip
_CONTEXT: Final[JsonObject] = {
    "@version": 1.1,
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "relators": "http://id.loc.gov/vocabulary/relators/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ss": f"{_URN}terms:",
    "label": "rdfs:label",
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _RELATIONS},
    "generatedAtTime": {"@id": "prov:generatedAtTime", "@type": "xsd:dateTime"},
    "translationOfWork": {"@id": "schema:translationOfWork", "@type": "@id"},
    "sharesTextWith": {"@id": "ss:sharesTextWith", "@type": "@id"},
    "root": {"@id": "ss:root", "@type": "@id"},
    "relation": "ss:relation",
    "coverage": {"@id": "ss:coverage", "@type": "xsd:double"},
    "parentCoverage": {"@id": "ss:parentCoverage", "@type": "xsd:double"},
    "confidence": {"@id": "ss:confidence", "@type": "xsd:double"},
    "because": "ss:because",
}


class _Kind(NamedTuple):
    """How PROV-O names one relation: the property, its qualified form, the class of that."""

    plain: str
    qualified: str
    type: str


_DERIVED: Final = _Kind("wasDerivedFrom", "prov:qualifiedDerivation", "prov:Derivation")
_KINDS: Final[Mapping[Relation, _Kind]] = MappingProxyType(
    {
        Relation.EDITED: _Kind("wasRevisionOf", "prov:qualifiedRevision", "prov:Revision"),
        Relation.EXCERPT: _Kind("wasQuotedFrom", "prov:qualifiedQuotation", "prov:Quotation"),
    }
)
_ONE_THING: Final = (Relation.COPY, Relation.EDITED, Relation.TRANSLATION)
_WHOLE: Final = (*_ONE_THING, Relation.CREDIT)
_ORIGINS: Final = (Role.WIRE, Role.ORIGINAL_OUTLET, Role.REPUBLISHED_FROM)
_DATE_TYPES: Final[Mapping[Precision, str]] = MappingProxyType(
    {
        Precision.YEAR: "xsd:gYear",
        Precision.MONTH: "xsd:gYearMonth",
        Precision.DAY: "xsd:date",
        Precision.TIME: "xsd:dateTime",
    }
)
# The Library of Congress's relators where there is one; what a credit line says otherwise.
_ROLES: Final[Mapping[Role, str]] = MappingProxyType(
    {
        Role.TRANSLATOR: "relators:trl",
        **{role: f"ss:{role.value}" for role in _ORIGINS},
    }
)


def prov_json(families: Iterable[Family], articles: Iterable[Article]) -> JsonObject:
    """The families as one JSON-LD 1.1 document, which needs no network to be read.

    Args:
        families: what lineage found.
        articles: every article that the families name.

    Returns:
        An object with `@context` and `@graph`: families, articles as entities, and agents.
        An article is named by its address where that is its own in this document, else by a
        `urn:` with its id.
    """
    families, by_id = tuple(families), {article.id: article for article in articles}
    names = _name_entities(by_id.values())
    agents: _Agents = {}
    entities = {a.id: _entity(a, names, agents) for a in by_id.values()}
    for edge in (edge for family in families for edge in family.edges):
        _add_tie(entities, edge, names)
    for article, source in _primary_sources(families, by_id):
        _append(entities[article], "hadPrimarySource", names[source])
    nodes = [
        *(_family(f, names) for f in families),
        *entities.values(),
        *(node for _, node in agents.values()),
    ]
    graph: list[JsonValue] = [*nodes]
    return {"@context": _CONTEXT, "@graph": graph}


def _name_entities(articles: Iterable[Article]) -> dict[str, str]:
    """For each article the address or URN that names it in the document."""
    addresses = {article.id: _address(article) for article in articles}
    times = Counter(addresses.values())
    return {
        id_: address if address and times[address] == 1 else f"{_URN}article:{_escape(id_)}"
        for id_, address in addresses.items()
    }


def _address(article: Article) -> str | None:
    """The article's address, if it may be written as it is in place of an IRI."""
    href = safe_href(article.url)
    return href if href and not _NOT_IN_IRI.search(href) else None


def _escape(name: str) -> str:
    return quote(name, safe="", errors="surrogatepass")


def _entity(article: Article, names: Mapping[str, str], agents: _Agents) -> JsonObject:
    name, address = names[article.id], _address(article)
    entity: JsonObject = {"@id": name, "@type": ["prov:Entity", "schema:Article"]}
    entity["schema:identifier"] = show_on_one_line(article.id)
    if article.title:
        entity["label"] = show_on_one_line(article.title)
    if article.language:
        entity["schema:inLanguage"] = show_on_one_line(article.language)
    if address and address != name:
        entity["specializationOf"] = [address]
    _add_date(entity, article.published)
    _add_attributions(entity, article, agents)
    return entity


def _add_date(entity: JsonObject, published: str | None) -> None:
    """The date as precise as it is given, and a time of generation only where there is one."""
    given = show_on_one_line(published or "")
    moment = read_moment(given)
    if moment is None:
        entity.update({"schema:datePublished": given} if given else {})
        return
    type_ = _DATE_TYPES[moment.precision]
    if moment.precision in (Precision.DAY, Precision.TIME):
        written = datetime.fromisoformat(given).isoformat()
        given = written[:10] if moment.precision is Precision.DAY else written
    entity["schema:datePublished"] = {"@value": given, "@type": type_}
    if moment.precision is Precision.TIME:
        entity["generatedAtTime"] = given


def _add_attributions(entity: JsonObject, article: Article, agents: _Agents) -> None:
    """Who the article is ascribed to: its outlet, its authors, and whom it credits."""
    for name, role in dict.fromkeys(_attributions(article)):
        agent = _name_agent(name, role, agents)
        _append(entity, "wasAttributedTo", agent)
        attribution: JsonObject = {"@type": "prov:Attribution", "agent": agent, "hadRole": role}
        _append(entity, "prov:qualifiedAttribution", attribution)


def _attributions(article: Article) -> Iterator[tuple[str, str]]:
    """Names as written, each with its role."""
    if article.outlet:
        yield article.outlet, "relators:pbl"
    for name in name_authors(article):
        yield name, "relators:aut"
    for credit in article.credits:
        if credit.role in _ROLES:
            yield credit.name, _ROLES[credit.role]


def _name_agent(name: str, role: str, agents: _Agents) -> str:
    """The identifier of an agent, which is added to the others when it is new.

    Outlets are named by a URN, so that two documents agree on them; a person by a blank node,
    since a name alone does not say which person it is.
    """
    is_person = role in ("relators:aut", "relators:trl")
    key = "" if is_person else outlet_key(name)
    key = key or name.strip().casefold()
    if (is_person, key) not in agents:
        id_ = f"_:person{len(agents)}" if is_person else f"{_URN}outlet:{_escape(key)}"
        type_ = "prov:Agent" if is_person else "prov:Organization"
        node: JsonObject = {"@id": id_, "@type": type_, "label": show_on_one_line(name)}
        agents[is_person, key] = id_, node
    return agents[is_person, key][0]


def _add_tie(entities: Mapping[str, JsonObject], edge: Edge, names: Mapping[str, str]) -> None:
    """One edge as statements about its child."""
    child, parent = entities[edge.child], names[edge.parent]
    if not edge.directed:
        kind = "alternateOf" if edge.relation in _ONE_THING else "sharesTextWith"
        _append(child, kind, parent)
        return
    named = _KINDS.get(edge.relation, _DERIVED)
    _append(child, named.plain, parent)
    _append(child, named.qualified, _qualified(edge, named.type, parent))
    if edge.relation is Relation.COPY:
        _append(child, "alternateOf", parent)
    if edge.relation is Relation.TRANSLATION:
        _append(child, "translationOfWork", parent)


def _qualified(edge: Edge, type_: str, parent: str) -> JsonObject:
    """What more there is to say of a derivation: which kind, how much, how sure and why."""
    return {
        "@type": type_,
        "entity": parent,
        "relation": edge.relation.value,
        "coverage": round(edge.coverage, 4),
        "parentCoverage": round(edge.parent_coverage, 4),
        "confidence": round(edge.confidence, 4),
        "because": [retell(show_on_one_line(signal.sentence)) for signal in edge.signals],
    }


def _primary_sources(
    families: Sequence[Family], articles: Mapping[str, Article]
) -> Iterator[tuple[str, str]]:
    """Pairs of an article and its primary source, by the convention told above."""
    edges = {edge.child: edge for f in reversed(families) for edge in reversed(f.edges)
             if edge.directed and edge.relation in _WHOLE}  # fmt: skip
    for article in edges:
        source, credited = _follow(article, edges)
        if credited and not any(c.role in _ORIGINS for c in articles[source].credits):
            yield article, source


def _follow(article: str, edges: Mapping[str, Edge]) -> tuple[str, bool]:
    """The last article on the way up, and whether the step to it rests on a credit."""
    at, credited, seen = article, False, {article}
    while at in edges and edges[at].parent not in seen:
        credited = any(signal.name.startswith("credits") for signal in edges[at].signals)
        at = edges[at].parent
        seen.add(at)
    return at, credited and at not in edges  # what goes round in a circle has no source


def _family(family: Family, names: Mapping[str, str]) -> JsonObject:
    members: list[JsonValue] = [names[member] for member in family.articles]
    node: JsonObject = {
        "@id": f"{_URN}family:{_escape(family.id)}",
        "@type": ["prov:Collection", "ss:Family"],
        "hadMember": members,
    }
    if family.first_known:
        node["root"] = names[family.root]
    return node


def _append(node: JsonObject, name: str, value: JsonValue) -> None:
    values = node.setdefault(name, [])
    if isinstance(values, list) and value not in values:
        values.append(value)
