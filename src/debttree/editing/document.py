"""A tree file that is being edited: its text and its data, which change together.

An edit changes the text by splices and the data by its meaning; neither is derived from the other. `prove` parses the
text with tomli and compares it with the data, so that no file is written that says anything else than was meant.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from debttree.editing.edits import Edit, Patch, ReplaceText, Together
from debttree.editing.shape import TREE_FILE
from debttree.editing.steps import rounds_of
from debttree.editing.toml.comparing import common_ends
from debttree.editing.toml.data import difference
from debttree.editing.toml.lines import newline_of
from debttree.editing.toml.proving import Meant, says_what_is_meant
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.text import TomlText
from debttree.editing.toml.tokens import check_writable
from debttree.model import msg
from debttree.reading import Reading, parse, read_parsed
from debttree.reading.blocks import Blocks, Splice, scan, spliced
from debttree.reading.places import Places
from debttree.reading.toml import BOM

_PIECE = 65_536
"""Characters that are encoded at a time while a text is hashed."""


@dataclass(frozen=True)
class Document:
    """One state of a tree file. States share what did not change.

    Attributes:
        name: the file's name without folder and ending.
        blocks: its text, without BOM, and the offsets of its blocks.
        data: the TOML data that the text says, or is meant to say; None if it is no TOML. Never changed in place.
        has_bom: whether the file begins with a byte order mark.
        undecodable: the bytes of a file that is not UTF-8: it can be shown but not edited.
    """

    name: str
    blocks: Blocks
    data: dict[str, Any] | None
    has_bom: bool = False
    undecodable: bytes | None = None

    @property
    def text(self) -> str:
        """The text, without BOM, with the line ends of the file."""
        return self.blocks.text

    @property
    def content(self) -> bytes:
        """The bytes of the file; not cached, so that a document in the history does not hold its text twice."""
        if self.undecodable is not None:
            return self.undecodable
        return ((BOM if self.has_bom else "") + self.text).encode()

    @cached_property
    def places(self) -> Places:
        """The offsets of all data paths in the text, which must be TOML."""
        return self.toml.source if self.data is not None else Places(self.text, self.blocks)

    @cached_property
    def toml(self) -> TomlText:
        """The text with its data, for editing; it must be TOML."""
        if self.data is None:
            raise Refused(msg("The file is no TOML; mend it in the text first."))
        return TomlText(self.blocks, self.data, TREE_FILE)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the file names, even if it has errors."""
        tree = self.data.get("tree") if self.data else None
        named = tree.get("languages") if isinstance(tree, dict) else None
        return tuple(name for name in named if isinstance(name, str)) if isinstance(named, list) else ()

    @property
    def newline(self) -> str:
        """The line end for new lines: that of the first line."""
        return newline_of(self.text)

    def reading(self) -> Reading:
        """Return the tree of this document, with the problems that the reader found."""
        if self.data is None:
            problem = parse(self.content).problem
            return Reading(self.text, None, None, () if problem is None else (problem,))
        return read_parsed(self.text, self.data, self.name, self._version())

    def _version(self) -> str:
        """Return the tree's version, as `read` computes it from the bytes; encoded in pieces to save memory."""
        digest = hashlib.sha256(BOM.encode() if self.has_bom else b"")
        for start in range(0, len(self.text), _PIECE):
            digest.update(self.text[start : start + _PIECE].encode())
        return digest.hexdigest()[:12]


class Applied(NamedTuple):
    """The outcome of an edit.

    Attributes:
        document: the document afterwards.
        inverse: the patch that undoes the edit byte for byte.
        done: the patch that repeats the edit.
    """

    document: Document
    inverse: Patch
    done: Patch


class _Rounds:
    """Collects the changes of an edit round by round, with their inverses."""

    def __init__(self, document: Document) -> None:
        self.before = document
        self.document = document
        self.done: list[tuple[Splice, ...]] = []
        self.undo: list[tuple[Splice, ...]] = []

    def add(self, splices: Sequence[Splice], document: Document) -> None:
        """Add a round: splices, and the document that they result in."""
        self.done.append(tuple(splices))
        self.undo.insert(0, _inverse(self.document.text, splices))
        self.document = document

    def applied(self, *, is_free: bool = False) -> Applied:
        """Return the outcome as a whole."""
        after = self.document
        inverse = Patch(tuple(self.undo), self.before.data, is_free)
        return Applied(after, inverse, Patch(tuple(self.done), after.data, is_free))


