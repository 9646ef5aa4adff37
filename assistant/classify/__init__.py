"""Gives a document one label of a closed list, or none: what the program sees, what the model says, what was confirmed before."""
