"""Write the tables of a new tree as tidy TOML, each guess as a comment above what it made."""

import re
from collections.abc import Iterable

from debttree.editing.starter import token
from debttree.incoming.assembling import NewTable
from debttree.locales import Phrases
from debttree.model import Message
from debttree.reading.reader import FORMAT

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def written(tables: Iterable[NewTable], head: Message, say: Phrases) -> str:
    """Return the file.

    Args:
        tables: in order.
        head: the comment at the top.
        say: the language of comments.
    """
    parts = [f"# {say.tell(head)}\nformat = {token(FORMAT)}\n"]
    parts += [_table(table, say) for table in tables]
    return "\n".join(parts)


def _table(table: NewTable, say: Phrases) -> str:
    lines = [f"# {say.tell(remark)}" for remark in table.remarks]
    name = ".".join(map(_key, table.header))
    lines.append(f"[[{name}]]" if table.is_item else f"[{name}]")
    for key, value in table.values.items():
        shown = f"[{', '.join(map(token, value))}]" if isinstance(value, tuple) else token(value)
        lines.append(f"{key} = {shown}")
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else token(name)
