"""The window. It imports the nouns and the doors of ``assistant``, nothing behind them."""
