"""Finds, without a model, what points out a person or a case, and words that may mean secrecy."""
