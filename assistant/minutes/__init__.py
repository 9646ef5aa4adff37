"""Formal Swedish minutes (protokoll) read by their structure, without a model; ``read.py`` is the way in."""
