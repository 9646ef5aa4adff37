"""Speed and memory, measured on demand as ratios in one run: ``python -m benchmarks``. Never part of the tests."""
