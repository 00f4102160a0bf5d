"""Tests with hostile input, hostile environments and failures."""
