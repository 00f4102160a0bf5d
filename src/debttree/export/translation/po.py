"""Translations as a PO file, as Poedit, Weblate and their like write it: `msgctxt` is the place of the text.

A text whose source has been changed since it was translated is `fuzzy`, with the former source as its previous one.
"""

import datetime as dt
import re
from io import BytesIO
from typing import TYPE_CHECKING

from debttree.editing.translating import Given
from debttree.export.translation.sheet import Returned, TextSheet, decoded
from debttree.locales import Phrases
from debttree.model import Trouble, clean_line, msg

if TYPE_CHECKING:
    from babel.messages.catalog import Message

_GUESSED_FLAGS = ("python-format", "python-brace-format")
"""What babel takes "100% des" for; tools would then ask for the same signs in the translation."""

_WHOLE = re.compile(r'(?:msg\w+(?:\[\w+\])?\s*)?"(?:[^"\\]|\\.)*"|#.*|')
"""A line of a PO file, without the blanks around it."""

_SHOWN = 60
"""Characters that are shown of a line."""


def po(sheet: TextSheet, say: Phrases, today: dt.date) -> bytes:
    """Return the rows as a PO file.

    Args:
        sheet: what to translate.
        say: the language of the comments.
        today: when it was made.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    note = say("msgctxt is the place of each text. Leave it and msgid as they are.")
    catalogue = Catalog(
        locale=sheet.language.replace("-", "_"),
        project=clean_line(sheet.tree),
        version=sheet.version,
        header_comment=f"# {note}",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
        creation_date=dt.datetime.combine(today, dt.time(), dt.UTC),
    )
    for row in sheet.rows:
        node = row.passage.node
        comments = [say.tell(row.passage.kind)]
        if node is not None and node in sheet.titles:
            comments.append(f"{say.tell(sheet.kinds[node])}: {clean_line(sheet.titles[node])}")
        message = catalogue.add(
            row.source,
            row.translation,
            flags=("fuzzy",) if row.is_stale else (),
            auto_comments=comments,
            previous_id=(row.before,) if row.is_stale and row.before else (),
            context=row.passage.place,
        )
        message.flags.difference_update(_GUESSED_FLAGS)
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, include_previous=True)
    return buffer.getvalue()


def read_po_file(content: bytes) -> Returned:
    """Return the rows of a PO file.

    Raises:
        Trouble: it is not UTF-8, or no PO file.
    """
    from babel.messages.pofile import PoFileError

    from debttree.export.translation.po_messages import PoMessages

    text = decoded(content)
    _refuse_torn_lines(text)
    try:
        found = PoMessages.read(text)
    except (PoFileError, ValueError, IndexError, KeyError, LookupError) as error:
        raise Trouble(
            msg("This is no PO file: {reason}", reason=str(error)), msg("Save it anew in your tool.")
        ) from None
    return Returned((found.locale_identifier or "").replace("_", "-"), tuple(map(_given, found.messages)))


def _given(message: "Message") -> Given:
    source = message.id if isinstance(message.id, str) else message.id[0]
    forms = [message.string] if isinstance(message.string, str) else message.string
    words = next(filter(None, forms or ()), "")
    return Given(
        message.context or "", source, words, message.fuzzy, is_plural=not isinstance(message.id, str)
    )


def _refuse_torn_lines(text: str) -> None:
    """Raise Trouble where a string has no end: babel would take its last letter for the quote, and say nothing."""
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        if _WHOLE.fullmatch(line.strip()) is None:
            raise Trouble(
                msg("This is no PO file: {reason}", reason=f"{number}: {line.strip()[:_SHOWN]}"),
                msg("Save it anew in your tool."),
            )
