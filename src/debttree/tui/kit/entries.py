"""Entries of a list that is narrowed down by typing, and the actions, languages and colours among them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debttree.locales import LANGUAGE_NAMES, Phrases
from debttree.tui.kit.actions import Action, Keymap, keys_of, with_keys
from debttree.tui.kit.page import Line, Run, plain
from debttree.tui.kit.themes import PALETTES

RUN = "run:"
"""An action, as bindings name it."""
LANGUAGE = "language:"
"""A language of the screen."""
THEME = "theme:"
"""A theme."""

SHOWN_AT_MOST = 60
"""Entries shown: nobody reads further, they type another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on offer: what it stands for, its words, and what stands at the right."""

    item: str
    words: Line
    right: Line = ()

    def matches(self, wanted: Iterable[str]) -> bool:
        """Whether every word typed is somewhere in it."""
        text = f"{plain(self.words)} {plain(self.right)}".casefold()
        return all(word in text for word in wanted)


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """The first entries that hold every word typed."""
    wanted = typed.casefold().split()
    found: list[Entry] = []
    for entry in entries:
        if len(found) == SHOWN_AT_MOST:
            break
        if entry.matches(wanted):
            found.append(entry)
    return found


def action_entries(say: Phrases, keymap: Keymap, actions: Iterable[Action]) -> Iterator[Entry]:
    """Actions by what they do, with their keys."""
    for action in with_keys(actions, keymap):
        yield Entry(RUN + action.run, (Run(say.tell(action.help)),), (Run(keys_of(action, 1), "key"),))


def look_entries(say: Phrases) -> Iterator[Entry]:
    """The languages of the screen, and its colours."""
    for language, name in LANGUAGE_NAMES.items():
        yield Entry(LANGUAGE + language, (Run(name),), (Run(say("language"), "dim"),))
    for palette in PALETTES:
        yield Entry(THEME + palette.name, (Run(palette.name),), (Run(say("colours"), "dim"),))
