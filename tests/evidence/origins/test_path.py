"""The circle or chain of an origin: its steps in order, with the words of each."""

from secondsource.article import Article
from secondsource.evidence import Finding, Origin, Path
from tests.evidence.newsroom import check, write

TOLD = "The north bridge at Port Ansel was closed"


def retell(outlet: str, source: str, published: str, words: str = TOLD) -> Article:
    return write(outlet, f"{words}, the {source} reported on that day.", published)


FIRST = write("Coast Herald", "Our man saw that the north bridge was closed.", "2031-05-03")
SECOND = retell("Morning Ferry", "Coast Herald", "2031-05-04")
THIRD = retell("Hill Echo", "Morning Ferry", "2031-05-05", "Nobody crosses, the bridge is shut")


def only(finding: Finding) -> Origin:
    (origin,) = [o for o in finding.origins if not o.echo]
    return origin


def steps(path: Path | None) -> list[tuple[str, str, str]]:
    return [(s.name, s.verb, s.to_name) for s in path.steps] if path else []


def test_a_chain_is_told_from_the_last_to_the_first_with_the_words_of_each_step() -> None:
    path = only(check([FIRST, SECOND, THIRD])).path
    assert path is not None
    assert not path.circular
    assert steps(path) == [
        ("Hill Echo", "cites", "Morning Ferry"),
        ("Morning Ferry", "cites", "Coast Herald"),
    ]
    assert [s.words for s in path.steps] == [THIRD.text, SECOND.text]
    texts = {a.id: a.text for a in (SECOND, THIRD)}
    named = [s.at.span.of(texts[s.article]) for s in path.steps if s.at]
    assert named == ["Morning Ferry", "Coast Herald"]
    assert path.sentence == (
        "This is a chain: Hill Echo cites Morning Ferry, Morning Ferry cites Coast Herald."
    )


def test_a_circle_leads_back_to_where_it_began() -> None:
    first = retell("Coast Herald", "Hill Echo", "2031-05-03", "It is shut, the north bridge")
    path = only(check([first, SECOND, THIRD])).path
    assert path is not None
    assert path.circular
    assert path.steps[0].article == path.steps[-1].to
    assert {name for name, _, _ in steps(path)} == {"Coast Herald", "Hill Echo", "Morning Ferry"}


def test_one_step_and_no_step_are_no_path() -> None:
    assert only(check([FIRST, SECOND])).path is None
    assert only(check([FIRST])).path is None


def test_of_several_chains_the_longest_is_told() -> None:
    aside = retell("Isle Record", "Coast Herald", "2031-05-04", "Shut is the north bridge")
    path = only(check([FIRST, SECOND, THIRD, aside])).path
    assert len(steps(path)) == 2
    assert steps(path)[0][0] == "Hill Echo"


def test_the_same_evidence_in_another_order_gives_the_same_path() -> None:
    assert only(check([THIRD, FIRST, SECOND])).path == only(check([FIRST, SECOND, THIRD])).path
