"""Schemes: the closed lists that documents are sorted by, as data of the organisation's own."""
