"""Write the tables of a new tree as tidy TOML, each guess as a comment above what it made."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from debttree.editing.starter import token
from debttree.incoming.assembling import NewTable
from debttree.locales import Phrases
from debttree.model import Message
from debttree.reading.reader import FORMAT

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TEXTS = frozenset(("title", "summary", "label", "text", "caution", "actor"))


class Promised(NamedTuple):
    """What the author states in addition to the source: languages, and the country of holidays."""

    languages: tuple[str, ...] = ()
    holidays: str | None = None


def written(tables: Iterable[NewTable], head: Message, say: Phrases, promised: Promised | None = None) -> str:
    """Return the file.

    Args:
        tables: in order.
        head: the comment at the top.
        say: the language of comments.
        promised: with languages, the words of the source are in the first one.
    """
    promised = promised or Promised()
    parts = [f"# {say.tell(head)}\nformat = {token(FORMAT)}\n"]
    parts += [_table(table, say, promised) for table in tables]
    return "\n".join(parts)


def _table(table: NewTable, say: Phrases, promised: Promised) -> str:
    lines = [f"# {say.tell(remark)}" for remark in table.remarks]
    name = ".".join(map(_key, table.header))
    lines.append(f"[[{name}]]" if table.is_item else f"[{name}]")
    for key, value in table.values.items():
        shown = _list(value) if isinstance(value, tuple) else token(value)
        language = f".{_key(promised.languages[0])}" if promised.languages and key in _TEXTS else ""
        lines.append(f"{key}{language} = {shown}")
    if table.header == ("tree",):
        lines += [f"languages = {_list(promised.languages)}"] if promised.languages else []
        lines += [f"holidays = {token(promised.holidays)}"] if promised.holidays else []
    return "\n".join(lines) + "\n"


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(token, values))}]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else token(name)
