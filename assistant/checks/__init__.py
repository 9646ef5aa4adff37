"""What the program verifies in a result; ``check.py`` runs the checks in order. No check ever changes a text."""
