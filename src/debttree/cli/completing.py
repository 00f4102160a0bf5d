"""Complete a command line for the Tab key of shells: commands, options, and names out of trees."""

import argparse
import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from debttree.cli.arguments import arguments_of, commands, with_command
from debttree.export import Redaction
from debttree.journey.store import list_journeys
from debttree.locales import INTERFACE_LANGUAGES, Phrases
from debttree.model import Tree, Trouble
from debttree.reading import STDIN, read, read_bytes
from debttree.storage.library import DEFAULT_TREE, find_tree, trees

_HARMLESS = re.compile(r"[\w@%+=:,./-]+")
"""Words that no shell interprets. File names and ids come from outside, so no others are offered."""

_REPEATABLE = ("avoid", "date")
"""Options that may be given more than once."""


def candidates(line: str, say: Phrases) -> list[str]:
    """Return the words that may stand at the end of a command line; none where a file name may.

    Args:
        line: the command line up to the cursor, the program's name first.
        say: the language; words do not depend on it.
    """
    *before, prefix = _words(line)[1:] or [""]
    try:
        found = list(_following(before, prefix, say))
    except Trouble:  # errors are not shown while somebody presses Tab
        return []
    return [word for word in dict.fromkeys(found) if word.startswith(prefix) and _HARMLESS.fullmatch(word)]


def _words(line: str) -> list[str]:
    """Return the words of a line as a shell splits them; the last is being typed, and may be empty."""
    for quote in ("", "'", '"'):
        try:
            words = shlex.split(line + quote)
        except ValueError:  # a quote is still open
            continue
        return [*words, ""] if not quote and line[-1:].isspace() else words
    return []


def _following(before: list[str], prefix: str, say: Phrases) -> Iterable[str]:
    names = list(commands(say))
    full = with_command(before, names)
    at = next((number for number, word in enumerate(full) if word in names), None)
    if at is None:  # help or the version was asked for
        return ()
    typed = _Typed(arguments_of(full[at], say), [*full[:at], *full[at + 1 :]])
    found = typed.following(prefix)
    is_first = full != before and not typed.values.keys() & {"tree"} and typed.waiting is None
    return chain(names, ["--version"], found) if is_first else found


class _Typed:
    """The part of a command line that has been typed: which options are there, and their values.

    Args:
        arguments: those that the command takes.
        words: all but the command's name and the word being typed.
    """

    def __init__(self, arguments: Iterable[argparse.Action], words: Iterable[str]) -> None:
        arguments = list(arguments)
        self._options = {name: option for option in arguments for name in option.option_strings}
        self._places = [argument for argument in arguments if not argument.option_strings]
        self.values: dict[str, list[str]] = {}
        self.waiting: argparse.Action | None = None
        """The option whose value comes next."""
        self._missing = 0
        for word in words:
            self._read(word)

    def _read(self, word: str) -> None:
        name, has_value, value = word.partition("=")
        place = self._next_place()
        if self.waiting is not None:
            self._give(self.waiting, word)
        elif name in self._options:
            self.waiting = self._options[name]
            self._missing = self.waiting.nargs if isinstance(self.waiting.nargs, int) else 1
            self.values.setdefault(self.waiting.dest, [])
            if has_value:
                self._give(self.waiting, value)
        elif place is not None:
            self.values.setdefault(place.dest, []).append(word)
        if not self._missing:
            self.waiting = None

    def _give(self, option: argparse.Action, value: str) -> None:
        self.values[option.dest].append(value)
        self._missing -= 1

    def _next_place(self) -> argparse.Action | None:
        """Return the positional argument that the next word is for."""
        return next((p for p in self._places if p.nargs == "+" or p.dest not in self.values), None)

    def following(self, prefix: str) -> Iterable[str]:
        """Return what may come next, at least everything that begins with `prefix`."""
        name, has_value, value = prefix.partition("=")
        if self.waiting is not None:
            return self._values_for(self.waiting, prefix)
        if has_value and name in self._options:
            return (f"{name}={found}" for found in self._values_for(self._options[name], value))
        if prefix.startswith("-"):
            return (name for name, option in self._options.items() if self._may_follow(option))
        place = self._next_place()
        return self._values_for(place, prefix) if place is not None else ()

    def _may_follow(self, option: argparse.Action) -> bool:
        return option.dest not in self.values or option.dest in _REPEATABLE

    def _values_for(self, argument: argparse.Action, prefix: str) -> Iterable[str]:
        if argument.choices is not None:
            return map(str, argument.choices)
        values = _VALUES.get(argument.dest)
        return values(self, prefix) if values is not None else ()

    @property
    def tree(self) -> Tree | None:
        """The tree that the command is about; None where it cannot be read.

        Raises:
            Trouble: there is no such tree.
        """
        name = next(chain(self.values.get("tree", ()), self.values.get("file", ())), DEFAULT_TREE)
        file = find_tree(name)
        return None if name == STDIN else read(read_bytes(file), file.stem).tree


