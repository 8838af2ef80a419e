"""What a passage, or the article it is in, says of the outlet it has its assertion from."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from secondsource.addresses import normalise_address
from secondsource.article import Article, Passage, Role, Span
from secondsource.evidence.origins.citing import (
    MASTHEAD,
    chains_on,
    find_named_like_outlets,
    is_cited,
    is_one_word_outlet,
    is_rebutted,
    means_paper,
)
from secondsource.evidence.origins.houses import Houses
from secondsource.evidence.origins.inflected import InflectedNames, know_inflected
from secondsource.evidence.origins.transcribed import (
    TranscribedNames,
    know_transcribed,
    list_call_signs,
)
from secondsource.evidence.query.terms import content_words
from secondsource.sentences import paragraph_around

CITED, NAMED, CITED_NEAR, CITED_FAR, CITED_ALONE = 0.9, 0.8, 0.85, 0.6, 0.7
CREDITED, LINKED, LINKED_ONLY, LINKED_AMONG_OTHERS = 0.85, 0.9, 0.8, 0.6
"""How much each way of owing says, the first line: a citation in the paragraph, a bare name in
the sentence, a citation in the paragraph beside it, one elsewhere, the only one of the whole
article; the second: a credit of the
whole article, a link in the paragraph, the only link to a known page, one of several. Set by
hand: from .8 on a tie is strong."""

_ROLES = {Role.ORIGINAL_OUTLET, Role.REPUBLISHED_FROM, Role.WIRE}
_CUE_REACH = 60
_FIRST_UNSPACED = "\u2e80"  # from here on are scripts without spaces between words
_SAME_MATTER = 2  # content words in common
_SHORT_OUTLET = re.compile(
    # What stands before "the" is looked at after it: so Python skips to the next "t" at once.
    r"[Tt]he (?<!\w[Tt]he )"
    rf"(?P<name>(?!(?:Press|News|Online|Radio|TV|Magazine|Daily|Reporter)\b){MASTHEAD})"
    r"(?!(?: of| and)? [A-Z])(?![\w-])"
)
_ADDRESS = re.compile(
    r"(?<![\w./@-])(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?::\d{1,5})?/"
    r"(?:[\w./?=&%~+-]*[\w/])?"
)
"""An address that is written out in the text; its host no longer than hosts may be."""
_LEADING_ARTICLE = re.compile(r"^(?:The|Die|Der|Das|Le|La|El|Il)\s+")


@dataclass(frozen=True, slots=True)
class Debt:
    """One outlet or page that a passage owes its assertion to, and the words that say so.

    `outlet` is the registry's key; `url` the page, when one is linked; `verb` completes
    "The Harbour Post ... Reuters".
    """

    outlet: str
    name: str
    verb: str
    score: float
    url: str | None = None
    at: Passage | None = None


@dataclass(frozen=True, slots=True)
class KnownOutlets:
    """The outlets and pages that a passage may owe something to.

    `names` gives the key of each outlet's name as written, `pages` the outlet key and the name
    to show for each address, `homes` the addresses and outlet keys of each article by its id;
    `articled` are the names that an outlet has only behind "the"; `inflected` finds those of
    outlets in Slavic languages in their other cases, `transcribed` those in Latin letters.
    """

    houses: Houses
    names: Mapping[str, str]
    pages: Mapping[str, tuple[str, str]]
    homes: Mapping[str, tuple[tuple[str, str], ...]]
    pattern: re.Pattern[str] | None = field(default=None)
    articled: frozenset[str] = frozenset()
    inflected: InflectedNames = field(default_factory=InflectedNames)
    transcribed: TranscribedNames = field(default_factory=TranscribedNames)


def know_outlets(articles: Iterable[Article], houses: Houses) -> KnownOutlets:
    """The outlets of these articles and the agencies, ready to be found in text.

    The agencies are those of the registry and those whose copy one of the articles says it is.
    """
    articles = tuple(articles)
    houses = houses.tell_apart(a.outlet for a in articles if a.outlet)
    names = {name: houses.outlet_of(name) for name in (*houses.names, *houses.outlets)}
    written = {*names, *(a.outlet for a in articles if a.outlet)}
    articled = {n[4:] for n in written if n.startswith("The ")} - written
    names = {_LEADING_ARTICLE.sub("", name): key for name, key in names.items()} | names
    pages: dict[str, tuple[str, str]] = {}
    homes: dict[str, tuple[tuple[str, str], ...]] = {}
    for article in articles:
        key = houses.outlet_of(article.outlet) if article.outlet else ""
        if article.outlet and len(article.outlet) > 2:
            names.setdefault(article.outlet, key)
            names.setdefault(_LEADING_ARTICLE.sub("", article.outlet), key)
        wires = (c.name for c in article.credits if c.role is Role.WIRE and len(c.name) > 2)
        for name in wires:
            names.setdefault(name, houses.outlet_of(name))
        urls = [plain_url(url) for url in (article.url, article.canonical) if url]
        pages.update((url, (key, article.outlet or url)) for url in urls)
        homes[article.id] = tuple((url, key) for url in urls or [""])
    names.update(list_call_signs(articles, houses))
    return KnownOutlets(
        houses,
        names,
        pages,
        homes,
        _make_pattern(names),
        frozenset(articled),
        know_inflected(articles),
        know_transcribed(articles),
    )


def _make_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the names in a text, of several that begin alike the longest.

    By first letters, since most words of a text begin as few of them do.
    """
    longest = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    rests: dict[str, list[str]] = {}
    for name in longest:
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    by_letter = (f"{re.escape(letter)}(?:{'|'.join(own)})" for letter, own in rests.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(by_letter)})(?!\w)") if longest else None


