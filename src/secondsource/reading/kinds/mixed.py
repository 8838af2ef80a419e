"""Sentences that hold two kinds of statement, or two voices, taken apart into their clauses.

Only a sentence that may mix is looked at: one that looks ahead, one that the model finds
neither plainly subjective nor plainly not, one of which somebody is made to say a part, or one
that calls something secret. It is cut only where both sides stand as statements and their kinds
or voices differ, or one alone is secret; where the model decides, by a margin on both sides.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondsource.article import Span
from secondsource.models.heads import SentenceModel
from secondsource.reading.attribution.voices import assign_voices
from secondsource.reading.kinds.clauses import (
    Cut,
    find_english_cuts,
    find_russian_cuts,
    find_verdict,
    find_view_cut,
    holds_verdict,
    may_be_cut,
)
from secondsource.reading.kinds.sentence import (
    JudgedSentence,
    Sentence,
    judge_sentence,
    score_texts,
)
from secondsource.reading.kinds.uncheckable import says_secret
from secondsource.reading.parse import parse_texts
from secondsource.reading.statement import Attribution, Kind, Quotation

LANGUAGES = frozenset({"en", "ru"})
_LONGEST = 600
"""Code points of a sentence that is looked at: longer ones are lists."""
_MIDDLE = (0.3, 0.85)
"""Subjectivity between which a sentence may hold a claim and a view. Chosen by hand."""
_MARGIN = 0.15
"""How far from the threshold both sides must be where only the model tells them apart."""
_PARTLY = (0.15, 0.95)
"""Share of a sentence that is another's words, between which it may have two voices."""


_INDIRECT = Quotation.INDIRECT
_Pair = tuple[Sentence, Sentence]
_Touching = Mapping[Span, Sequence[Attribution]]
_Cuts = dict[Span, list[Cut] | None]


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """The sentences of one article in their order, and its attributions."""

    sentences: Sequence[JudgedSentence]
    attributions: Sequence[Attribution]


def split_mixed(
    articles: Sequence[JudgedArticle], model: SentenceModel
) -> list[list[JudgedSentence]]:
    """The sentences of each article, those that mix kinds or voices as several clauses.

    Args:
        articles: several together, since the grammar of many sentences is found faster at once.
        model: judges the clauses.

    Returns:
        For each article its sentences and clauses in order; the clauses of a sentence cover all
        of it but white space.
    """
    touching = [_find_touching(article) for article in articles]
    cuts = _find_cuts(articles, touching)
    return [
        _take_apart(article.sentences, own, found, model)
        for article, own, found in zip(articles, touching, cuts, strict=True)
    ]


def _take_apart(
    judged: Sequence[JudgedSentence], touching: _Touching, cuts: _Cuts, model: SentenceModel
) -> list[JudgedSentence]:
    """The sentences of one article, or their clauses where these are two statements."""
    pairs = [
        (item.sentence, cut, _cut(item.sentence, cut, touching[item.sentence.span]))
        for item in judged
        for cut in cuts[item.sentence.span] or ()
    ]
    apart = _judge_pairs(pairs, model)
    return [part for item in judged for part in apart.get(item.sentence.span, (item,))]


def _find_touching(article: JudgedArticle) -> _Touching:
    """For each sentence the attributions that have something in it."""
    sentences = [item.sentence.span for item in article.sentences]
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    touching: defaultdict[Span, list[Attribution]] = defaultdict(list)
    for attribution in article.attributions:
        pieces = [*attribution.content, *([attribution.cue.span] if attribution.cue else [])]
        numbers = {
            number
            for piece in pieces
            for number in range(bisect_right(ends, piece.start), bisect_left(starts, piece.end))
        }
        for number in sorted(numbers):
            touching[sentences[number]].append(attribution)
    return touching


def _find_cuts(articles: Sequence[JudgedArticle], touching: Sequence[_Touching]) -> list[_Cuts]:
    """For each article, by the span of each of its sentences, where it could be cut."""
    found: list[_Cuts] = [
        {
            item.sentence.span: _cut_by_words(item, own[item.sentence.span])
            for item in each.sentences
        }
        for each, own in zip(articles, touching, strict=True)
    ]
    asked = [
        (item.sentence, cuts)
        for each, cuts in zip(articles, found, strict=True)
        for item in each.sentences
        if cuts[item.sentence.span] is None
    ]
    if not asked:  # else the English grammar would be opened for articles in other languages
        return found
    texts = [sentence.plain for sentence, _ in asked]
    whole = [(Span(0, len(text)),) for text in texts]
    parses = parse_texts(texts, whole, with_names=False)
    for (sentence, cuts), parse in zip(asked, parses, strict=True):
        cuts[sentence.span] = list(find_english_cuts(parse))
    return found


def _cut_by_words(item: JudgedSentence, attributions: Sequence[Attribution]) -> list[Cut] | None:
    """Where a sentence could be cut; None where it may mix and only its grammar can tell."""
    text, language = item.sentence.plain, item.sentence.language
    if len(text) > _LONGEST or language not in LANGUAGES or item.kind is Kind.OTHER:
        return []
    if view := find_view_cut(text):
        return [view]
    if not may_be_cut(text, language) or not _may_mix(item, attributions):
        return []
    return list(find_russian_cuts(text)) if language == "ru" else None


