"""Signs and words for problems, and how values of the file are shown."""

from collections.abc import Mapping
from typing import Any

from debttree.model import Severity, clean_line
from debttree.tui.kit.page import Line, Run

SIGNS: Mapping[Severity, tuple[str, str]] = {Severity.ERROR: ("✗", "bad"), Severity.WARNING: ("!", "warn")}
"""The sign of a severity, and its role."""


def sign(severity: Severity | None) -> Run:
    """Return one cell: the sign of a severity, or none."""
    return Run(*SIGNS[severity]) if severity is not None else Run(" ")


def raw(value: Any) -> Line:
    """Return a value that is not what its field wants, as far as one line tells."""
    return (Run(clean_line(repr(value))[:200], "warn"),)
