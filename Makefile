# `make run` opens the program, `make test` runs every check. Both set up .venv by themselves, once.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTHONS := python3.11 python3.12 python3.13 python3.14 python3.15
DEV = $(PYTHON) scripts/dev.py --venv $(VENV)
# Workers for the test run: tests of screens and terminals wait half of their time, so two for each core.
JOBS ?= $(shell $(PYTHON) -c "import os; print(2 * (os.cpu_count() or 1))")

# Modules are compiled once and kept, also where the environment says otherwise: the tests start hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: FORCE run test format lint types walls tests other-types other-systems long every-python coverage every-key messages reading-list pictures bench clean help

# What these do stands in scripts/dev.py, which needs no make: `python scripts/dev.py test` is `make test`.
run: ## open the program; ARGS="walk" gives it a command
	@$(DEV) run $(ARGS)

test: ## every check that a change must pass
	@$(DEV) test -n $(JOBS) $(TESTS)

lint: ## format and rules
	@$(DEV) lint

types: ## types
	@$(DEV) types

walls: ## who imports whom
	@$(DEV) walls

# Types, and the tests of the inner rooms, as on Windows and macOS.
other-types: ## types as on Windows and macOS
	@$(DEV) other-types

other-systems: ## tests without what Windows or macOS lacks
	@$(DEV) other-systems $(TESTS)

tests: ## the tests alone; TESTS=tests/cli names some
	@$(DEV) tests -n $(JOBS) $(TESTS)

# Everything that takes too long for the gate as well: chains of 50,000 nodes, every key, ten times the examples of
# each property test. An hour or so.
long: $(VENV)/.ready-dev ## what takes too long for the gate as well
	$(BIN)/pytest -q -n $(JOBS) -m "long or not long" --hypothesis-profile=long $(TESTS)

# The tests on each Python that we support and that is found here, each with an environment of its own.
every-python: ## the tests on each Python that is here
	@status=0; said=; \
	for version in $(PYTHONS); do \
	  if ! $$version -c "" 2>/dev/null; then said="$$said  $$version: not found\n"; \
	  elif $(MAKE) --no-print-directory PYTHON=$$version VENV=.venv-$$version tests; then said="$$said  $$version: passed\n"; \
	  else said="$$said  $$version: FAILED\n"; status=1; fi; \
	done; \
	printf "The tests on every Python:\n$$said"; exit $$status

# Every key of the program, pressed one by one on every size of screen and in both languages.
every-key: $(VENV)/.ready-dev ## every key on every size of screen
	$(BIN)/pytest -q -n $(JOBS) -m "long or not long" tests/tui/test_every_key.py

# Lines and branches of the inner rooms, each by its own tests; fails under 95 %. `make coverage ROOMS=journey` is one.
coverage: $(VENV)/.ready-dev ## lines and branches of the inner rooms
	$(BIN)/python scripts/branch_coverage.py $(ROOMS)

format: $(VENV)/.ready-dev ## mend format and rules
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Collect interface strings from the source into the catalogues; then translate what is left empty.
messages: $(VENV)/.ready-dev ## collect sentences to translate
	$(BIN)/python -m scripts.catalogues update
	$(BIN)/python scripts/keys.py

# What a lawyer is handed for review: the bundled trees on paper, as of the day of their last review.
reading-list: $(VENV)/.ready-dev ## the bundled trees on paper, for review
	@for tree in alipay-overdue credit-card-overdue; do \
	  day=$$(sed -n 's/^reviewed = //p' trees/$$tree.toml); \
	  $(BIN)/debttree --lang zh,en --now $$day print $$tree --force -o docs/content/reading-list-$$tree.md || exit; \
	done

# The pictures of the README and the pages, drawn by the program itself.
pictures: $(VENV)/.ready-dev ## the pictures of the pages
	$(BIN)/python scripts/pictures.py

# Ours beside the peers; `make bench BASE=477423d` sets that commit's program beside them, built in a work tree.
bench: $(VENV)/.ready-dev $(if $(BASE),build/base-$(BASE)/.venv/.ready) ## ours beside the peers; BENCH=check names a part
	BASE=$(BASE) $(BIN)/python -m bench $(BENCH)

build/base-%/.venv/.ready:
	test -d build/base-$* || git worktree add --detach build/base-$* $*
	$(MAKE) --no-print-directory -C build/base-$* .venv/.ready
	$(BIN)/python -m compileall -q build/base-$*/src

# The file's own time tells scripts/dev.py whether anything is to be done.
$(VENV)/.ready: FORCE
	@$(DEV) --without-tools setup

$(VENV)/.ready-dev: FORCE
	@$(DEV) setup

FORCE:

clean: ## delete what these made
	rm -rf $(VENV) $(PYTHONS:%=.venv-%) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What stands behind the two signs at each target above.
help: ## say what make can do here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile
