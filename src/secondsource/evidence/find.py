"""The search for evidence: from an article's statements to a finding for each."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress, islice, takewhile
from typing import TypeVar

from secondsource.article import Article
from secondsource.evidence.choosing import choose_statements, close, is_closed, tell_closed
from secondsource.evidence.conclude import conclude, conclude_part
from secondsource.evidence.examined import Examined, Hit, Options, Tools
from secondsource.evidence.finding import (
    Coverage,
    Finding,
    PartFinding,
    Stance,
)
from secondsource.evidence.judging import HeldGroup, Reading, keep_deciding
from secondsource.evidence.lookup import Lookup, is_whole
from secondsource.evidence.origins.credit import cited_addresses, know_outlets
from secondsource.evidence.origins.gather import Claim, JudgedGroup, add_backing, gather_origins
from secondsource.evidence.origins.piece import Ground, make_examined_piece
from secondsource.evidence.origins.sametext import SharedText
from secondsource.evidence.query.dates import read_dates
from secondsource.evidence.query.question import Part, Question
from secondsource.evidence.query.terms import build_query, content_words, find_names
from secondsource.evidence.search.candidates import (
    Candidate,
    PassageReader,
    TextGroup,
    cut_beginnings,
    group_candidates,
)
from secondsource.evidence.search.joining import join_families
from secondsource.evidence.search.near import (
    LIKELY,
    LIKELY_ABROAD,
    NearArticles,
    choose_likely,
    find_near,
)
from secondsource.evidence.search.near_sentences import NearSentences
from secondsource.evidence.search.rerank import (
    Wanted,
    leave_out_held,
    rerank_hits,
    sort_hits,
)
from secondsource.evidence.search.retrieve import gather_hits
from secondsource.evidence.when import first_day_to_search, is_past, tell_when
from secondsource.lineage.edits.numbers import find_dates
from secondsource.lineage.edits.words import words_for
from secondsource.lineage.family import Edge, Family
from secondsource.lineage.tracing import add_translations
from secondsource.reading.statement import Kind, Statement

_LOG = logging.getLogger(__name__)
_MOST_ROUNDS = 4
_STEPS_OF_CITING = 2
_FEWEST_LEFT = 3  # words of a forecast without its dates: two are in any strike that began
_ASKED_TOGETHER = 10  # claims: some hundredths of a second, after which it can be stopped
_JUDGED_TOGETHER = 30  # claims: about a second of the stance model, after which it can be stopped
_Item = TypeVar("_Item")
_Texts = tuple[list[TextGroup], list[HeldGroup]]  # found for a claim, and those that are judged


def find_evidence(
    examined: Examined, tools: Tools, options: Options | None = None
) -> tuple[Finding, ...]:
    """What the archive holds for and against each claim of an article, by independent origin.

    The most check-worthy claims and the forecasts are looked up; opinions, and forecasts that
    have not come due, are given as not checkable, these with who else says so; a statement
    without a finding was not looked at.

    Args:
        examined: the article, its statements and the families already known.
        tools: the archive's search, the stance model, the reader of voices, the registry.
        options: how far the search goes.

    Returns:
        Findings in the order of the statements.
    """
    chosen = choose_statements(examined.statements, tools.latest, options or Options())
    search = _Search(examined, tools, options or Options())
    found = {f.statement: f for f in search.run(chosen)}
    closed = (s for s in examined.statements if is_closed(s, tools.latest) and s.id not in found)
    found.update([(s.id, tell_closed(s)) for s in closed])
    return tuple(found[s.id] for s in examined.statements if s.id in found)


class _Search:
    """One search for the evidence on one article; what it learns of passages is kept."""

    def __init__(self, examined: Examined, tools: Tools, options: Options) -> None:
        self._examined, self._tools, self._options = examined, tools, options
        self._article = examined.article
        self._reader = PassageReader()
        self._articles: dict[str, Article] = {self._article.id: self._article}
        self._shared = SharedText(examined.families)
        self._found: Sequence[Family] = ()
        self._translations: Sequence[Edge] = ()
        abroad = tools.abroad is not None
        self._near = NearSentences(NearArticles((), ()), (), self._reader, None)
        self._reading = Reading(self._article, options, self._reader, frozenset(), abroad)

    def run(self, statements: Sequence[Statement]) -> Iterator[Finding]:
        """The findings for these statements, in their order."""
        lookups = self._retrieve(list(self._while_going(self._ask_all(statements))))
        judged = list(self._judge(lookups, self._group_all(lookups)))
        self._follow_citing(judged)
        self._load(a for s in self._shared.families for a in s.articles)
        ground = Ground(
            self._shared,
            know_outlets(self._articles.values(), self._tools.houses),
            self._tools.find_attributions,
        )
        by_statement: dict[str, list[tuple[Lookup, list[JudgedGroup]]]] = {}
        for lookup, weighed in zip(lookups, judged, strict=False):  # fewer where it was stopped
            by_statement.setdefault(lookup.statement.id, []).append((lookup, weighed))
        found = [asked for asked in by_statement.values() if is_whole(asked)]
        for asked in found if self._tools.is_stopped() else self._while_going(found):
            yield self._find(asked, ground)

    def _ask_all(self, statements: Sequence[Statement]) -> list[Lookup]:
        """Each statement as a whole, and after it its several facts while `parts` lasts."""
        names = find_names(self._article)
        questions = self._tools.restate(self._article, statements)
        lookups: list[Lookup] = []
        left = self._options.parts
        for statement, question in zip(statements, questions, strict=True):
            parts = question.parts if len(question.parts) <= left else ()
            left -= len(parts)
            asked = replace(question, parts=parts)
            lookups += [self._look_up(statement, asked, part, names) for part in (None, *parts)]
        return lookups

    def _look_up(
        self, statement: Statement, question: Question, part: Part | None, names: frozenset[str]
    ) -> Lookup:
        terms = build_query(statement, self._article, names, question, part)
        words = content_words((part or question.whole).text, self._article.language)
        if statement.kind is Kind.FORECAST:
            words = _leave_out_dates(words, (part or question.whole).text, self._article.language)
        return Lookup(statement, question, part, terms, words, cut_beginnings(words), names)

    def _while_going(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, as long as nobody asked to stop."""
        return takewhile(lambda _item: not self._tools.is_stopped(), items)

    def _follow_citing(self, judged: Iterable[Sequence[JudgedGroup]]) -> None:
        """Have at hand what the evidence cites, and what that cites, found by its address."""
        if self._tools.find_page is None:
            return
        groups = [g.group for weighed in judged for g in weighed if g.stance.takes_side]
        citing = [c.article for g in groups for c in g.members]
        before = len(self._articles)
        for _ in range(_STEPS_OF_CITING):
            urls = dict.fromkeys(u for a in citing for u in cited_addresses(a))
            pages = [p for url in urls for p in self._tools.find_page(url)]
            citing = [p for p in pages if p.id not in self._articles]
            self._articles.update((p.id, p) for p in citing)
        if len(self._articles) > before:
            self._learn_families()

    def _retrieve(self, lookups: Sequence[Lookup]) -> list[Lookup]:
        """Passages for all claims; asked again while new families show that copies crowd them."""
        parts = self._cut_in_parts(lookups, _ASKED_TOGETHER)
        asked = self._ask_abroad([k for part in parts for k in self._ask(lookups[part])])
        for rounds_left in reversed(range(_MOST_ROUNDS)):
            new = self._load(h.article for k in asked for h in (*k.hits, *k.abroad))
            if not new or not self._learn_families() or not rounds_left:
                break
            crowded = [self._is_crowded(lookup) for lookup in asked]
            again = iter(self._ask(list(compress(asked, crowded))))
            asked = [next(again) if is_ else k for k, is_ in zip(asked, crowded, strict=True)]
        return asked

    def _cut_in_parts(self, lookups: Sequence[Lookup], together: int) -> Iterator[slice]:
        """Some claims after others, as long as nobody asked to stop."""
        starts = range(0, len(lookups), together)
        return (slice(start, start + together) for start in self._while_going(starts))

    def _is_crowded(self, lookup: Lookup) -> bool:
        homes = {self._home(h.article) for h in lookup.hits}
        many = len(lookup.hits) >= self._options.first_limit
        return many and len(homes) < self._options.families

    def _ask(self, lookups: Sequence[Lookup]) -> list[Lookup]:
        excluded = frozenset((self._article.id,))
        queries = [lookup.terms for lookup in lookups]
        found = gather_hits(queries, self._tools.search, self._home, excluded, self._options)
        return [replace(k, hits=tuple(hits)) for k, hits in zip(lookups, found, strict=True)]

    def _ask_abroad(self, lookups: list[Lookup]) -> list[Lookup]:
        """The same with the passages in other languages, all asked for together."""
        if self._tools.abroad is None:
            return lookups
        found = self._tools.abroad.search_abroad(
            [lookup.terms for lookup in lookups],
            self._article.language,
            self._options.abroad_limit,
            least=self._options.shared_abroad,
            exclude={self._article.id},
        )
        most = self._options.abroad_kept
        return [replace(k, abroad=tuple(hs[:most])) for k, hs in zip(lookups, found, strict=True)]

    def _home(self, article: str) -> str:
        return self._shared.family_of(article) or article

    def _load(self, ids: Iterable[str]) -> bool:
        """Have the articles with these ids at hand; whether any of them was not yet."""
        missing = [i for i in dict.fromkeys(ids) if i not in self._articles]
        if missing:
            self._articles.update((a.id, a) for a in self._tools.search.articles(missing))
        return bool(missing)

    def _learn_families(self) -> bool:
        """Ask which of all articles found so far are one family; False when nobody can say."""
        if self._tools.find_families is None:
            return False
        self._found = self._tools.find_families(tuple(self._articles.values()))
        self._join_families()
        return True

    def _join_families(self) -> None:
        found = add_translations(self._found, self._translations, self._articles.values())
        self._shared = SharedText(join_families(self._examined.families, found))

    def _group_all(self, lookups: Sequence[Lookup]) -> list[_Texts]:
        """The texts found for each claim, one with its translations, and those that are judged."""
        near = find_near(
            self._article, self._list_likely(lookups), self._reader, self._home, self._options.near
        )
        self._reading = replace(self._reading, near=near.ids)
        texts = [lookup.text for lookup in lookups]
        self._near = NearSentences(near, texts, self._reader, self._tools.likeness)
        found = self._choose_all(lookups)
        if self._tools.find_translations is None:
            return found
        asked = [
            [self._article, *self._reading.list_bearing(lookup, groups, chosen)]
            for lookup, (groups, chosen) in zip(lookups, found, strict=True)
        ]
        self._translations = self._tools.find_translations(asked)
        if not self._translations:
            return found
        self._join_families()
        return self._choose_all(lookups)

    def _choose_all(self, lookups: Sequence[Lookup]) -> list[_Texts]:
        groups = [self._group(lookup) for lookup in lookups]
        return [
            (found, self._reading.choose(lookup, found, self._shared, len(lookups)))
            for lookup, found in zip(lookups, groups, strict=True)
        ]

    def _list_likely(self, lookups: Sequence[Lookup]) -> list[Article]:
        """The articles that may be on the matter of the one examined, by how they were found."""
        likely = {*choose_likely((k.hits for k in lookups), LIKELY)}
        likely.update(choose_likely((k.abroad for k in lookups), LIKELY_ABROAD))
        return [article for id_, article in self._articles.items() if id_ in likely]

    def _group(self, lookup: Lookup) -> list[TextGroup]:
        dates = read_dates(lookup.text, self._article.language)
        wanted = Wanted(lookup.terms, lookup.names & lookup.words, dates)
        hits = leave_out_held(lookup.hits, lookup.abroad)
        own = rerank_hits(hits, wanted, self._articles, self._reader)
        in_time = self._list_in_time(lookup.statement)
        hits = [*own, *sort_hits(lookup.abroad)]
        near = self._near.find(lookup.text, lookup.words, hits, in_time)
        far = [
            self._make_candidate(hit, lookup.words)
            for hit in hits
            if hit.article in in_time and hit.article not in self._reading.near
        ]
        candidates = sorted([*near, *far], key=lambda c: -c.score)
        return group_candidates(
            lookup.statement, self._article, candidates, self._shared, self._reader
        )

    def _make_candidate(self, hit: Hit, claim: frozenset[str]) -> Candidate:
        article = self._articles[hit.article]
        focus = self._reader.find_focus(article, hit.span, claim)
        return Candidate(article, hit.span, focus, hit.score)

    def _list_in_time(self, statement: Statement) -> Mapping[str, Article]:
        """The articles that can bear on the statement, by id: on what was due only later ones."""
        if statement.kind is not Kind.FORECAST or statement.due is None:
            return self._articles
        if not is_past(statement.due, self._tools.latest):
            return self._articles
        since = first_day_to_search(statement.due, self._article.dated)
        known = self._articles.items()
        return {i: a for i, a in known if tell_when(a.published, since) == "after"}

    def _judge(
        self, lookups: Sequence[Lookup], texts: Sequence[_Texts]
    ) -> Iterator[list[JudgedGroup]]:
        """What each text does to its claim; the pairs of many claims go in one call."""
        for part in self._cut_in_parts(lookups, _JUDGED_TOGETHER):
            yield from self._judge_part(lookups[part], texts[part])

    def _judge_part(
        self, lookups: Sequence[Lookup], texts: Sequence[_Texts]
    ) -> Iterator[list[JudgedGroup]]:
        pairs = zip(lookups, texts, strict=True)
        asked = [(lookup, text) for lookup, (_, chosen) in pairs for text in chosen]
        weighed = self._reading.weigh(asked, self._tools.judge)
        for groups, chosen in texts:
            seeds = [JudgedGroup(g, Stance.SUPPORTS, 1.0) for g in groups if g.seed]
            yield [*seeds, *keep_deciding(list(islice(weighed, len(chosen))))]

    def _find(self, asked: Sequence[tuple[Lookup, list[JudgedGroup]]], ground: Ground) -> Finding:
        """What was found for a statement as a whole, and for each of its facts."""
        (lookup, judged), *of_parts = asked
        statement, question = lookup.statement, lookup.question
        claim = self._make_claim(statement, ground)
        basis, origins = gather_origins(claim, judged)
        backing = [j for j in judged if j.stance is Stance.SUPPORTS]
        parts = tuple(
            _find_part(claim, part.part, add_backing(weighed, backing), self._tools.coverage)
            for part, weighed in of_parts
            if part.part is not None
        )
        found = conclude(statement, basis, origins, parts, self._tools.coverage)
        if is_closed(statement, self._tools.latest):
            found = close(statement, found)
        return replace(found, question=question)

    def _make_claim(self, statement: Statement, ground: Ground) -> Claim:
        piece = make_examined_piece(statement, self._article, ground)
        in_time = self._list_in_time(statement)
        return Claim(statement, self._article, piece, ground, in_time, self._reader)


def _leave_out_dates(words: frozenset[str], text: str, language: str | None) -> frozenset[str]:
    """A forecast's words without its dates, which what came true or not need not have."""
    dates = (d.span.of(text) for d in find_dates(text, words_for(language)))
    left = words - {word for date in dates for word in content_words(date, language)}
    return left if len(left) >= _FEWEST_LEFT else words


def _find_part(
    claim: Claim, part: Part, judged: Sequence[JudgedGroup], coverage: Coverage | None
) -> PartFinding:
    own = replace(claim, statement=replace(claim.statement, id=part.id))
    return conclude_part(part, *gather_origins(own, judged), coverage)
