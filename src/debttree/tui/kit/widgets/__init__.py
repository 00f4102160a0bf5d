"""Widgets: each draws lines and says by a message what somebody did."""
