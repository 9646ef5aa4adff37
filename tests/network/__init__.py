"""That nothing leaves the machine."""
