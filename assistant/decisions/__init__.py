"""Checks of a letter that tells a person of a decision: whether what the law asks of it is there. Never whether it is right."""
