"""Write src/debttree/reading/calendars.py, the codes that `holidays` may be given; `check` only compares it.

The list comes from the library of that name, which the reading of a file must not import: `check` runs on every
push and starts in a tenth of a second, and a file is right or wrong by its own words, whatever version is
installed beside it.
"""

import sys
import textwrap
from pathlib import Path

from holidays import list_supported_countries

FILE = Path(__file__).parents[1] / "src" / "debttree" / "reading" / "calendars.py"

TEXT = '''"""The countries and regions whose working days are known, by the codes of ISO 3166: `CN`, `GB-SCT`.

This file is made by `python scripts/calendars.py update` from the library `holidays`; change nothing here.
"""

_REGIONS = """\\
{table}
"""
"""A country a line: its code, and after a colon the codes of its regions. A line that begins with a space goes on."""


def countries() -> dict[str, tuple[str, ...]]:
    """Return each country's code with those of its regions, such as SCT of GB."""
    found = {{}}
    for line in _REGIONS.replace("\\n ", " ").splitlines():
        country, _, regions = line.partition(": ")
        found[country] = tuple(regions.split(", ")) if regions else ()
    return found
'''


def table() -> str:
    """The countries in order, each with its regions, in lines of at most 110 characters."""
    known = list_supported_countries(include_aliases=False)
    lines = []
    for country in sorted(code for code in known if len(code) == 2):
        regions = ", ".join(sorted(known[country]))
        line = f"{country}: {regions}" if regions else country
        lines += textwrap.wrap(line, 108, subsequent_indent=" ", break_on_hyphens=False)
    return "\n".join(lines)


def text() -> str:
    """The whole file."""
    return TEXT.format(table=table())


def main() -> int:
    """Update the file, or say whether it is as it should be."""
    if sys.argv[1:] == ["update"]:
        FILE.write_text(text(), "utf-8")
        return 0
    return int(FILE.read_text("utf-8") != text())


if __name__ == "__main__":
    sys.exit(main())
