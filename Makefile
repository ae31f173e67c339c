# make run: set up and process the sample batch. make test: set up and check everything.
.PHONY: run test samples docs clean
.DEFAULT_GOAL := run

run:
	@.ci/setup run
	@.venv/bin/sopbatch run input output; code=$$?; [ $$code -le 1 ]

test:
	@.ci/setup test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/cog --check -r README.md docs/*.md
	.venv/bin/pytest -q -n auto --dist loadfile --no-loadscope-reorder

samples: ## rebuild input/, workbook_templates/ and the pictures in README
	@.ci/setup test
	.venv/bin/sopbatch template
	.venv/bin/python -m tests.sample_batch
	.venv/bin/python -m tests.sample_batch.pictures

docs: ## refresh the printed blocks in README and docs
	@.ci/setup test
	.venv/bin/cog -r README.md docs/*.md

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
