"""Lengths of chains of nodes: in the gate long enough to find recursion, in `make long` to find superlinear time."""

import pytest

on_long_chains = pytest.mark.parametrize("size", [5_000, pytest.param(50_000, marks=pytest.mark.long)])
"""Runs a test with a number of nodes far above Python's recursion limit."""
