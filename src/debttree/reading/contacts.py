"""The contacts and events of a tree file."""

import re

from debttree.model import Aim, Contact, DataPath, Event, Text, clean_line, msg
from debttree.reading import keys
from debttree.reading.collector import Collector, Table

_PHONE = re.compile(r"(?=.*[0-9*#])[0-9 +()#*,-]+")
"""What people dial and telephones take; a letter may be a trap, and no screen can say how it is dialled."""


def contact(collect: Collector, name: str, table: Table, path: DataPath) -> Contact:
    """Return one contact of `[contacts]`.

    Args:
        collect: takes values out and collects problems.
        name: its id.
        table: what the file says of it.
        path: data path of `table`.
    """
    collect.known_keys(table, keys.CONTACT, path)
    if "phone" not in table and "url" not in table:
        message = msg('How is "{name}" reached? It has neither a phone nor a url.', name=name)
        hint = msg('Add phone = "..." or url = "...".')
        collect.error("contact-without-way", path, message, hint, Aim.KEY)
    url = collect.string(table, "url", path)
    if url:
        collect.seen(url, (*path, "url"))
    return Contact(
        id=name,
        title=collect.text(table, "title", path, required=True) or Text.of(name),
        phone=_phone(collect, table, path),
        url=clean_line(url) if url else None,
        hours=collect.text(table, "hours", path),
        cost=collect.text(table, "cost", path),
        checked=collect.date(table, "checked", path),
    )


def _phone(collect: Collector, table: Table, path: DataPath) -> str | None:
    phone = collect.string(table, "phone", path)
    if phone is not None and not _PHONE.fullmatch(phone):
        message = msg('"{number}" cannot be dialled.', number=phone)
        hint = msg(
            "A phone holds digits, spaces and {signs} alone; say the rest in its title.", signs="+-()#*,"
        )
        collect.error("bad-phone", (*path, "phone"), message, hint)
        return None
    return phone


def event(collect: Collector, name: str, table: Table, path: DataPath) -> Event:
    """Return one event of `[events]`.

    Args:
        collect: takes values out and collects problems.
        name: its id.
        table: what the file says of it.
        path: data path of `table`.
    """
    collect.known_keys(table, keys.EVENT, path)
    return Event(name, collect.text(table, "title", path, required=True) or Text.of(name))
