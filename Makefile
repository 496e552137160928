# The two commands are `make run` and `make test`; both work from a clean clone with python3.11, make and npm.

PYTHON ?= python3.11
HOST ?= 127.0.0.1
PORT ?= 8000
SERVE ?= 1
JOBS ?= 2
QUESTION ?= what was decided on Larkspur Ward
PAPERS ?= corpus/papers
SAMPLE ?= build/sample

BIN := .venv/bin
CHROMIUM := chromium
TESSERACT := tesseract
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run serve test check bench corpus pictures word kills mixed lock chromium tesseract postgresql poppler libreoffice load audit sbom hashes fuzz clean

# The sample papers are of an invented board, so they have a library of their own; ./library is for yours.
run: .venv/run.stamp web/static/built/stamp  ## ingest the sample papers, ask one question, serve the site
	$(BIN)/minutebook ingest $(PAPERS) --library $(SAMPLE)
	@echo
	$(BIN)/minutebook ask "$(QUESTION)" --library $(SAMPLE)
ifneq ($(SERVE),0)
	@echo
	$(BIN)/minutebook serve --host $(HOST) --port $(PORT) --library $(SAMPLE)
endif

serve: .venv/run.stamp web/static/built/stamp  ## serve your own papers in ./library
	$(BIN)/minutebook serve --host $(HOST) --port $(PORT)

# Two processes share the tests; JOBS=1 runs them in one.
test: check chromium tesseract postgresql  ## everything that must hold: lint, types, tests
	$(BIN)/python -m pytest $(if $(filter-out 1,$(JOBS)),-n $(JOBS) --dist loadgroup --no-loadscope-reorder)