def plain_url(url: str) -> str:
    """An address as it is compared: normalised, without scheme and "www."."""
    if not url:
        return ""
    whole = normalise_address(url if "://" in url else f"https://{url}")
    return whole.removeprefix("https://").removeprefix("www.")


def cited_addresses(article: Article) -> tuple[str, ...]:
    """The addresses that an article links to or credits, as they stand, each once."""
    urls = [*(link.url for link in article.links), *(c.url for c in article.credits if c.url)]
    return tuple(dict.fromkeys(urls))


def find_debts(
    article: Article, focus: Span, known: KnownOutlets, *, voiced: bool = False
) -> tuple[Debt, ...]:
    """What the assertion under `focus` is owed to, by its paragraph, else by its article.

    What the paragraph says goes first, then what the article credits as a whole. A paragraph
    that speaks of "the report" or "the newspaper" means one that is cited beside it, or else
    elsewhere. Last comes what the article links to, and the only outlet that it cites anywhere.
    A paragraph that names several outlets side by side counts for the first of them only, so
    that a round-up does not tie together those it rounds up (nor does an article that names two
    agencies); "A, citing B" is a chain and counts for both.

    Args:
        article: the article.
        focus: the sentence that bears on the claim.
        known: the outlets and pages that may be owed something.
        voiced: whether the sentence has a source of its own: then only its paragraph and the
            credits count, since what the text around cites may be for something else.
    """
    around = paragraph_around(article.text, focus)
    near = find_owed(article, around, known) or _named_in(article, focus, known)
    near_text = around.of(article.text)
    if near:
        return near if chains_on(near_text) else near[:1]
    credited = article_debts(article, known)
    wires = [d for d in credited if d.verb == "runs copy of"]
    kept = tuple(d for d in credited if d not in wires[1:])
    if voiced or any(d.verb != "links to" for d in kept):
        return kept
    anywhere = Span(0, len(article.text))
    if not means_paper(near_text):
        return kept or _only(article, focus, find_owed(article, anywhere, known, CITED_ALONE))
    beside = find_owed(article, _widen(article.text, around), known, CITED_NEAR)[:1]
    return beside or kept or find_owed(article, anywhere, known, CITED_FAR)[:1]


def _only(article: Article, focus: Span, debts: tuple[Debt, ...]) -> tuple[Debt, ...]:
    """The debts when they are one, for the same matter: an article that rests on one outlet.

    A lead is of the same matter where the outlet is cited in the paragraph after it and is "the
    paper" further on.
    """
    if len(debts) != 1 or debts[0].at is None:
        return ()
    cited_in = paragraph_around(article.text, debts[0].at.span)
    cited = cited_in.of(article.text)
    leads = "\n" not in article.text[: focus.end].strip()
    follows = not article.text[focus.end : cited_in.start].rpartition("\n")[0].strip(' \n.”"')
    if leads and follows and means_paper(article.text[debts[0].at.span.end :]):
        return debts
    words = [content_words(t, article.language) for t in (focus.of(article.text), cited)]
    return debts if len(words[0] & words[1]) >= _SAME_MATTER else ()


