"""Documents are opened, a summary is ordered and followed."""
