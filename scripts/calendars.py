"""Write src/debttree/reading/calendars.py, the codes allowed for `holidays` in a tree; with `check` only compare it.

The list comes from the library `holidays`, which `reading` must not import: `debttree check` has to start in a tenth of
a second, and whether a file is valid must not depend on the installed version of a library.
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
    """Return the countries in order, each with its regions, in lines of at most 110 characters."""
    known = list_supported_countries(include_aliases=False)
    lines = []
    for country in sorted(code for code in known if len(code) == 2):
        regions = ", ".join(sorted(known[country]))
        line = f"{country}: {regions}" if regions else country
        lines += textwrap.wrap(line, 108, subsequent_indent=" ", break_on_hyphens=False)
    return "\n".join(lines)


def text() -> str:
    """Return the text of the file."""
    return TEXT.format(table=table())


def main() -> int:
    """Write the file, or with `check` return 1 if it is out of date."""
    if sys.argv[1:] == ["update"]:
        FILE.write_text(text(), "utf-8")
        return 0
    return int(FILE.read_text("utf-8") != text())


if __name__ == "__main__":
    sys.exit(main())
