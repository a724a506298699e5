# make run   the main job on the pages in fixtures/: a dataset in output/
# make test  everything that must hold: lint, types, tests and doctests
#
# Both need Python 3.11 or newer and a package index, and install into .venv. Another Python: make PYTHON=python3.12 run

PYTHON ?= $(shell command -v python3 || command -v python)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
OUTPUT ?= output

.PHONY: run test lint bench bench-peers docs docs-site clean
.DEFAULT_GOAL := run

run: .venv/installed
	$(BIN)/filmspider crawl fixtures --output $(OUTPUT)
	@echo
	@echo "The first record of $(OUTPUT)/titles.jsonl begins:"
	@head -n 1 $(OUTPUT)/titles.jsonl | $(BIN)/python -m json.tool --no-ensure-ascii | sed -n '1,/"genres"/p'

test: lint
	$(BIN)/python -m pytest -W error -n auto

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/installed-dev
	$(BIN)/python benchmarks/parse_page.py
	$(BIN)/python benchmarks/whole_run.py

bench-peers: .venv/installed-dev
	$(BIN)/python benchmarks/peers.py

# The pages that are made from the code; a test fails when one is out of date.
docs: .venv/installed
	$(BIN)/filmspider layouts --docs > docs/layouts.new && mv docs/layouts.new docs/layouts.md
	$(BIN)/filmspider schema --docs > docs/dictionary.new && mv docs/dictionary.new docs/dictionary.md
	PYTHONPATH=docs $(BIN)/python -m generate

# The site, in build/site/: every page of docs/, where a warning is an error.
docs-site: .venv/installed-dev
	$(BIN)/python -m sphinx -W --keep-going -b html docs build/site

# What was written to output/ is yours, and stays.
clean:
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .scrapy
	find filmspider tests benchmarks docs -name __pycache__ -prune -exec rm -rf {} +

# The package is installed in place, so only a change of what it needs makes these run again.
.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[dev]'
	@touch $@ .venv/installed

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
