# Two commands do all: `make demo` and `make test`. Each makes the environment if need be.
.PHONY: demo test check evaluate picture tutorial format environment
.DEFAULT_GOAL := demo

PYTHON ?= python3
BIN := .venv/bin
ENVIRONMENT := .venv/.made
LIBRARIES := node_modules/.made

# uv where it is installed, else venv and pip; versions and hashes are pinned in requirements.txt.
$(ENVIRONMENT): requirements.txt pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) .venv && \
	  uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.txt && \
	  uv pip install --quiet --python $(BIN)/python --no-deps -e . ; \
	else \
	  $(PYTHON) -m venv .venv && \
	  $(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt && \
	  $(BIN)/python -m pip install --quiet --no-deps -e . ; \
	fi
	@touch $@

environment: $(ENVIRONMENT) $(LIBRARIES)

# The libraries of the desk's scripts. Without Node, or without a registry, the desk draws its map on the server.
$(LIBRARIES): package.json package-lock.json
	@if command -v npm >/dev/null 2>&1; then \
	  npm ci --silent --no-audit --no-fund && touch $@ || echo "The desk does without the map that can be moved."; \
	fi

# make demo ARGS=--no-serve ends after building the record.
demo: environment
	@$(BIN)/recount demo $(ARGS)

test: environment
	@$(BIN)/pytest --numprocesses auto --dist worksteal $(ARGS)

# How well it reads and links, against pinned floors; with --raise in ARGS, better figures become the floors.
evaluate: environment
	@$(BIN)/python evaluation/measure.py $(ARGS)

# The picture of the README, from the sample reports; needs Chromium.
picture: environment
	@mkdir -p build
	@$(BIN)/recount demo --no-serve --record build/picture.sqlite
	@$(BIN)/python scripts/picture.py build/picture.sqlite docs/pictures --lists src/recount/samples/lists

# The outputs of the tutorial notebook, from the sample reports.
tutorial: environment
	@$(BIN)/python scripts/tutorial.py

format: environment
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

check: environment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory test
