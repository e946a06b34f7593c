# Two commands do everything on a machine with Python 3.11+, make and git: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= dist
SEED ?= 2026
JOBS ?= 2
PYTEST = $(BIN)/python -m pytest -n $(JOBS) --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help demo test test-all test-rest lint check bench docs mutation hostile suites wheel clean

help:
	@echo "make demo      answer the main question, validate, write the dumps and the page (half a minute)"
	@echo "make test      run the quick tests (a minute and a half)"
	@echo "make test-all  run all tests, the slow ones and those in a browser too (half an hour)"
	@echo "make test-rest run what make test leaves out, and the cases of the shapes on the reference engine"
	@echo "make lint      style, types, layers"
	@echo "make check     the data: format, validation, coverage"
	@echo "make docs      write the generated reference pages"
	@echo "make bench     measure what speed is claimed"
	@echo "make mutation  break data and shapes everywhere and see that each fault is noticed"
	@echo "make hostile   feed 5,000 broken inputs: data, queries, rules, shapes, headers, options (SEED=… for others)"
	@echo "make suites    run the suites of the W3C for SPARQL and RDF, fetched once"
	@echo "make wheel     build the package"

$(BIN)/activate:
	@echo "Making a virtual environment in $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"

$(VENV)/run.stamp: $(BIN)/activate pyproject.toml
	@echo "Installing mhgraph and what it needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev --constraint requirements-dev.lock
	@touch $@

demo: $(VENV)/run.stamp
	@echo "Which events addressed Objective 15 of the Global Compact for Migration?"
	@echo
	@$(BIN)/mhgraph query events-addressing --provision gcm-15
	@echo
	@echo "What of it is stated, without judgement?"
	@$(BIN)/mhgraph query events-addressing --provision gcm-15 --ledger stated
	@echo
	@echo "Does the data keep the rules? Checking every shape and every file ..."
	@mkdir -p $(OUT)
	@$(BIN)/mhgraph validate > $(OUT)/validation.txt || { cat $(OUT)/validation.txt; exit 1; }
	@tail -n 1 $(OUT)/validation.txt
	@echo
	@echo "Writing the dumps to $(OUT)/ ..."
	@$(BIN)/mhgraph build --out $(OUT) --with owl --with tables
	@echo "Writing the page ..."
	@$(BIN)/mhgraph network --out $(OUT)/network.html
	@echo
	@echo "All is in $(OUT)/: open $(OUT)/network.html in a browser; $(OUT)/README.txt says which other file to take; what"
	@echo "a curator may still want to see to is in $(OUT)/validation.txt."

test: $(VENV)/dev.stamp
	$(PYTEST) -m "not slow and not browser and not mutation and not hostile and not server"
	@echo "Left out: the tests marked slow, browser, mutation, hostile or server. 'make test-all' runs all, '$(BIN)/python -m"
	@echo "pytest -m slow' those with one mark; those marked browser need Chromium (MHGRAPH_BROWSER names another)."

test-all: test test-rest

test-rest: $(VENV)/dev.stamp
	$(PYTEST) -m "slow or browser or mutation or hostile or server"
	$(PYTEST) --engine pyshacl tests/checks -m "not slow and not mutation and not hostile"

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(VENV)/run.stamp
	$(BIN)/mhgraph format --check
	$(BIN)/mhgraph validate
	$(BIN)/mhgraph coverage

docs: $(VENV)/dev.stamp
	$(BIN)/python -m tools.docs

bench: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks

mutation: $(VENV)/dev.stamp
	$(BIN)/python -m tools.mutation data --engine both
	$(BIN)/python -m tools.mutation shapes

hostile: $(VENV)/dev.stamp
	$(BIN)/python -m tools.hostile --count 5000 --seed $(SEED)

suites: $(VENV)/dev.stamp
	$(BIN)/python -m tools.w3c

wheel: $(VENV)/dev.stamp
	$(BIN)/python -m hatchling build -d $(OUT)

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
