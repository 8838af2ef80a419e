# make demo   installs into .venv and examines the bundled article
# make test   installs the test tools too; lint, types, tests, and the evaluations if data is there
# make bench  times lineage against datasketch and rensa, an archive of 100,000 articles, and reading

PYTHON ?= $(firstword $(foreach v,3.11 3.12 3.13 3,$(if $(shell python$(v) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo yes),python$(v))))
BIN := .venv/bin
DATA ?= ../shared/data

.PHONY: demo test check-python bench screenshots clean

demo: .venv/installed
	$(BIN)/secondsource demo

test: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m evals.ratchet --data $(DATA)
	$(BIN)/pytest

bench: .venv/installed-test
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks.lineage --data $(DATA) --size 20000
	$(BIN)/python -m benchmarks.growth --data $(DATA)
	$(BIN)/python -m benchmarks.archive --data $(DATA)
	$(BIN)/python -m benchmarks.reading --data $(DATA)

screenshots: .venv/installed-test demo
	$(BIN)/python -m docs.make_screenshots demo-archive

check-python:
	@test -n "$(PYTHON)" || { echo "Second Source needs Python 3.11 or later: install it, or say make PYTHON=/path/to/python" >&2; exit 2; }

.venv/created: | check-python
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: pyproject.toml constraints.txt .venv/created
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/installed-test: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@

clean:
	rm -rf .venv demo-archive build dist .mypy_cache .ruff_cache .pytest_cache