check: .venv/dev.stamp web/static/built/stamp  ## lint and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# PDFS="a.pdf b.pdf" and QUESTIONS=questions.jsonl choose what is measured, PARTS=beside,growth,load what of it; INGESTS=2 has every
# side ingest so often, and its fastest counts.
bench: .venv/dev.stamp web/static/built/stamp build/beside/stamp  ## the tables and plots of docs/measurements.md
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m benchmarks.bench $(or $(PDFS),$(wildcard corpus/papers/*.pdf)) \
		--questions $(or $(QUESTIONS),corpus/questions.jsonl) --write $(if $(PARTS),--parts $(PARTS)) $(if $(INGESTS),--ingests $(INGESTS))

# Not compiled: half a minute, of which the first start, which is not measured, does what is needed. So Python must be let keep
# its bytecode where it was told not to, or every start of either side would compile what it imports.
build/beside/stamp: benchmarks/requirements-beside.txt
	$(PYTHON) -m venv --clear build/beside
	build/beside/bin/python -m pip install --quiet --no-compile -r $<
	touch $@

# MINUTES=60 SEED=1 choose how long it goes on, and where it begins.
fuzz: .venv/dev.stamp  ## broken files through every reader, broken questions through a search
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/fuzz.py --minutes $(or $(MINUTES),60) --seed $(or $(SEED),1) --queries 5000

corpus: .venv/dev.stamp  ## typeset the sample papers again (needs Debian's libpango-1.0-0, libpangoft2-1.0-0, fonts-liberation)
	$(BIN)/python -m pip install --quiet -e ".[corpus]"
	$(BIN)/python corpus/typeset.py

pictures: .venv/dev.stamp web/static/built/stamp chromium  ## every page at desktop and phone width, over the sample papers
	$(BIN)/python -m tests.journeys.pictures docs/pictures

# FILES="a.docx b.docx" chooses what is printed.
word: .venv/dev.stamp libreoffice  ## what is exported to Word, as LibreOffice prints it, each page a picture in build/word
	$(BIN)/python -m tests.api.drafts.printing build/word $(FILES)

load: .venv/dev.stamp web/static/built/stamp  ## a server under load for MINUTES, on loopback, with CLIENTS readers
	$(BIN)/python -m benchmarks.load $(or $(QUESTIONS),corpus/questions.jsonl) --library $(or $(LIBRARY),$(SAMPLE)) \
		--minutes $(or $(MINUTES),10) --clients $(or $(CLIENTS),32)

# Needs the internet: the advisory databases of Python's and npm's packages are asked. What cannot be asked about fails.
audit: build/audit/stamp  ## known weaknesses of what is installed
	build/audit/bin/pip-audit --requirement requirements.lock --no-deps --disable-pip --strict
	cd web && npm audit --package-lock-only --omit=optional

sbom: build/audit/stamp .venv/run.stamp  ## what is installed, in CycloneDX's form
	build/audit/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON \
		--output-file build/sbom.json .venv/bin/python

hashes: .venv/run.stamp  ## the lock with the hashes of what the index in use gives, for an installation of your own
	mkdir -p build
	$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --no-deps --report build/hashed.json -r requirements.lock
	$(BIN)/python benchmarks/lock.py build/hashed.json --hashes > build/requirements-hashed.lock

build/audit/stamp: benchmarks/requirements-audit.txt
	$(PYTHON) -m venv --clear build/audit
	build/audit/bin/python -m pip install --quiet -r $<
	touch $@

# Anything newer on the index is taken up here and nowhere else.
lock: .venv/dev.stamp  ## write both lock files from what the index offers today
	mkdir -p build
	$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --report build/run.json .
	$(BIN)/python -m pip install --quiet --dry-run --ignore-installed --report build/dev.json ".[dev]"
	$(BIN)/python benchmarks/lock.py build/run.json > requirements.lock
	$(BIN)/python benchmarks/lock.py build/dev.json > requirements-dev.lock

# A virtual environment needs Debian's python3.11-venv, which python3.11 only suggests.
.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "minutebook needs $(PYTHON): apt-get install python3.11"; exit 1; }
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3.11-venv; \
		else echo "$(PYTHON) cannot make a virtual environment here: apt-get install python3.11-venv"; exit 1; fi; }
	$(PYTHON) -m venv --clear .venv

.venv/run.stamp: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet -r requirements-dev.lock
	touch $@

# The site's styles, from the NHS design system's own. Nothing that a package brings is run but sass.
web/static/built/stamp: web/package.json web/package-lock.json $(wildcard web/styles/*.scss)
	@command -v npm >/dev/null || { echo "the site's styles need npm: apt-get install npm"; exit 1; }
	cd web && npm ci --silent --ignore-scripts --omit=optional && npm run --silent build
	touch $@

chromium:
	@command -v $(CHROMIUM) >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
		else echo "the tests of the pages need Chromium: apt-get install chromium"; exit 1; fi; }

tesseract:
	@command -v $(TESSERACT) >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends tesseract-ocr; \
		else echo "the tests of scanned pages need tesseract: apt-get install tesseract-ocr"; exit 1; fi; }

# A server of its own is started by the tests; the one that Debian's package sets up is not used.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; \
		else echo "the tests of the catalogue need a server of PostgreSQL: apt-get install postgresql"; exit 1; fi; }

# Only to look at what is exported.
libreoffice:
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
			libreoffice-writer-nogui poppler-utils; \
		else echo "printing Word files needs LibreOffice: apt-get install libreoffice-writer-nogui poppler-utils"; exit 1; fi; }

# Only for the measurements over real papers: another reader of PDF than the one that is measured.
poppler:
	@command -v pdftotext >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends poppler-utils; \
		else echo "judging cited pages needs pdftotext: apt-get install poppler-utils"; exit 1; fi; }

kills: .venv/dev.stamp  ## kill an ingest at 300 points spread over its run (half of them by strace, where it is installed)
	$(BIN)/python -m benchmarks.kill_points --points $(or $(POINTS),300)

mixed: .venv/dev.stamp  ## ask a server 10,000 times while 20 sets of papers are ingested: does a reply mix two states?
	$(BIN)/python -m benchmarks.mixed_states --requests $(or $(REQUESTS),10000)

clean:  ## remove what was built; the library stays
	rm -rf .venv build web/node_modules web/static/built .mypy_cache .ruff_cache .pytest_cache .hypothesis
