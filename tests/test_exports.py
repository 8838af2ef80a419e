"""The public names are what `__init__` says, a few, and documented."""

import secondsource


def test_exports() -> None:
    assert sorted(secondsource.__all__) == secondsource.__all__
    assert len(secondsource.__all__) <= 16
    for name in secondsource.__all__:
        assert getattr(secondsource, name).__doc__, name


def test_nothing_else_looks_public() -> None:
    modules = {
        "addresses", "archive", "article", "cli", "collect", "commands", "demo", "errors",
        "evidence", "factcheck", "files", "jobs", "jsonvalues", "language", "lineage", "load",
        "messages", "models", "names", "quotes",
        "reading", "report", "review", "sentences", "web", "words",
    }  # fmt: skip
    public = {name for name in vars(secondsource) if not name.startswith("_")}
    assert public <= set(secondsource.__all__) | modules
