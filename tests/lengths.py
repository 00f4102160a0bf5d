"""How long a chain of nodes is: in the gate long enough to find recursion, in `make long` to find what grows."""

import pytest

on_long_chains = pytest.mark.parametrize("size", [5_000, pytest.param(50_000, marks=pytest.mark.long)])
"""Runs a test with a number of nodes that python's recursion limit is far below."""
