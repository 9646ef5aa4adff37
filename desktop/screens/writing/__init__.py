"""The letter screen: what is known at the left, the letter being written at the right."""
