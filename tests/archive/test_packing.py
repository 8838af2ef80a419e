"""A report as bytes and back: nothing is lost; other bytes are one clear error."""

import zlib
from dataclasses import fields, is_dataclass, replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondsource.archive.packing import pack_report, unpack_report
from secondsource.article import Article, Span
from secondsource.errors import ExaminationError
from secondsource.evidence.finding import Evidence, Finding, Standing
from secondsource.reading.statement import Source, Statement, Voice, Words
from secondsource.review.report import Report
from tests.report.sample import REPORT
from tests.review.sample import make_report

_TEXT = st.text(max_size=20)
_SPANS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**6)).map(lambda p: Span(p[0], sum(p)))
_VOICES = st.recursive(
    st.just(Voice("author")),
    lambda inner: st.builds(
        Voice,
        type=st.just("attributed"),
        source=st.none() | st.builds(Source, _TEXT, st.none() | _SPANS, st.none() | _TEXT),
        cue=st.none() | st.builds(Words, _TEXT, _SPANS),
        nested=st.none() | inner,
        content=st.lists(_SPANS, max_size=2).map(tuple),
    ),
    max_leaves=4,
)


def _all_values(value: object) -> object:
    """Every field of every object in it, those too that make no difference when compared."""
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value), *(_all_values(getattr(value, f.name)) for f in fields(value))]
    return [_all_values(v) for v in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("report", [REPORT, make_report()], ids=["sample", "made by the stages"])
def test_there_and_back(report: Report) -> None:
    back = unpack_report(pack_report(report))
    assert back == report
    assert _all_values(back) == _all_values(report)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(st.builds(Article, id=_TEXT, text=_TEXT, title=st.none() | _TEXT), _VOICES, _SPANS, _TEXT)
def test_whatever_is_in_it(article: Article, voice: Voice, span: Span, text: str) -> None:
    statement = replace(REPORT.statements[0], span=span, text=text, voice=voice)
    finding = Finding(text, Standing.ECHOED, text, text)
    report = replace(REPORT, article=article, statements=(statement,), findings=(finding,))
    assert _all_values(unpack_report(pack_report(report))) == _all_values(report)


def test_the_types_are_what_they_were() -> None:
    back = unpack_report(pack_report(make_report()))
    (finding,) = back.findings
    assert isinstance(back.statements[0], Statement)
    assert isinstance(finding.standing, Standing)
    assert isinstance(finding.origins[0].evidence[0], Evidence)


@pytest.mark.parametrize(
    "data", [b"", b"no report", zlib.compress(b"\x81\xa1x\x01"), zlib.compress(b"\xc1")]
)
def test_what_is_no_report(data: bytes) -> None:
    with pytest.raises(ExaminationError, match="another version"):
        unpack_report(data)


def test_fields_that_came_later_have_their_defaults() -> None:
    plain = msgspec.to_builtins(REPORT)
    del plain["decided"]
    plain["gone"] = 1
    assert unpack_report(zlib.compress(msgspec.msgpack.encode(plain))) == REPORT
