"""Quality on real documents, on demand: ``python -m tests.evaluation pairs|meetings``, compared with a stored baseline."""
