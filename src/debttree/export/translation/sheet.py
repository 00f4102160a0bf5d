"""The content of a file for a translator, in any format."""

from collections.abc import Sequence
from dataclasses import dataclass

from debttree.editing.translating import Given, TextRow
from debttree.model import Message, Trouble, msg


@dataclass(frozen=True, slots=True)
class TextSheet:
    """Rows for a translator.

    Attributes:
        tree: its name.
        version: of the tree.
        language: to translate into.
        rows: what to translate.
        titles: of nodes by id, in the source's words: a translator sees where a text belongs.
        kinds: of nodes by id.
    """

    tree: str
    version: str
    language: str
    rows: Sequence[TextRow]
    titles: dict[str, str]
    kinds: dict[str, Message]


@dataclass(frozen=True, slots=True)
class Returned:
    """Rows that came back, and the language that the file says they are in; empty: it does not say."""

    language: str
    rows: tuple[Given, ...]


def decoded(content: bytes) -> str:
    """Return the text of a file that came back, without BOM.

    Raises:
        Trouble: it is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Trouble(
            msg("The translator's file is not UTF-8 text."),
            msg("Save it as UTF-8; Excel calls that: CSV UTF-8."),
        ) from None
