"""Letters: their types as data, what is known before writing, the draft, and the organisation's templates."""
