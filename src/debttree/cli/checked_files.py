"""Find the tree files for a list of files, folders and patterns."""

import glob
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from debttree.model import Trouble, msg
from debttree.storage.library import ENDING, find_tree, trees

_READ_AT_MOST = 65_536
"""Bytes of a file that are read to recognise it: `format` is one of its first keys."""

_FORMAT = re.compile(rb"""^[ \t]*["']?format["']?[ \t]*=[ \t]*["']debttree(-story)?/""", re.MULTILINE)


ENTRIES_AT_MOST = 200_000
"""Most files and folders visited for one name: with more it is a whole disk, not a folder of trees."""

_NOT_OURS = frozenset({"node_modules", "__pycache__", "site-packages"})
"""Folders of other programs, which are skipped, as are hidden folders and Python environments of any name."""


@dataclass(frozen=True)
class MeantFile:
    """The files that one name stands for.

    Attributes:
        trees: files of trees, in the order of their names.
        stories: files of stories that were found beside them, which are no trees.
        is_cut: whether there were more than `ENTRIES_AT_MOST`.
    """

    trees: tuple[Path, ...]
    stories: tuple[Path, ...] = ()
    is_cut: bool = False


def files_of(name: str) -> MeantFile:
    """Return the files of trees that a name stands for: a file, a tree's name, a folder with all below it, a pattern.

    Raises:
        Trouble: there is none.
    """
    if name == "-" or name in (known for known, _, _ in trees()):
        return MeantFile((find_tree(name),))
    if os.path.isdir(name):  # noqa: PTH112 - false where nobody may look or the name is too long
        walked = _below(Path(name))
    elif glob.has_magic(name) and not os.path.lexists(name):
        walked = _matching(name)
    else:
        file = find_tree(name)
        return MeantFile((), (file,)) if _kind(file) == "stories" else MeantFile((file,))
    found = [*islice(walked, ENTRIES_AT_MOST)]
    is_cut = next(walked, None) is not None
    kinds = {file: _kind(file) for file in found if file is not None}
    ours, stories = (tuple(file for file in kinds if kinds[file] == kind) for kind in ("tree", "stories"))
    meant = MeantFile(ours, stories, is_cut)
    if not meant.trees and not is_cut:
        hint = msg('A tree is a file that ends in .toml and says format = "debttree/1".')
        raise Trouble(msg("No tree is there: {place}", place=name), hint)
    return meant


def cut_off(name: str) -> Trouble:
    """Return the message for a name that stands for too many files."""
    return Trouble(
        msg(
            "{place} holds too much: only the first {n} files and folders were looked at.",
            place=name,
            n=ENTRIES_AT_MOST,
        ),
        msg("Name the folder that the trees are in."),
    )


def _below(folder: Path) -> Iterator[Path | None]:
    """Yield the TOML files of a folder and its subfolders, and None for each other file or folder visited.

    Hidden files and folders are passed over, and those of other programs; links to folders are not followed. A folder
    that cannot be read is yielded itself, so that whoever reads it says so.
    """
    closed: list[Path] = []
    for here, folders, files in os.walk(
        folder, onerror=lambda error: closed.append(Path(str(error.filename)))
    ):
        folders[:] = sorted(name for name in folders if _is_ours(here, name))
        yield from (None for _ in folders)
        for name in sorted(files):
            yield Path(here, name) if name.endswith(ENDING) and not name.startswith(".") else None
    yield from closed


def _is_ours(here: str, name: str) -> bool:
    """Return whether a folder is searched for trees."""
    is_known = name.startswith(".") or name in _NOT_OURS
    return not is_known and not os.path.lexists(os.path.join(here, name, "pyvenv.cfg"))  # noqa: PTH118 - as os.walk has it


def _matching(pattern: str) -> Iterator[Path | None]:
    """Yield the files that a pattern stands for, with all below the folders that it stands for; None as above.

    `**` is any number of folders, and follows no links: they may lead in circles. Without it they are followed.
    """
    parts = Path(pattern).parts
    plain = next(number for number, part in enumerate(parts) if glob.has_magic(part))
    base, wanted = Path(*parts[:plain]), parts[plain:]
    is_deep = "**" in wanted
    for here, folders, files in os.walk(base, followlinks=not is_deep):
        within = Path(here).relative_to(base).parts
        entered = []
        for name in sorted(folders):
            if is_deep and not _is_ours(here, name):
                yield None
            elif _fits((*within, name), wanted):
                yield from _below(Path(here, name))
            elif is_deep or _fits((*within, name), wanted[: len(within) + 1]):
                entered.append(name)
                yield None
        folders[:] = entered
        yield from (Path(here, name) if _fits((*within, name), wanted) else None for name in sorted(files))


def _fits(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    """Return whether the parts of a path match those of a pattern, as in a shell."""
    if not wanted:
        return not parts
    first, *rest = wanted
    if first == "**":
        seen = next((number for number, part in enumerate(parts) if part.startswith(".")), len(parts))
        return any(_fits(parts[skipped:], rest) for skipped in range(seen + 1))
    if not parts or (parts[0].startswith(".") and not first.startswith(".")):
        return False
    return fnmatchcase(parts[0], first) and _fits(parts[1:], rest)


def _kind(file: Path) -> str:
    """Return whether a file is a tree, stories, or something else; an unreadable file counts as a tree."""
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
