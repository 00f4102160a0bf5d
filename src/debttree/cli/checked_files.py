"""The files that somebody means who names files, folders and patterns."""

import glob
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from debttree.model import Trouble, msg
from debttree.storage.library import ENDING, find_tree, trees

_READ_AT_MOST = 65_536
"""Bytes of a file that are looked at to know what it is: its format is its first key, or nearly so."""

_FORMAT = re.compile(rb"""^[ \t]*["']?format["']?[ \t]*=[ \t]*["']debttree(-story)?/""", re.MULTILINE)


@dataclass(frozen=True)
class MeantFile:
    """What one name stands for.

    Attributes:
        trees: files of trees, in the order of their names.
        stories: files of stories that were found beside them, which are no trees.
    """

    trees: tuple[Path, ...]
    stories: tuple[Path, ...] = ()


def files_of(name: str) -> MeantFile:
    """Return the files of trees that a name stands for: a file, a tree's name, a folder with all below it, a pattern.

    Raises:
        Trouble: there is none.
    """
    if name == "-" or name in (known for known, _, _ in trees()):
        return MeantFile((find_tree(name),))
    if os.path.isdir(name):  # noqa: PTH112 - false where nobody may look or the name is too long
        found = [*_below(Path(name))]
    elif glob.has_magic(name) and not os.path.lexists(name):
        matches = [Path(match) for match in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207 - as a shell reads it
        found = [file for match in matches for file in (_below(match) if os.path.isdir(match) else [match])]  # noqa: PTH112 - the same
    else:
        return MeantFile((find_tree(name),))
    kinds = {file: _kind(file) for file in found}
    meant = MeantFile(*(tuple(file for file in kinds if kinds[file] == kind) for kind in ("tree", "stories")))
    if not meant.trees:
        hint = msg('A tree is a file that ends in .toml and says format = "debttree/1".')
        raise Trouble(msg("No tree is there: {place}", place=name), hint)
    return meant


def _below(folder: Path) -> Iterator[Path]:
    """Yield the TOML files of a folder and of those in it, but for hidden ones; links to folders are not followed.

    A folder that cannot be read is yielded itself, so that whoever reads it says so.
    """

    closed: list[Path] = []
    for here, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(Path(str(error.filename)))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if name.endswith(ENDING))
    yield from closed


def _kind(file: Path) -> str:
    """Return whether a file is a tree, stories, or something else; what cannot be read may be a tree."""
    if not os.path.isfile(file):  # noqa: PTH113 - the same; a pipe would be waited for
        return "tree" if os.path.isdir(file) else ""  # noqa: PTH112 - the same
    try:
        with file.open("rb") as opened:
            found = _FORMAT.search(opened.read(_READ_AT_MOST))
    except OSError:
        return "tree"
    if found is None:
        return ""
    return "stories" if found[1] else "tree"
