# Short names for the scripts, for people who have make.
.PHONY: help try desktop test quick lint pictures bench evaluate bundle deb test-deb test-cpus windows test-windows same audit lock clean
python = .venv/bin/python

help:      ; @awk -F " *; .*## " '/^[a-z-]+: .*## [a-z]/ && !/^help/ { sub(":.*", "", $$1); printf "make %-12s %s\n", $$1, $$2 }' Makefile
try:       ; sh scripts/try        ## set up, then summarise a shipped sample with the real model
desktop:   ; sh scripts/setup && $(python) -m desktop ## set up, then start the window
test:      ; sh scripts/test       ## set up, then lint, format, types and all tests, as CI does
quick:     ; sh scripts/test quick ## the same without real models
lint:      ; $(python) -m ruff check --fix . && $(python) -m ruff format . && $(python) -m mypy ## mend what can be mended, then check the types
pictures:  ; sh scripts/setup --model qwen2.5-coder-1.5b && $(python) -m scripts.make_pictures ## the pictures of README and guide, with the real model
bench:     ; $(python) -m benchmarks ## speed and memory, as ratios in one run
evaluate:  ; $(python) -m tests.evaluation ## quality against the stored baseline
bundle:    ; sh scripts/setup && $(python) -m scripts.bundle ## the installed program, in build/release/dist/kansli
deb:       ; sh scripts/setup && $(python) -m scripts.bundle && $(python) -m scripts.deb && $(python) -m scripts.sums ## the Debian package, in build/release
test-deb:  ; sh scripts/setup --model smollm2-135m && $(python) -m scripts.try_deb ## try it on bare Debian 12 and 13 (root)
test-cpus: ; $(python) -m scripts.try_processors ## try the bundle on emulated older processors (root)
windows:   ; sh scripts/setup && $(python) -m scripts.msi && $(python) -m scripts.sums ## the installer for Windows, made under Wine for trials (root)
test-windows: ; sh scripts/setup --model smollm2-135m && $(python) -m scripts.try_msi ## make it and try it under Wine, all steps (root)
same:      ; $(python) -m scripts.sums same ## build once more and compare, bit for bit
audit:     ; $(python) -m scripts.audit ## look the dependencies up among known vulnerabilities
lock:      ; sh scripts/lock       ## pin the dependencies anew (needs uv)
clean:     ; rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .coverage* ## forget what was set up here
