"""The lists that documents are sorted by are made, changed, taken from files and tried."""
