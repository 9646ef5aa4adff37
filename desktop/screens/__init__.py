"""The screens; each has a presenter that decides and a view that shows."""
