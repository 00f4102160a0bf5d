"""Signs for problems, and words for values of a wrong type."""

from collections.abc import Mapping
from typing import Any

from debttree.model import Severity, clean_line
from debttree.tui.kit.page import Line, Run

SIGNS: Mapping[Severity, tuple[str, str]] = {Severity.ERROR: ("✗", "bad"), Severity.WARNING: ("!", "warn")}
"""The sign of each severity, and its role."""


def sign(severity: Severity | None) -> Run:
    """Return the sign of a severity in one cell; a blank for None."""
    return Run(*SIGNS[severity]) if severity is not None else Run(" ")


def raw(value: Any) -> Line:
    """Return a value of a wrong type for its field, on one line."""
    return (Run(clean_line(repr(value))[:200], "warn"),)
