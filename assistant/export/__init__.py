"""From a Result to text or a file; one module per format, all over the same blocks."""
