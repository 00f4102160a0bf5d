"""Widgets of the editor: a long list, and texts to type in."""
