"""Learn an author's style from the lines next to where something new is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from debttree.editing.toml.lines import indent_at, newline_of
from debttree.editing.toml.source import SourceText
from debttree.editing.toml.tokens import Value, key_token, value_token
from debttree.reading.places import Host
from debttree.reading.spans import KeyValue, key_parts

_LOOKED_AT = 20
"""Most entries that are read to learn the blanks around the equals sign."""


@dataclass(frozen=True, slots=True)
class WritingStyle:
    """The style of one author.

    Attributes:
        newline: the line end.
        indent: the blanks before an entry.
        equals: the text between key and value, such as ` = `.
        padding: the blanks inside the braces of an inline table.
        texts: keys whose tables hold one text in several languages.
        dotted_texts: whether a text in several languages is written `title.en = ...`, not `title = { en = ... }`.
    """

    newline: str
    indent: str = ""
    equals: str = " = "
    padding: str = " "
    texts: frozenset[str] = frozenset()
    dotted_texts: bool = True

    def lines(self, fields: Mapping[str, Value], prefix: str = "") -> list[str]:
        """Return the entries of a block, one per line, with `prefix` before each key."""
        return [
            f"{self.indent}{prefix}{key}{self.equals}{self.value(value)}" for key, value in self._flat(fields)
        ]

    def inline(self, fields: Mapping[str, Value]) -> str:
        """Return an inline table."""
        return self._braces(f"{key}{self.equals}{self.member(value)}" for key, value in self._flat(fields))

    def members(self, fields: Mapping[str, Value], prefix: str = "") -> list[str]:
        """Return the pairs of an inline table, with `prefix` before each key."""
        return [f"{prefix}{key}{self.equals}{self.member(value)}" for key, value in self._flat(fields)]

    def value(self, value: Value) -> str:
        """Return a value as written in a block: long strings and arrays of tables take several lines."""
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            inner = f"{self.newline}{self.indent}    "
            items = "".join(f"{inner}{self.member(item)}," for item in value)
            return f"[{items}{self.newline}{self.indent}]"
        return self.member(value) if isinstance(value, dict | list) else value_token(value, self.newline)

    def member(self, value: Value) -> str:
        """Return a value as written in an inline table or array: on one line, as TOML 1.0 requires."""
        if isinstance(value, dict):
            return self.inline(value)
        if isinstance(value, list):
            return "[" + ", ".join(map(self.member, value)) + "]"
        return value_token(value)

    def is_dotted(self, name: str, value: Value) -> bool:
        """Return whether a value is a text to write with a dotted key for each language."""
        return self.dotted_texts and name in self.texts and isinstance(value, dict) and bool(value)

    def _flat(self, fields: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
        """Yield keys as written, dotted or not, with their values."""
        for name, value in fields.items():
            if self.is_dotted(name, value):
                for language, words in value.items():
                    yield f"{key_token(name)}.{key_token(language)}", words
            else:
                yield key_token(name), value

    def _braces(self, pairs: Iterable[str]) -> str:
        inner = ", ".join(pairs)
        return f"{{{self.padding}{inner}{self.padding}}}" if inner else "{}"


def style_of(source: SourceText, host: Host | None, *others: Host) -> WritingStyle:
    """Return the style to write a new thing in.

    Args:
        source: the text.
        host: the block or inline table that the new thing goes into or beside; None: the usual style of trees.
        others: further examples of how texts are written.
    """
    style = WritingStyle(newline_of(source.text), texts=source.conventions.texts)
    if host is None:
        return style
    found = source.entries(host)
    if isinstance(host, int):
        line = found[-1].line if found else source.blocks.starts[host]
        style = replace(style, indent=indent_at(source.text, line))
    elif found and not source.text[host.start + 1 : found[0].key].strip(" \t"):
        style = replace(style, padding=source.text[host.start + 1 : found[0].key])
    if found:
        style = replace(style, equals=min((_equals(source, entry) for entry in found[-_LOOKED_AT:]), key=len))
    evidence = (_dotted_texts(source, other) for other in (host, *others))
    shown = next((dotted for dotted in evidence if dotted is not None), isinstance(host, int))
    return replace(style, dotted_texts=shown)


def _equals(source: SourceText, entry: KeyValue) -> str:
    """Return the text between key and value; if values are aligned, the shortest one."""
    return source.text[key_parts(source.text, entry.key)[-1].span.end : entry.value.start]


def _dotted_texts(source: SourceText, host: Host) -> bool | None:
    """Return whether texts in several languages are written with dotted keys here; None if there are none."""
    texts = source.conventions.texts
    for entry in source.entries(host):
        if len(entry.names) > 1 and entry.names[-2] in texts:
            return True
        if entry.names[-1] in texts and source.text[entry.value.start] == "{":
            return False
    return None