def _may_mix(item: JudgedSentence, attributions: Sequence[Attribution]) -> bool:
    sentence = item.sentence
    if item.forecast is not None or holds_verdict(sentence.plain):
        return True
    if says_secret(sentence.plain, sentence.language):
        return True
    if sentence.subjective is not None and _MIDDLE[0] <= sentence.subjective <= _MIDDLE[1]:
        return True
    return _PARTLY[0] <= _share_of_others(sentence.span, attributions) <= _PARTLY[1]


def _share_of_others(span: Span, attributions: Sequence[Attribution]) -> float:
    covered = [
        piece.count_shared(span) for attribution in attributions for piece in attribution.content
    ]
    return max(covered, default=0) / max(1, len(span))


def _cut(sentence: Sentence, cut: Cut, attributions: Sequence[Attribution]) -> _Pair:
    """Both sides of a cut, each with its voice, not yet scored."""
    start, edges = sentence.span.start, (0, cut.start, len(sentence.text))
    texts = [sentence.text[left:right].rstrip() for left, right in pairwise(edges)]
    spans = [
        Span(start + left, start + left + len(text))
        for left, text in zip(edges, texts, strict=False)
    ]
    bounded = _bound(attributions, start, cut)
    voices = assign_voices(sentence.article.text, sentence.language, spans, bounded)
    first, second = (
        replace(sentence, span=span, text=text, voice=voice, is_clause=True)
        for span, text, voice in zip(spans, texts, voices, strict=True)
    )
    view = cut.view or find_verdict(first.plain)
    return replace(first, view=view), replace(second, view=find_verdict(second.plain))


def _bound(attributions: Sequence[Attribution], start: int, cut: Cut) -> list[Attribution]:
    """The attributions of the article, where a clause joined to a verb of saying is not said by it.

    "The minister said A, but B": B stands beside what the minister said.
    """
    if cut.main is None or cut.shares_subject:
        return list(attributions)
    main, end = start + cut.main, start + cut.start
    return [
        replace(a, content=_end_by(a.content, end))
        if a.cue and a.cue.span.start <= main < a.cue.span.end and a.quotation is _INDIRECT
        else a
        for a in attributions
    ]


def _end_by(pieces: Sequence[Span], end: int) -> tuple[Span, ...]:
    return tuple(Span(p.start, min(p.end, end)) for p in pieces if p.start < end)


def _judge_pairs(
    pairs: Sequence[tuple[Sentence, Cut, _Pair]], model: SentenceModel
) -> dict[Span, tuple[JudgedSentence, JudgedSentence]]:
    """For the span of each sentence that is two statements its clauses, by the first cut."""
    clauses = [clause for _, _, pair in pairs for clause in pair]
    judged = iter([judge_sentence(clause, model) for clause in _score(clauses, model)])
    apart: dict[Span, tuple[JudgedSentence, JudgedSentence]] = {}
    for sentence, cut, _ in pairs:
        first, second = next(judged), next(judged)
        if sentence.span not in apart and _differ(first, second, cut, model):
            apart[sentence.span] = first, second
    return apart


def _score(clauses: Sequence[Sentence], model: SentenceModel) -> list[Sentence]:
    """The clauses of one article with what the model says of them."""
    if not clauses:
        return []
    texts = [clause.text for clause in clauses]
    found = score_texts(model, texts, clauses[0].language)
    return [
        replace(clause, scores=scores, subjective=view)
        for clause, scores, view in zip(clauses, *found, strict=True)
    ]


def _differ(first: JudgedSentence, second: JudgedSentence, cut: Cut, model: SentenceModel) -> bool:
    """Whether two clauses are two statements: of different kinds, or in different voices."""
    if Kind.OTHER in (first.kind, second.kind):
        return False
    if cut.view:
        return second.kind is not Kind.OPINION
    ahead = (first.kind is Kind.FORECAST) is not (second.kind is Kind.FORECAST)
    if ahead or cut.shares_subject:
        return ahead
    if _whose(first) != _whose(second) or _is_claim_beside_secret(first, second):
        return True
    return first.kind is not second.kind and _is_plain(first, model) and _is_plain(second, model)


def _whose(item: JudgedSentence) -> str | None:
    source = item.sentence.voice.source
    return (source.entity or source.text) if source else None


def _is_claim_beside_secret(first: JudgedSentence, second: JudgedSentence) -> bool:
    """Whether one of two clauses is secret and the other a claim that may be checked."""
    secret = [says_secret(c.sentence.plain, c.sentence.language) for c in (first, second)]
    return secret[0] is not secret[1] and (second, first)[secret[1]].kind is Kind.CLAIM


def _is_plain(item: JudgedSentence, model: SentenceModel) -> bool:
    """Whether a clause is plainly a view or plainly none, by more than the margin."""
    score = item.sentence.subjective
    if score is None or item.sentence.view:
        return True
    return abs(score - model.subjective_threshold(item.sentence.language)) >= _MARGIN
