"""Write figures as tables with their budgets to docs/BENCHMARKS.md."""

import os
import platform
import re
from dataclasses import dataclass, field
from pathlib import Path

REPORT = Path(__file__).parents[1] / "docs" / "BENCHMARKS.md"

INTRODUCTION = """# Benchmarks

Written by `make bench`; every figure of a section comes from one run on one machine, ours and the peers' in turn.
Only ratios mean anything elsewhere. A budget that is not kept is marked.
"""


@dataclass
class Section:
    """The figures of one benchmark.

    Attributes:
        name: of its module, which finds its place in the report.
        rows: of its table; the first is the heading.
        budgets: what was promised, the measured ratio, and the greatest one allowed.
    """

    name: str
    title: str
    note: str = ""
    rows: list[list[str]] = field(default_factory=list)
    budgets: list[tuple[str, float, float]] = field(default_factory=list)

    @property
    def over_budget(self) -> bool:
        return any(ratio > limit for _, ratio, limit in self.budgets)

    def text(self) -> str:
        lines = [f"## {self.title}", "", self.note, ""] if self.note else [f"## {self.title}", ""]
        if self.rows:
            head, *rest = self.rows
            lines += [_row(head), _row(["---"] * len(head)), *map(_row, rest), ""]
        for promise, ratio, limit in self.budgets:
            verdict = "kept" if ratio <= limit else "**not kept**"
            lines.append(f"- {promise}: {ratio:.2f}, at most {limit:g}: {verdict}")
        machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
        return "\n".join([*lines, "", f"Measured with {machine}.", ""])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def write_report(sections: list[Section]) -> None:
    """Replace the sections of the same names in the report; others stay."""
    old = REPORT.read_text("utf-8") if REPORT.exists() else ""
    kept = dict(re.findall(r"<!-- (\w+) -->\n(.*?)(?=<!-- \w+ -->|\Z)", old, flags=re.DOTALL))
    kept.update({section.name: section.text() for section in sections})
    body = "\n".join(f"<!-- {name} -->\n{text.strip()}\n" for name, text in kept.items())
    REPORT.write_text(f"{INTRODUCTION}\n{body}", "utf-8")