def _tree_names(typed: _Typed, prefix: str) -> Iterable[str]:
    return (name for name, _, _ in trees())


def _journeys(typed: _Typed, prefix: str) -> Iterable[str]:
    return (entry.name for entry in list_journeys())


def _nodes(typed: _Typed, prefix: str) -> Iterable[str]:
    return typed.tree.nodes if typed.tree else ()


def _consequences(typed: _Typed, prefix: str) -> Iterable[str]:
    return typed.tree.consequences if typed.tree else ()


def _deadlines(typed: _Typed, prefix: str) -> Iterable[str]:
    """Yield the names for `--date`: events, then deadlines without a declared event."""
    if typed.tree is None:
        return
    yield from (f"{event}=" for event in typed.tree.events)
    for node in typed.tree.nodes.values():
        yield from (f"{node.id}:{deadline.id}=" for deadline in node.deadlines if deadline.on is None)


def _paths(typed: _Typed, prefix: str) -> Iterable[str]:
    """Yield paths one element longer than the typed one, or with a choice behind its last colon."""
    tree = typed.tree
    if tree is None:
        return
    *walked, last = prefix.split(",")
    head = "".join(f"{element}," for element in walked)
    name, colon, _ = last.partition(":")
    if colon:
        choices = tree.nodes[name].choices if name in tree.nodes else ()
        yield from (f"{head}{name}:{choice.id}" for choice in choices)
    elif walked:
        name, _, taken = walked[-1].partition(":")
        choices = tree.nodes[name].choices if name in tree.nodes else ()
        yield from (head + choice.to for choice in choices if taken in ("", choice.id))
    else:
        yield from tree.nodes


def _redactions(typed: _Typed, prefix: str) -> Iterable[str]:
    return (*Redaction, ",".join(Redaction))


def _renamed(typed: _Typed, prefix: str) -> Iterable[str]:
    """Return the ids of the kind that is to be renamed."""
    from debttree.cli.commands.rename import KINDS

    kind = KINDS.get(typed.values.get("kind", ["node"])[0], "")
    return getattr(typed.tree, kind, ())


def _languages(typed: _Typed, prefix: str) -> Iterable[str]:
    """Return the languages of the tree, and those that the program speaks."""
    try:
        tree = typed.tree
    except Trouble:
        tree = None
    return (*(tree.languages if tree else ()), *INTERFACE_LANGUAGES)


_VALUES: Mapping[str, Callable[[_Typed, str], Iterable[str]]] = {
    "tree": _tree_names,
    "journey": _journeys,
    "lang": _languages,
    "rename": _journeys,
    "duplicate": _journeys,
    "delete": _journeys,
    "compare": _journeys,
    "at": _nodes,
    "start": _nodes,
    "to": _nodes,
    "avoid": _consequences,
    "date": _deadlines,
    "path": _paths,
    "redact": _redactions,
    "old": _renamed,
}
"""Functions that yield the values of an argument, by its name; for other arguments a shell offers files."""
