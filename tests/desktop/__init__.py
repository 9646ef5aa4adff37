"""The window: presenters without Qt, views offscreen."""
