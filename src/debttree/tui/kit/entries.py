"""Entries of a list that is narrowed down by typing, and the actions, languages and colours among them."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from debttree.locales import INTERFACE_LANGUAGES, Phrases, own_name, readable
from debttree.model import Closeness, clean_line, closeness_of_folded, folded
from debttree.tui.kit.actions import Action, Keymap, keys_of, with_keys
from debttree.tui.kit.page import Line, Run, plain
from debttree.tui.kit.themes import PALETTES


@dataclass(frozen=True, slots=True)
class Perform:
    """An action, as bindings name it."""

    action: str


@dataclass(frozen=True, slots=True)
class Speak:
    """A language, of the guide where it has that one."""

    language: str


@dataclass(frozen=True, slots=True)
class Paint:
    """A theme."""

    theme: str


SHOWN_AT_MOST = 60
"""Entries shown: nobody reads further, they type another letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on offer.

    Attributes:
        item: what it stands for.
        words: how it is shown.
        right: what stands at the right.
        name: the id by which an author knows it.
        title: its title, where `words` hold more than that.
    """

    item: Hashable
    words: Line
    right: Line = ()
    name: str = ""
    title: str = ""


def matching(entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the first entries that hold every word typed: one of that id first, then those that begin so."""
    whole = " ".join(folded(typed).split())
    if not whole:
        return list(islice(entries, SHOWN_AT_MOST))
    wanted = whole.split()
    found: list[list[Entry]] = [[] for _ in Closeness]
    for entry in entries:
        words = plain(entry.words)
        text = folded(f"{entry.name}\n{entry.title or words}\n{words}\n{plain(entry.right)}")
        if all(word in text for word in wanted):
            name, title, _ = text.split("\n", 2)
            found[closeness_of_folded(whole, name, title)].append(entry)
    return list(islice(chain.from_iterable(found), SHOWN_AT_MOST))


def action_entries(say: Phrases, keymap: Keymap, actions: Iterable[Action]) -> Iterator[Entry]:
    """Yield actions by what they do, with their keys.

    Args:
        say: the language.
        keymap: the person's own keys.
        actions: what is on offer.
    """
    for action in with_keys(actions, keymap):
        yield Entry(Perform(action.run), (Run(say.tell(action.help)),), (Run(keys_of(action, 1), "key"),))


def look_entries(say: Phrases, languages: Iterable[str]) -> Iterator[Entry]:
    """Yield the languages of the tree and of the program, and colours.

    Args:
        say: the language.
        languages: those of the tree.
    """
    for language in dict.fromkeys((*readable(tuple(languages)), *INTERFACE_LANGUAGES)):
        right = (Run(say("language"), "dim"),)
        yield Entry(Speak(language), (Run(clean_line(own_name(language))),), right, clean_line(language))
    for palette in PALETTES:
        yield Entry(Paint(palette.name), (Run(palette.name),), (Run(say("colours"), "dim"),))
