"""The first start: what this computer can do, and a model to begin with."""
