"""What people say is a claim is looked up when the article is examined again."""

from dataclasses import replace
from pathlib import Path

import pytest

from secondsource.archive import Archive
from secondsource.article import Span
from secondsource.collect import Collected
from secondsource.evidence import Options
from secondsource.evidence.choosing import choose_statements
from secondsource.jobs.kinds import name_claims
from secondsource.reading.statement import Kind, Statement
from secondsource.review.decision import Draft, Verb
from secondsource.review.subject import StatementSubject, write_key
from tests.lineage.prose import article

_ARTICLE = article("one", "The pier is a shame.\nIt is shut.", url="https://post.example/1")
_SHAME = Statement("s1", Span(0, 20), "The pier is a shame.", Kind.OPINION, 0.2, False, ())
_SHUT = Statement("s2", Span(21, 32), "It is shut.", Kind.CLAIM, 0.9, True, ())


def _say(archive: Archive, verb: Verb, statement: Statement = _SHAME) -> int:
    key = write_key(StatementSubject(statement.id))
    last = archive.review.history(key)
    seen = last[-1].number if last else None
    draft = Draft(key, verb, words=(statement.text,), article="one", seen=seen)
    return archive.review.decide(draft, "Anna").number


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    opened = Archive.open(tmp_path, create=True)
    opened.add([Collected(_ARTICLE, _ARTICLE.text.encode(), "text/plain", "one")])
    return opened


def _kinds(archive: Archive) -> list[Kind]:
    return [s.kind for s in name_claims(archive, _ARTICLE, [_SHAME, _SHUT])]


def test_only_what_people_call_a_claim_is_one(archive: Archive) -> None:
    with archive:
        assert _kinds(archive) == [Kind.OPINION, Kind.CLAIM]
        _say(archive, Verb.OPINION, _SHUT)
        assert _kinds(archive) == [Kind.OPINION, Kind.CLAIM], "what is no claim is looked up too"
        number = _say(archive, Verb.CLAIM)
        named = name_claims(archive, _ARTICLE, [_SHAME, _SHUT])
        assert (named[0].kind, named[0].checkable) == (Kind.CLAIM, True)
        assert choose_statements(named, None, Options(claims=1)) == [named[0]]
        archive.review.undo(number, "Anna")
        assert _kinds(archive) == [Kind.OPINION, Kind.CLAIM]


def test_the_last_word_counts(archive: Archive) -> None:
    with archive:
        _say(archive, Verb.CLAIM)
        _say(archive, Verb.CONFIRM)
        assert _kinds(archive) == [Kind.OPINION, Kind.CLAIM]


def test_it_comes_along_to_a_later_text_with_the_same_words(archive: Archive) -> None:
    with archive:
        _say(archive, Verb.CLAIM)
        later = replace(_ARTICLE, id="two", text=f"{_ARTICLE.text}\nMore is told.")
        archive.add([Collected(later, later.text.encode(), "text/plain", "two")])
        named = name_claims(archive, later, [replace(_SHAME, id="t1"), _SHUT])
        assert [each.kind for each in named] == [Kind.CLAIM, Kind.CLAIM]
