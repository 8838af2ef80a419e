"""The worlds of the circular evaluation are what they say, and their origins are found."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from evals.circular import Judge, count_origins, read_ground, read_parallel
from evals.count_origins import Counts, count_others, measure, measure_by_kind
from evals.world_articles import Parallel
from evals.world_words import KEPT, MENDING, put_in, read_phrases
from evals.worlds import Ground, claim_span, make_world
from secondsource.article import Article

_SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "ta", "ve", "zo")
_LANGUAGES = ("en", "ru", "uk", "de", "fr", "es", "pl")


def make_ground(half: str = MENDING, documents: int = 0) -> Ground:
    """Texts of nonsense words that share nothing, six paragraphs each, and the words of a half."""
    rng = random.Random(7)
    bodies = [
        Article(f"b{n}", "\n\n".join(make_paragraph(rng) for _ in range(6)), language="en")
        for n in range(120)
    ]
    parallel: list[Parallel] = [
        {language: [make_paragraph(rng) for _ in range(9)] for language in _LANGUAGES}
        for _ in range(documents)
    ]
    return Ground(bodies, parallel, read_phrases(half))


def make_paragraph(rng: random.Random) -> str:
    """Three sentences of twelve words."""
    words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(36)]
    return " ".join(" ".join(words[k : k + 12]).capitalize() + "." for k in (0, 12, 24))


@pytest.mark.parametrize("half", [MENDING, KEPT])
@pytest.mark.parametrize("seed", range(5))
def test_a_world_has_its_claim_and_one_seed_gives_one_world(half: str, seed: int) -> None:
    ground = make_ground(half, 20)
    world = make_world(random.Random(seed), ground)
    assert claim_span(world).of(world.examined.text) == world.claim
    assert make_world(random.Random(seed), ground) == world
    assert world.examined.id not in {a.id for a in world.articles}


def test_worlds_are_made_of_every_kind_and_abroad_only_where_there_are_translations() -> None:
    kinds, at_home = set[str](), set[str]()
    home, wide = make_ground(), make_ground(documents=20)
    for seed in range(80):
        kinds.update(make_world(random.Random(seed), wide).kinds)
        at_home.update(make_world(random.Random(seed), home).kinds)
    abroad = {"translations", "retold abroad", "agency cited abroad", "echo in translation"}
    assert abroad <= kinds
    assert not abroad & at_home
    assert {"loop", "one official", "correction", "denial", "wire and own reporting"} <= at_home
    assert "beside the point" in at_home


def test_worlds_can_be_made_of_few_texts() -> None:
    ground = Ground(make_ground().bodies[:3], [], read_phrases(MENDING))
    for seed in range(10):
        world = make_world(random.Random(seed), ground)
        assert claim_span(world).of(world.examined.text) == world.claim


def test_a_folder_without_any_set_gives_no_texts(tmp_path: Path) -> None:
    ground = read_ground(tmp_path, MENDING)
    assert (ground.bodies, ground.parallel) == ([], [])


def test_the_two_halves_of_the_words_have_nothing_in_common() -> None:
    mending, kept = read_phrases(MENDING), read_phrases(KEPT)
    for name in ("claims", "outlets", "credits", "officials", "unnamed", "links"):
        assert not [each for each in getattr(kept, name) if each in getattr(mending, name)], name
    for language, frames in mending.credits_abroad.items():
        assert not set(frames) & set(kept.credits_abroad[language])


@pytest.mark.parametrize("half", [MENDING, KEPT])
def test_every_phrase_can_be_filled(half: str) -> None:
    phrases = read_phrases(half)
    for claim in phrases.claims:
        filled = claim.fill("Ansel", "340")
        said = (*filled.reports, *filled.denials, *filled.silent)
        clauses = (filled.text, *said, *filled.abroad.values())
        assert not [clause for clause in clauses if "{" in clause]
        assert set(filled.abroad) == {"ru", "uk", "de", "fr", "es", "pl"}
    frames = [*phrases.credits, *(f for each in phrases.credits_abroad.values() for f in each)]
    assert all("Kelp Post" in put_in(frame, "it rains", "Kelp Post") for frame in frames)


@pytest.mark.slow
def test_origins_of_worlds_are_counted_within_one() -> None:
    ground, rng = make_ground(), random.Random(3)
    counts = [count_origins(make_world(rng, ground)) for _ in range(12)]
    assert measure(counts)["within_one_share"] >= 0.9


@pytest.mark.slow
def test_the_whole_program_finds_the_origins_of_a_world() -> None:
    world = make_world(random.Random(1), make_ground())
    counted = count_origins(world, Judge.PROGRAM)
    assert counted.true == (world.supports, world.disputes)
    assert sum(abs(t - f) for t, f in zip(counted.true, counted.found, strict=True)) <= 1


def counts(
    true: tuple[int, int], found: tuple[int, int], outlets: tuple[int, int], *kinds: str
) -> Counts:
    others = {"outlets": outlets, "articles": outlets, "families": true}
    return Counts(true, found, others, kinds)


COUNTED = [
    counts((2, 1), (2, 1), (6, 1), "wire"),
    counts((2, 0), (3, 0), (3, 0), "wire", "loop"),
    counts((2, 0), (2, 2), (2, 1)),
]


def test_the_worse_of_supporting_and_disputing_counts() -> None:
    assert measure(COUNTED) == {
        "within_one_share": 0.6667,
        "exact_share": 0.3333,
        "baseline_outlets_within_one_share": 0.6667,
        "baseline_articles_within_one_share": 0.6667,
        "baseline_families_within_one_share": 1.0,
        "within_one_where_outlets_fail": 1.0,
        "hard_claims": 1,
        "claims": 3,
    }


def test_figures_by_kind_are_of_the_cases_that_have_it() -> None:
    assert measure_by_kind(COUNTED) == {
        "loop": {"within_one": 1.0, "exact": 0.0, "claims": 1},
        "wire": {"within_one": 1.0, "exact": 0.5, "claims": 2},
    }


def test_counting_others_counts_each_name_once() -> None:
    articles = [Article(str(n), "x", outlet=outlet) for n, outlet in enumerate("aab")]
    assert count_others((articles, articles[:1]), []) == {
        "articles": (3, 1),
        "outlets": (2, 1),
        "families": (3, 1),
    }


def write_documents(folder: Path, languages: Sequence[str], documents: int) -> None:
    """Documents of six lines each."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [f"a.{number}" for number in range(documents) for _ in range(6)]
    (folder / "DOCUMENT_IDS.tsv").write_text("\n".join(names), encoding="utf-8")
    for language in languages:
        text = "\n".join(f"{language} {place}" for place, _ in enumerate(names))
        (folder / f"newstest2019-ref.{language}.txt").write_text(text, encoding="utf-8")


def test_worlds_abroad_are_made_of_the_languages_that_are_there(tmp_path: Path) -> None:
    write_documents(tmp_path, ("eng", "deu", "pol", "kaz"), 3)
    parallel = read_parallel(tmp_path)
    assert [set(document) for document in parallel] == [{"en", "de", "pl"}] * 3
    ground = Ground(make_ground().bodies, parallel, read_phrases(MENDING))
    worlds = [make_world(random.Random(seed), ground) for seed in range(80)]
    languages = {article.language for world in worlds for article in world.articles}
    assert languages == {"en", "de", "pl"}


@pytest.mark.parametrize(("languages", "documents"), [(("eng", "deu", "pol"), 2), (("eng",), 9)])
def test_too_few_documents_make_no_worlds_abroad(
    tmp_path: Path, languages: Sequence[str], documents: int
) -> None:
    write_documents(tmp_path, languages, documents)
    assert read_parallel(tmp_path) == []
