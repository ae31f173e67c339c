.PHONY: help run test test-all test-elsewhere coverage samples docs fuzz kill bench lock clean
.DEFAULT_GOAL := run
# Tests run in an order that follows from the commit; another one by `make test SEED=123`.
SEED ?= $(shell printf %d 0x$$(git rev-parse --short=7 HEAD 2>/dev/null || echo 1))
LOCK = --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url
GUIDED ?= reader formulas mail register forms
PYTEST = .venv/bin/pytest -q -n auto --dist worksteal

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 22

run: ## set up and process the sample batch
	@.ci/setup run
	@.venv/bin/sopbatch run input output; code=$$?; [ $$code -le 1 ]

test: ## set up and check everything, but for what takes long
	@.ci/setup test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/cog --check -I . -r README.md docs/*.md
	$(PYTEST) --randomly-seed=$(SEED) -m "not long"

test-all: test ## make test, then the tests that take long
	$(PYTEST) --randomly-seed=$(SEED) -m long

test-elsewhere: ## the tests on a machine of one strange font, in another order, language and time zone
	@.ci/setup test
	umask 077; fonts=$$(mktemp -d); trap 'rm -rf "$$fonts"' EXIT; \
	export FONTCONFIG_FILE="$$(.venv/bin/python -m tests.lone_font "$$fonts")"; \
	export LC_ALL=C TZ=Pacific/Auckland; \
	$(PYTEST) --randomly-seed=$$(($(SEED) + 1)) $(TESTS)

coverage: ## how much of the pure floors their own tests reach, with a floor (pyproject.toml)
	@.ci/setup test
	.venv/bin/coverage erase
	.venv/bin/coverage run -m $(notdir $(PYTEST)) --randomly-seed=$(SEED) -m "not long" tests/text \
		tests/matching tests/rules tests/tally tests/report tests/reading/values tests/test_casebooks.py
	.venv/bin/coverage combine --quiet
	.venv/bin/coverage report

samples: ## rebuild input/, workbook_templates/ and the pictures in README and guides
	@.ci/setup test
	.venv/bin/sopbatch template
	.venv/bin/python -m tests.sample_batch
	.venv/bin/python -m tests.sample_batch.pictures

fuzz: ## damage workbooks for SECONDS (600), 10,000 mails, and each GUIDED target for as long
	@.ci/setup test
	.venv/bin/python -m benchmarks.fuzz $(or $(SECONDS),600) $(SEED)
	.venv/bin/python -m benchmarks.fuzz_mails 10000 $(SEED)
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: \
		--require-hashes -r requirements-fuzz.txt || echo "no atheris for this machine"
	@! .venv/bin/python -c 'import atheris' 2>/dev/null || for target in $(GUIDED); do \
		.venv/bin/python -m benchmarks.fuzz_guided $$target $(or $(SECONDS),600) .fuzz || exit 1; \
	done

kill: ## kill KILLS (200) runs at random, fill disks, change inputs while they are read
	@.ci/setup test
	.venv/bin/python -m benchmarks.kills $(or $(KILLS),200) $(SEED)

docs: ## refresh the printed blocks in README and docs
	@.ci/setup test
	.venv/bin/cog -I . -r README.md docs/*.md

bench: ## what it costs beside others, as ratios: flowcharts, pages, reading, start, whole runs
	@.ci/setup test
	.venv/bin/python -m benchmarks.flowchart
	.venv/bin/python -m benchmarks.pages
	.venv/bin/python -m benchmarks.reading
	.venv/bin/python benchmarks/help_time.py
	.venv/bin/python -m benchmarks.weeks $(WORKBOOKS)

lock: ## pin the newest versions that pyproject.toml allows, with their digests
	@.ci/setup test
	.venv/bin/python -m pip install --quiet uv
	echo "setuptools>=77" | .venv/bin/uv pip compile $(LOCK) -o requirements.txt pyproject.toml -
	echo "setuptools>=77" | .venv/bin/uv pip compile $(LOCK) -o requirements-mail.txt --extra mail \
		-c requirements.txt pyproject.toml -
	echo "setuptools>=77" | .venv/bin/uv pip compile $(LOCK) -o requirements-cluster.txt \
		--extra cluster -c requirements.txt pyproject.toml -
	echo "setuptools>=77" | .venv/bin/uv pip compile $(LOCK) -o requirements-nation.txt \
		--extra nation -c requirements.txt pyproject.toml -
	echo "setuptools>=77" | .venv/bin/uv pip compile $(LOCK) -o requirements-dev.txt --extra dev \
		--extra mail --extra cluster --extra nation -c requirements-mail.txt \
		-c requirements-cluster.txt -c requirements-nation.txt pyproject.toml -
	# Later ones have no wheel for Python 3.11.
	echo "atheris<3.1" | .venv/bin/uv pip compile $(LOCK) -o requirements-fuzz.txt -

clean: ## remove what was set up
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz build *.egg-info
