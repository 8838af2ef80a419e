"""The measures of the attribution evaluation, on annotations small enough to count by hand."""

import json
from pathlib import Path

import pytest

from evals.attribution import (
    Annotated,
    Relation,
    measure,
    nearest_name_baseline,
    read_annotated,
    score,
    words_of,
)
from secondsource.article import Span

TEXT = "Vellin said the bridge fell. Talkin denied it."


def _relation(source: str, cue: str, content: str) -> Relation:
    return Relation(*(_words(part) for part in (source, cue, content)))


def _words(part: str) -> frozenset[int]:
    start = TEXT.index(part)
    return words_of(TEXT, [Span(start, start + len(part))]) if part else frozenset()


FIRST = _relation("Vellin", "said", "the bridge fell")
SECOND = _relation("Talkin", "denied", "it")


def test_all_found_is_one_everywhere() -> None:
    assert set(score([Annotated(TEXT, (FIRST, SECOND))], [[SECOND, FIRST]]).values()) == {1.0}


@pytest.mark.parametrize(
    ("guess", "relation_f1", "exact"),
    [
        # one of two found: precision 1, recall 1/2
        ((FIRST,), 2 / 3, 2 / 3),
        # half of the content's words or more still counts as the relation, not as exact
        ((_relation("Vellin", "said", "bridge fell"),), 2 / 3, 0.0),
        ((_relation("Vellin", "said", "fell"),), 0.0, 0.0),
        # the right content under the wrong source
        ((_relation("Talkin", "said", "the bridge fell"),), 0.0, 2 / 3),
        ((_relation("", "said", "the bridge fell"),), 0.0, 2 / 3),
        # the same one twice counts once
        ((FIRST, FIRST), 0.5, 0.5),
        ((), 0.0, 0.0),
    ],
)
def test_relations(guess: tuple[Relation, ...], relation_f1: float, exact: float) -> None:
    figures = score([Annotated(TEXT, (FIRST, SECOND))], [guess])
    assert figures["relation_f1"] == pytest.approx(relation_f1, abs=1e-4)
    assert figures["exact_content_f1"] == pytest.approx(exact, abs=1e-4)


def test_tokens_are_counted_over_all_texts() -> None:
    gold = [Annotated(TEXT, (FIRST,)), Annotated(TEXT, (SECOND,))]
    # content words: 3 marked and found in the first text, 1 marked and missed in the second
    assert score(gold, [[FIRST], []])["content_token_f1"] == pytest.approx(6 / 7, abs=1e-4)


def test_the_first_annotator_of_each_text_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "attribution" / "corpus" / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    lines = [
        "T1\tSource 0 6\tVellin",
        "T2\tCue 7 11\tsaid",
        "T3\tContent 12 15;16 27\tthe bridge fell",
        "T4\tAttribution 7 11\tsaid",
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "#1\tAnnotatorNotes T1\ta note",
    ]
    (folder / "attributions" / "one_aaaa.ann").write_text("\n".join(lines), encoding="utf-8")
    (folder / "attributions" / "one_bbbb.ann").write_text("", encoding="utf-8")
    assert list(read_annotated(tmp_path, None)) == [Annotated(TEXT, (FIRST,))]


def test_the_baseline_takes_the_nearest_name() -> None:
    text = "Boris Talkin spoke at length. “The bridge has fallen again,” said Anna Vellin."
    [relation] = nearest_name_baseline(text)
    start = text.index("Anna")
    assert relation.source == words_of(text, [Span(start, start + len("Anna Vellin"))])


def test_figures_are_printed_as_one_json_object() -> None:
    figures = measure([], [])
    assert json.loads(json.dumps(figures)) == dict.fromkeys(
        (
            "content_token_f1",
            "source_token_f1",
            "cue_token_f1",
            "relation_f1",
            "exact_content_f1",
        )
    )


def test_names_without_an_annotator_and_lost_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "attribution" / "corpus" / "test"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "poll_2031.txt").write_bytes(TEXT.replace(" T", "\r\nT").encode())
    lines = [
        "T1\tContent 12 15;16 27\tthe bridge fell",
        "T4\tCue 37 43\tdenied",
        "E1\tA:T4 Cue:T4 Content:T1",
    ]
    for name in ("poll_2031", "lost_ab12"):
        path = folder / "attributions" / f"{name}.ann"
        path.write_text("\n".join(lines), encoding="utf-8-sig", newline="\r\n")
    (item,) = read_annotated(tmp_path, None)
    assert len(item.relations[0].content) == 3
    assert "lost_ab12.ann has no text" in capsys.readouterr().err