def _widen(text: str, paragraph: Span) -> Span:
    """A paragraph with the one before and the one after it."""
    start = text[: paragraph.start].rstrip("\n").rfind("\n") + 1 if paragraph.start else 0
    after = len(text) - len(text[paragraph.end :].lstrip("\n"))
    end = text.find("\n", after)
    return Span(start, len(text) if end < 0 else end)


def paragraph_debts(article: Article, focus: Span, known: KnownOutlets) -> tuple[Debt, ...]:
    """The outlets that the paragraph around a passage names or links as its source."""
    return find_owed(article, paragraph_around(article.text, focus), known)


def find_owed(
    article: Article, around: Span, known: KnownOutlets, most: float = 1.0
) -> tuple[Debt, ...]:
    """The outlets that a part of an article cites or links to, each once.

    `most` bounds their score.
    """
    found = [*_citations(article, around, known), *_links(article, around, known)]
    own = known.houses.outlet_of(article.outlet) if article.outlet else None
    owed: dict[str, Debt] = {}
    for debt in found:
        if debt.outlet != own:
            owed.setdefault(debt.outlet, debt)
    return tuple(replace(d, score=min(most, d.score)) for d in owed.values())


def _citations(article: Article, around: Span, known: KnownOutlets) -> Iterable[Debt]:
    for name, place in _outlets_in(article, around, known):
        before = article.text[max(around.start, place.start - _CUE_REACH) : place.start]
        after = article.text[place.end : min(around.end, place.end + _CUE_REACH)]
        if is_cited(before, after) and _means_outlet(name, before, after, article, known):
            key = known.names.get(name) or known.houses.outlet_of(name)
            yield Debt(key, name, "cites", CITED, at=Passage(article.id, place))


def _means_outlet(
    name: str, before: str, after: str, article: Article, known: KnownOutlets
) -> bool:
    """Whether a name is the outlet's and no part of another: names of one word may be."""
    bare = _LEADING_ARTICLE.sub("", name)
    if " " in bare or "." in bare:
        return True
    is_sure = bare.isupper() or known.houses.agency_of(bare) is not None
    has_article = name == bare and name in known.articled
    return is_one_word_outlet(
        before, after, article.language, is_sure=is_sure, has_article=has_article
    )


def _outlets_in(article: Article, around: Span, known: KnownOutlets) -> list[tuple[str, Span]]:
    """The known outlets that a part of a text names, and names that are like those of outlets."""
    text = article.text
    matches = known.pattern.finditer(text, around.start, around.end) if known.pattern else ()
    found = [(m.group(), Span(*m.span())) for m in matches]
    taken = [place for _, place in found]
    others_spelt = (known.inflected, known.transcribed)
    for name, place in (each for names in others_spelt for each in names.find(article, around)):
        if not any(place.overlaps(each) for each in taken):
            found.append((name, place))
    others = [
        (name, place)
        for name, place in find_named_like_outlets(text, around)
        if not any(place.overlaps(taken) for _, taken in found)
    ]
    short = _find_short(article, around, known, [place for _, place in (*found, *others)])
    return sorted((*found, *others, *short), key=lambda each: each[1])


def _find_short(
    article: Article, around: Span, known: KnownOutlets, taken: Sequence[Span]
) -> Iterator[tuple[str, Span]]:
    """Outlets that are called by their last word there, and by their whole name elsewhere.

    "The Brennick Herald reported ...", and below it "told the Herald". In a Herald of its own, or
    where another Herald is named, that may be the other.
    """
    text = article.text
    for match in _SHORT_OUTLET.finditer(text, around.start, around.end):
        place = Span(*match.span("name"))
        if any(place.overlaps(other) for other in taken):
            continue
        ending, before = f" {match['name']}", text[: place.start]
        whole = {n for n in known.names if n.endswith(ending) and any(find_places(n, before))}
        like = [name for name, _ in find_named_like_outlets(text, Span(0, len(text)))]
        rivals = [n for n in (*like, article.outlet or "") if n.endswith(ending)]
        alone = all(name.endswith(tuple(whole)) for name in rivals)
        if len({known.names[name] for name in whole}) == 1 and alone:
            yield max(whole, key=len), place


