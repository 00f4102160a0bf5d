"""Widgets: each draws lines, and posts a message about what the person did."""