def open_document(content: bytes, name: str) -> Document:
    """Return the document of a file's bytes, whether it is TOML or not."""
    parsed = parse(content)
    has_bom = content.startswith(BOM.encode())
    blocks = Blocks.plain(parsed.text) if parsed.data is None else scan(parsed.text, parsed.found)
    try:
        content.decode()
    except UnicodeDecodeError:
        return Document(name, blocks, None, has_bom, content)
    return Document(name, blocks, parsed.data, has_bom)


def apply(document: Document, edit: Edit) -> Applied:
    """Apply an edit to a document.

    The document returned is not proven yet: `prove` it before its bytes are written.

    Raises:
        Refused: the edit cannot be made here.
    """
    if document.undecodable is not None:
        raise Refused(msg("The file is not UTF-8 text."))
    match edit:
        case Patch():
            return _patched(document, edit)
        case ReplaceText(text):
            return _replaced(document, text)
        case Together(edits):
            return _together(document, edits)
    if document.data is None:
        raise Refused(msg("The file is no TOML; mend it in the text first."))
    rounds = _Rounds(document)
    try:
        for operations in rounds_of(edit, document.data):
            for splices, after in rounds.document.toml.apply(operations).steps:
                rounds.add(splices, replace(rounds.document, blocks=after.blocks, data=after.data))
    except RecursionError:  # a value nested hundreds of times, compared with what is there
        raise Refused(msg("Tables or arrays are nested too deeply.")) from None
    return rounds.applied()


def prove(document: Document, known: Document | None = None) -> None:
    """Read the document's bytes with tomli and compare what they say with what is meant.

    Takes about as long as reading the file, much less if a piece of it proves the whole. It depends on the documents
    alone, so it may run in any thread.

    Args:
        document: the document to prove.
        known: an earlier state of it that has been proven, or None.

    Raises:
        Refused: the bytes say something else than the data; they must not be written.
    """
    if known is not None and known.data is not None and document.data is not None:
        before, after = Meant(known.blocks, known.data), Meant(document.blocks, document.data)
        if says_what_is_meant(before, after, TREE_FILE):
            return
    said = parse(document.content).data
    if said is None and document.data is None:
        return
    if said is None:
        raise Refused(msg("The edit would have made the file unreadable; it was not made."))
    where = difference(said, document.data, TREE_FILE)
    if where is not None:
        place = ".".join(map(str, where))
        raise Refused(
            msg("The edit would have changed more than was meant, at {place}; it was not made.", place=place)
        )


def _inverse(text: str, splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """Return the splices that undo these."""
    inverse = []
    shift = 0
    for start, end, replacement in splices:
        inverse.append(Splice(start + shift, start + shift + len(replacement), text[start:end]))
        shift += len(replacement) - (end - start)
    return tuple(inverse)


def _patched(document: Document, patch: Patch) -> Applied:
    rounds = _Rounds(document)
    for splices in patch.rounds:
        rounds.add(splices, _with_text(rounds.document, splices, patch))
    return rounds.applied(is_free=patch.is_free)


def _replaced(document: Document, text: str) -> Applied:
    start, end = common_ends(document.text, text)
    if start == len(text) == len(document.text):
        return _Rounds(document).applied()
    change = Splice(start, len(document.text) - end, text[start : len(text) - end])
    return _patched(document, Patch(((change,),), _data_of(text), is_free=True))


def _data_of(text: str) -> dict[str, Any] | None:
    check_writable(text)
    return parse(text.encode()).data


def _with_text(document: Document, splices: Sequence[Splice], patch: Patch) -> Document:
    if not patch.is_free:
        return replace(document, blocks=document.blocks.changed(splices), data=patch.data)
    text = spliced(document.text, splices)
    blocks = Blocks.plain(text) if patch.data is None else scan(text)
    return replace(document, blocks=blocks, data=patch.data)


def _together(document: Document, edits: Sequence[Edit]) -> Applied:
    applied = [_Rounds(document).applied()]
    for edit in edits:
        applied.append(apply(applied[-1].document, edit))
    is_free = any(one.done.is_free for one in applied)
    after = applied[-1].document
    undo = tuple(splices for one in reversed(applied) for splices in one.inverse.rounds)
    done = tuple(splices for one in applied for splices in one.done.rounds)
    return Applied(after, Patch(undo, document.data, is_free), Patch(done, after.data, is_free))
