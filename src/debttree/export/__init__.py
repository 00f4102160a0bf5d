"""Write the summary of a walk, and whole graphs, in formats for other programs and for paper.

For front ends:

- `summary(tree, journey, language, today, file=..., redact=...)` is the value; for a bare path
  `Journey(path)`.
- `render(summary, format, say) -> bytes` is a file of it; the same summary gives the same bytes.
- `default_name(summary, format)` is a good name for that file, and `save_as(file, content, force=...)` puts
  it on the disk without overwriting anything.
- `preview(summary, say, width) -> Iterator[str]` is the plain text of it at any width, line by line.

They are imported on first use: the explorer's first paint needs no summary.
"""

from typing import TYPE_CHECKING

from debttree.model.on_use import imported_on_use

if TYPE_CHECKING:
    from debttree.export.formats import FORMATS, Format, default_name, held, preview, render
    from debttree.export.parts import Profile, Redaction, Summary
    from debttree.export.summarise import summary
    from debttree.export.to_disk import save_as

_HOMES = {
    **dict.fromkeys(("FORMATS", "Format", "default_name", "held", "preview", "render"), "formats"),
    **dict.fromkeys(("Profile", "Redaction", "Summary"), "parts"),
    "save_as": "to_disk",
    "summary": "summarise",
}

__all__ = [
    "FORMATS",
    "Format",
    "Profile",
    "Redaction",
    "Summary",
    "default_name",
    "held",
    "preview",
    "render",
    "save_as",
    "summary",
]

__getattr__ = imported_on_use(__name__, _HOMES)
