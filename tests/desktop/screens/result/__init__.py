"""The result screen: what it decides, without Qt, and what it shows."""
