"""What is to come of a sorted batch: a table, or copies in folders; first shown, then done, and it can be undone."""
