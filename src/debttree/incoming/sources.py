"""Choose the reader of a source by its name's ending, else by how it begins."""

from pathlib import PurePath
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from debttree.incoming.found import FoundTree, NotReadable
from debttree.model import Trouble, msg

if TYPE_CHECKING:
    from collections.abc import Callable

_BEGINNINGS = 4096
"""Characters that are looked at where the ending says nothing."""


def read_source(content: bytes, file: str) -> FoundTree:
    """Read a source of any form.

    Args:
        content: its bytes.
        file: its name, or `-`.

    Raises:
        NotReadable: it is no file of its form, or has no node.
        Trouble: no reader knows its form.
    """
    form = form_of(content, file)
    read: Callable[..., FoundTree] = resolve_name(f"debttree.incoming.{_READERS[form]}")  # with its libraries
    if form in _OF_BYTES:
        return read(content)
    text = _decoded(content)
    return read(text, PurePath(file).stem) if form == "outline" else read(text)


def form_of(content: bytes, file: str) -> str:
    """Return the form of a source.

    Args:
        content: its bytes.
        file: its name, or `-`.

    >>> form_of(b"", "talk.md"), form_of(b"flowchart TD", "-"), form_of(b"id,kind,to", "-")
    ('outline', 'mermaid', 'table')
    """
    ending = PurePath(file).suffix.casefold()
    if ending in ENDINGS:
        return ENDINGS[ending]
    begin = content[:_BEGINNINGS].decode("utf-8-sig", "replace").lstrip()
    for form, signs in _SIGNS.items():
        if begin.startswith(signs):
            return form
    if begin.startswith("<"):
        return "graphml" if "<graphml" in begin else "drawio"
    first = begin.partition("\n")[0].casefold()
    if "id" in (name.strip(' "') for name in first.replace(";", ",").replace("\t", ",").split(",")):
        return "table"
    if file == "-" or ending in ("", ".txt"):
        return "outline"
    hint = msg("The ending says the form: {endings}", endings=" ".join(ENDINGS))
    if ending == ".docx":
        hint = msg(
            "Make an outline of it first: {command}",
            command=f"pandoc -t gfm -o {PurePath(file).stem}.md {file}",
        )
    raise Trouble(msg("{file} is in no form that is read here.", file=file), hint)


ENDINGS = {
    **dict.fromkeys((".md", ".markdown"), "outline"),
    **dict.fromkeys((".csv", ".tsv"), "table"),
    **dict.fromkeys((".mmd", ".mermaid"), "mermaid"),
    **dict.fromkeys((".drawio", ".dio"), "drawio"),
    **dict.fromkeys((".dot", ".gv"), "dot"),
    ".graphml": "graphml",
    ".json": "json",
    **dict.fromkeys((".twee", ".tw"), "twee"),
}
"""The form that the ending of a file says; `.xml`, `.svg` and `.txt` say none."""

_SIGNS = {
    "mermaid": ("flowchart", "graph TD", "graph TB", "graph LR", "graph RL", "graph BT", "%%", "```mermaid"),
    "dot": ("digraph", "strict ", "graph "),
    "json": ("{",),
    "twee": (":: ",),
}


_READERS = {
    "outline": "outline:read_outline",
    "table": "table:read_table",
    "mermaid": "mermaid:read_mermaid",
    "drawio": "drawio:read_drawio",
    "dot": "dot:read_dot",
    "graphml": "networks:read_graphml_file",
    "json": "networks:read_json",
    "twee": "twee:read_twee",
}
"""What reads each form."""

_OF_BYTES = ("drawio", "graphml")
"""Forms that say themselves how their bytes are to be read."""


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        hint = msg("Save it as UTF-8; a spreadsheet calls that: CSV UTF-8.")
        line = content.count(b"\n", 0, error.start) + 1
        raise NotReadable(msg("this is no text in UTF-8."), line, hint) from None
