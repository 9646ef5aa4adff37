"""What points out a person in a document is found, and a copy without it is made."""