def last_named(article: Article, end: int, known: KnownOutlets) -> str | None:
    """The key of the outlet that is named last before a place; an agency is no newspaper."""
    named = (name for name, _ in reversed(_outlets_in(article, Span(0, end), known)))
    paper = next((n for n in named if known.houses.agency_of(n) is None), None)
    return paper and (known.names.get(paper) or known.houses.outlet_of(paper))


def _named_in(article: Article, focus: Span, known: KnownOutlets) -> tuple[Debt, ...]:
    """An outlet that the very sentence names, in whatever words, without rebutting it.

    Only names of two words and more: "Metro" or "The Sun" may mean anything.
    """
    own = known.houses.outlet_of(article.outlet) if article.outlet else None
    matches = known.pattern.finditer(article.text, focus.start, focus.end) if known.pattern else ()
    return tuple(
        Debt(known.names[name], name, "names", NAMED, at=Passage(article.id, Span(*match.span())))
        for match in matches
        if " " in _LEADING_ARTICLE.sub("", name := match.group())
        and known.names[name] != own
        and not is_rebutted(article.text[focus.start : match.start()])
    )[:1]


def _links(article: Article, around: Span, known: KnownOutlets) -> Iterable[Debt]:
    for link in article.links:
        url = plain_url(link.url)
        if url not in known.pages or url == plain_url(article.url or ""):
            continue
        outlet, name = known.pages[url]
        place = _place_of(link.text, article.text)
        if place is None or not around.contains(place):
            continue
        if not is_rebutted(article.text[around.start : place.start]):
            yield Debt(outlet, name, "links to", LINKED, url, Passage(article.id, place))
    for match in _ADDRESS.finditer(article.text, around.start, around.end):
        url = plain_url(match.group())
        if url not in known.pages or url == plain_url(article.url or ""):
            continue
        if not is_rebutted(article.text[around.start : match.start()]):
            at = Passage(article.id, Span(*match.span()))
            yield Debt(*known.pages[url], "links to", LINKED, url, at)


def _place_of(words: str, text: str) -> Span | None:
    """Where the words of a link stand; None where that is not sure.

    One small word ("said"), or words that stand there more than once, may be any of them.
    """
    if not words or (words.islower() and len(words.split()) == 1):
        return None
    found = list(islice(find_places(words, text), 2))
    return found[0] if len(found) == 1 else None


def find_places(words: str, text: str) -> Iterator[Span]:
    """Where a text has some words, in order; not within a longer one ("Weld" in "Welding")."""
    spelt = re.escape(words)
    if words[:1] < _FIRST_UNSPACED:
        spelt = rf"(?<!\w){spelt}(?!\w)"
    return (Span(*match.span()) for match in re.finditer(spelt, text))


def article_debts(article: Article, known: KnownOutlets) -> tuple[Debt, ...]:
    """The outlets that the article as a whole credits, and the known pages it links to."""
    own = known.houses.outlet_of(article.outlet) if article.outlet else None
    credits = [
        Debt(
            known.houses.outlet_of(c.name),
            c.name,
            "runs copy of" if c.role is Role.WIRE else "credits",
            CREDITED,
            plain_url(c.url) if c.url else None,
            Passage(article.id, c.span) if c.span else None,
        )
        for c in article.credits
        if c.role in _ROLES and c.name
    ]
    return tuple(d for d in (*credits, *_linked_pages(article, known)) if d.outlet != own)


def _linked_pages(article: Article, known: KnownOutlets) -> list[Debt]:
    """The known pages of other outlets that the article links to; one alone says more."""
    own = known.houses.outlet_of(article.outlet) if article.outlet else None
    urls = dict.fromkeys(plain_url(link.url) for link in article.links)
    pages = [u for u in urls if u in known.pages and known.pages[u][0] != own]
    score = LINKED_ONLY if len(pages) == 1 else LINKED_AMONG_OTHERS
    return [Debt(*known.pages[url], "links to", score, url) for url in pages]
