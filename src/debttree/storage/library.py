"""Find trees by name: the bundled ones, and those in the user's own folder."""

import os
from collections.abc import Sequence
from pathlib import Path

from debttree.model import Trouble, msg, suggestion
from debttree.storage.folders import data_folder
from debttree.storage.naming import is_there

DEFAULT_TREE = "alipay-overdue"
"""What opens where no tree is named."""

ENDING = ".toml"
"""The ending of a tree's file."""

STORIES = ".stories.toml"
"""The ending of a file of stories, which lies beside a tree and tests it."""


def bundled_folder() -> Path:
    """Return the folder of this program's trees: in a checkout the one to edit, else in the package.

    An editable install runs from the checkout, so that an edit shows at once.
    """
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    if package.parent.name == "src" and (checkout / "pyproject.toml").is_file():
        return checkout / "trees"
    return package / "trees"


def schema_file() -> Path:
    """Return the JSON Schema of the format. The first lines of the bundled trees point to it."""
    return bundled_folder() / "debttree-1.schema.json"


def user_folder() -> Path:
    """Return the folder of the user's own trees. It may not exist."""
    return data_folder() / "trees"


def trees() -> list[tuple[str, Path, bool]]:
    """Return name, file and whether it is bundled, of every tree that has a name; bundled ones first, by name."""
    return [
        (file.stem, file, bundled)
        for folder, bundled in ((bundled_folder(), True), (user_folder(), False))
        for file in _files(folder)
    ]


def is_bundled(file: Path) -> bool:
    """Return whether a file is one of the bundled trees, which nobody edits in place."""
    return Path(os.path.realpath(file)).parent == bundled_folder().resolve()


def find_tree(name: str) -> Path:
    """Return the file of a tree: a path (it has a `/` or ends in .toml), else a name.

    Raises:
        Trouble: no tree has this name, or two have.
    """
    if is_path(name):
        return Path(name)
    found = [file for known, file, _ in trees() if known == name]
    if len(found) > 1:
        places = ", ".join(str(file) for file in found)
        raise Trouble(
            msg('Two trees are called "{name}": {places}', name=name, places=places),
            msg("Give the path of the one that you mean."),
        )
    if not found:
        known = [known for known, _, _ in trees()]
        file = Path(name + ENDING)
        hint = (
            msg("A file {file} is here: give its name in full.", file=str(file))
            if is_there(file)
            else suggestion(
                name,
                known,
                msg("Known are: {words}. A file's path has a / or ends in .toml.", words=", ".join(known)),
            )
        )
        raise Trouble(msg('There is no tree called "{name}".', name=name), hint)
    return found[0]


def find_guide(name: str, beside: Path) -> Path | None:
    """Return the file of the guide that an outcome leads to, or None: beside a file, else bundled, else the user's own.

    Args:
        name: of the guide; a name that is none of a file in such a folder finds nothing.
        beside: the file of the tree that names it.
    """
    if is_path(name) or name != Path(name).name:
        return None
    folders = (beside.parent, bundled_folder(), user_folder())
    return next((file for folder in folders for file in _files(folder) if file.stem == name), None)


def next_guide(name: str, walked: Sequence[Path]) -> Path:
    """Return the file of the guide that the last of some guides leads to.

    Args:
        name: of the guide.
        walked: the files of the guides that are walked, each reached from the one before.

    Raises:
        Trouble: there is none, or it is walked already: two walks at once would be kept in one journey.
    """
    found = find_guide(name, walked[-1])
    if found is None:
        raise Trouble(
            msg('There is no guide called "{name}".', name=name),
            msg(
                "Its file was to stand beside this one, or in your own folder: {folder}",
                folder=str(user_folder()),
            ),
        )
    if any(os.path.realpath(found) == os.path.realpath(file) for file in walked):
        raise Trouble(
            msg('You came from the guide "{name}".', name=name), msg("q goes back to it, to where you were.")
        )
    return found


_MARKS = ("/", "\\")
"""What separates the parts of a path here or elsewhere: `C:\\Users\\me` is nobody's tree by name."""


def is_path(name: str) -> bool:
    """Return whether `name` is meant as a path, not as the name of a known tree."""
    return any(mark in name for mark in _MARKS) or name.endswith(ENDING) or name == "-"


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(
            file
            for file in folder.iterdir()
            if file.suffix == ENDING and not file.name.startswith(".") and not file.name.endswith(STORIES)
        )
    except OSError:
        return []
