# Two commands do everything on a fresh machine: `make run` and `make test`. Nothing here needs anything installed
# but Python 3.11 or newer and make. PORT and PYTHON can be set: `make run PORT=8600`.
PYTHON ?= python3
PORT   ?= 8501
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: run test soak bench build bundle clean

run: $(VENV)/.app build
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

build: $(VENV)/.app
	$(BIN)/python -m etl build

test: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tests.e2e.browser
	$(BIN)/python -m pytest -n 2 --dist loadgroup

soak: $(VENV)/.tests
	SOAK=1 $(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(VENV)/.tests
	$(BIN)/python -m tests.bench

bundle: $(VENV)/.app
	$(BIN)/python .ci/bundle.py

$(VENV)/.app: requirements.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.12 run')"
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.tests: tests/requirements.txt $(VENV)/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	touch $@

clean:
	rm -rf $(VENV) store
