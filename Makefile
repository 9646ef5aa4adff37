# Short names for the scripts, for people who have make.
.PHONY: help try test quick lint bench evaluate lock clean
help:      ; @sed -n 's/^\([a-z]*\): *; .*\(## .*\)/\1	\2/p' Makefile
try:       ; sh scripts/try ## set up, then summarise a shipped sample with the real model
test:      ; sh scripts/test ## set up, then lint, types and all tests
quick:     ; sh scripts/test quick ## the same without real models
lint:      ; .venv/bin/python -m ruff check . && .venv/bin/python -m ruff format . && .venv/bin/python -m mypy ## mend what can be mended
bench:     ; .venv/bin/python -m benchmarks ## speed and memory, as ratios in one run
evaluate:  ; .venv/bin/python -m tests.evaluation ## quality against the stored baseline
lock:      ; sh scripts/lock ## pin the dependencies anew
clean:     ; rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .coverage ## forget what was set up here
