"""From bytes to a tree: TOML, the places of things in the file, and problems.

`read_bytes` takes a file's bytes, `read` makes a `Reading` of them, `places.Places` finds lines and columns.
Problems that only the graph shows, and those that depend on the day, are found by `debttree.analysis.checking`,
which is what commands call.
"""

from debttree.reading.file import STDIN, NotThere, read_bytes
from debttree.reading.reader import FORMAT, Reading, read, read_parsed
from debttree.reading.toml import Data, Parsed, parse

__all__ = [
    "FORMAT",
    "STDIN",
    "Data",
    "NotThere",
    "Parsed",
    "Reading",
    "parse",
    "read",
    "read_bytes",
    "read_parsed",
]
