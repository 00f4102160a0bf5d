"""Find translations that may be stale: unchanged although the text changed in another language."""

from collections.abc import Iterable
from typing import Any

from debttree.journey.tree_diff import Difference, Path, Sort
from debttree.model import Text, Tree


def stale_words(tree: Tree, changes: Iterable[Difference], language: str) -> list[Path]:
    """Return the paths of texts whose words in a language may be stale, in the order of the changes.

    A tree does not remember what a text was when it was translated. What can be known is this: since the other
    version, the text was changed in another language and not in this one.

    Args:
        tree: the new version.
        changes: all differences from the old one.
        language: of the words.
    """
    reworded: dict[Path, list[str]] = {}
    for one in changes:
        if one.sort is Sort.REWORDED and one.before is not None and one.after is not None:
            reworded.setdefault(one.path, []).append(one.after)
    return [path for path, words in reworded.items() if _is_left_behind(_text(tree, path), words, language)]


def _is_left_behind(text: Text | None, reworded: list[str], language: str) -> bool:
    wording = text.wording(language) if text else None
    return wording is not None and not wording.missing and wording.text not in reworded


def _text(tree: Tree, path: Path) -> Text | None:
    """Return the text at a path of the new version; None where there is none any more."""
    here: Any = tree if path[0] == "tree" else getattr(tree, path[0])
    for name in path[1:]:
        if isinstance(here, tuple):
            here = {getattr(one, "id", str(number)): one for number, one in enumerate(here)}
        here = here.get(name) if isinstance(here, dict) else getattr(here, name, None)
    return here if isinstance(here, Text) else None
