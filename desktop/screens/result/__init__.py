"""A result beside its document: what each statement rests on, and what is doubtful."""
