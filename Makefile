# Everything a developer or an operator types. `make` alone tells what there is.

PYTHON ?= python3
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --require-hashes --requirement
RUNS := $(BIN)/.runs
TOOLS := $(BIN)/.tools
QUICK := not slow and not browser
PYTEST := $(BIN)/pytest -n auto --dist loadfile

# requirements.lock has two parts: what Leadloop runs on, then what its developers use.
RUN_PART_ENDS := \# ---- developers

help: ## tell what there is
	@awk 'BEGIN { FS = ":.*## " } \
		/^#: / { printf "\n%s\n", substr($$0, 4) } \
		/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

#: Try it

demo: $(RUNS) ## open the browser demo; DATA=leads.csv  PORT=8080  FRESH=1 forgets the last one
	@$(BIN)/leadloop demo $(if $(DATA),--data "$(DATA)") $(if $(PORT),--port "$(PORT)") $(if $(FRESH),--fresh)

#: Change it

check: $(RUNS) $(TOOLS) ## the quick half: lint, arrows, types, fast tests; stops at the first failure
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/lint-imports > .venv/arrows.txt || { cat .venv/arrows.txt; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(PYTEST) -m "$(QUICK)" -x -q

test: $(RUNS) $(TOOLS) ## everything that must hold: lint, format, arrows, two type checkers, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/pyright
	$(PYTEST)

format: $(RUNS) $(TOOLS) ## let ruff put the code in order
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

snapshots: $(RUNS) $(TOOLS) ## write the stored cards anew; read the diff before you commit it
	@LEADLOOP_UPDATE_SNAPSHOTS=1 $(BIN)/pytest -q -k snapshot
	@git status --short tests

#: Measure it

proof: $(RUNS) $(TOOLS) ## crash, race and repeat: show that no message is lost or said twice
	@$(BIN)/python -m tests.proof

bench: $(RUNS) $(TOOLS) ## time the large questions on a large house
	@$(BIN)/python -m tests.bench

#: Keep it

setup: $(RUNS) $(TOOLS) ## build .venv from requirements.lock; the others do so by themselves

lock: $(RUNS) $(TOOLS) ## pin what pyproject.toml asks for; UPGRADE=1 takes newer releases
	@sh .ci/lock $(if $(UPGRADE),--upgrade)

clean: ## take away everything that make and its tools left behind
	@rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find bot handlers storage tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.PHONY: help demo check test format snapshots proof bench setup lock clean

# ---- how .venv comes about ----------------------------------------------------------------------

$(BIN)/.packages: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Leadloop needs Python 3.11 or newer. Name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "This Python has no venv module. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once, about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@sed '/^$(RUN_PART_ENDS)/,$$d' requirements.lock > .venv/run-part.txt
	@$(INSTALL) .venv/run-part.txt
	@touch $@

$(RUNS): $(BIN)/.packages pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): $(BIN)/.packages | $(RUNS)
	@$(INSTALL) requirements.lock
	@touch $@
