"""The language models: which there are, which answers, and what can be done with each."""
