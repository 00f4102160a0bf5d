"""Find every text of a tree file and name its place, for translators and for the search for untranslated texts.

A place is ids and keys with dots between, as in `nodes.overdue.choices.call.label`. A place is looked up among the
places of the present tree and never parsed, so a file from outside can only name texts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from debttree.editing.shape import NAMED, TREE_FILE
from debttree.model import DataPath, Message, default_choice_ids, msg

_LISTS = ("checklist", "deadlines", "choices")
"""The lists of a node whose items have texts."""

_KINDS: Mapping[tuple[str, str], Message] = {
    ("tree", "title"): msg("title of the guide"),
    ("tree", "summary"): msg("summary of the guide"),
    ("tree", "disclaimer"): msg("what the guide is not"),
    ("tree", "call_reminder"): msg("reminder during a call"),
    ("urgent", "label"): msg("something urgent"),
    ("stages", "title"): msg("name of a stage"),
    ("consequences", "title"): msg("name of a consequence"),
    ("consequences", "text"): msg("text of a consequence"),
    ("contacts", "title"): msg("name of a contact"),
    ("contacts", "hours"): msg("hours of a contact"),
    ("contacts", "cost"): msg("cost of a contact"),
    ("events", "title"): msg("an event"),
    ("sources", "title"): msg("title of a source"),
    ("nodes", "title"): msg("title of a step"),
    ("nodes", "text"): msg("text of a step, in Markdown"),
    ("nodes", "actor"): msg("who answers"),
    ("checklist", "text"): msg("item of a checklist"),
    ("deadlines", "event"): msg("event of a deadline"),
    ("deadlines", "text"): msg("what a deadline is for"),
    ("choices", "label"): msg("label of a choice"),
    ("choices", "text"): msg("text of a choice, in Markdown"),
    ("choices", "caution"): msg("caution of a choice"),
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a tree file in all its languages.

    Attributes:
        place: its name, for people and for files of translators.
        path: its data path.
        words: its words by language; the language "" is a plain string, which serves every language.
    """

    place: str
    path: DataPath
    words: Mapping[str, str]

    @property
    def serves_all(self) -> bool:
        """Whether it is a plain string for every language."""
        return "" in self.words

    def missing_in(self, promised: tuple[str, ...]) -> tuple[str, ...]:
        """Return the promised languages that it lacks; none if it is a plain string."""
        if self.serves_all:
            return ()
        return tuple(language for language in promised if not self.words.get(language, "").strip())

    @property
    def kind(self) -> Message:
        """The kind of text, in words for people."""
        owner = str(self.path[2] if len(self.path) == _DEPTH_IN_LISTS else self.path[0])
        return _KINDS.get((owner, str(self.path[-1])), msg("a text"))

    @property
    def node(self) -> str | None:
        """The id of the node that it belongs to, or None."""
        return str(self.path[1]) if self.path[0] == "nodes" else None

    def source(self, languages: tuple[str, ...], target: str) -> str | None:
        """Return the language to translate it from: the first of `languages` that it has, else the first one written.

        Args:
            languages: the preferred languages, the best first.
            target: the language to translate into, which is never the source.
        """
        written = [language for language in (*languages, *self.words) if self.words.get(language, "").strip()]
        return next((language for language in written if language != target), None)


_DEPTH_IN_LISTS = 5
"""Number of keys in a path like `nodes`, id, `choices`, number, `label`."""


def passages(data: Mapping[str, Any]) -> Iterator[Passage]:
    """Yield the texts of a tree file in file order. Values of a wrong type are skipped."""
    seen: dict[str, int] = {}
    for place, path, value in _texts(data):
        seen[place] = seen.get(place, 0) + 1
        words = {"": value} if isinstance(value, str) else value
        yield Passage(place if seen[place] == 1 else f"{place}#{seen[place]}", path, words)


def to_translate(every: Iterable[Passage], promised: tuple[str, ...]) -> list[Passage]:
    """Return the texts that miss a promised language; where none does, those that are one string for several.

    Args:
        every: the texts of a tree file.
        promised: the languages that every text should have.
    """
    every = list(every)
    missing = [passage for passage in every if passage.missing_in(promised)]
    return missing or [passage for passage in every if passage.serves_all and len(promised) > 1]


def _texts(data: Mapping[str, Any]) -> Iterator[tuple[str, DataPath, Any]]:
    for key, value in data.items():
        if key == "tree":
            yield from _of_table(value, ("tree",), "tree")
        elif key == "urgent":
            yield from _of_list(value, (key,), key)
        elif key in NAMED and isinstance(value, dict):
            for name, table in value.items():
                yield from _of_table(table, (key, name), f"{key}.{name}")


def _of_table(table: object, path: DataPath, place: str) -> Iterator[tuple[str, DataPath, Any]]:
    for key, value in table.items() if isinstance(table, dict) else ():
        if key in TREE_FILE.texts and _is_text(value):
            yield f"{place}.{key}", (*path, key), value
        elif key in _LISTS and path[0] == "nodes" and len(path) == 2:
            yield from _of_list(value, (*path, key), f"{place}.{key}")


def _of_list(items: object, path: DataPath, place: str) -> Iterator[tuple[str, DataPath, Any]]:
    if not isinstance(items, list):
        return
    for index, (item, name) in enumerate(zip(items, _names(items, str(path[-1])), strict=True)):
        yield from _of_table(item, (*path, index), f"{place}.{name}")


def _names(items: list[Any], key: str) -> list[str]:
    """Return the ids of the items of a list; choices without an id have their default id."""
    tables = [item if isinstance(item, dict) else {} for item in items]
    if key == "choices":
        given = [name if isinstance(name := item.get("id"), str) else None for item in tables]
        return default_choice_ids([str(item.get("to", "")) for item in tables], given)
    return [str(item.get("to" if key == "urgent" else "id", number)) for number, item in enumerate(tables)]


def _is_text(value: object) -> bool:
    if isinstance(value, dict):
        return bool(value) and all(isinstance(words, str) for words in value.values())
    return isinstance(value, str)
