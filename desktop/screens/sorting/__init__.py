"""Documents are chosen, sorted by a scheme in the background, and kept as batches."""
