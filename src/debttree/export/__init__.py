"""The summary of a walk, and whole graphs, in the formats that others read.

For front ends:

- `summary(tree, journey, language, today, file=..., redact=...)` is the value; for a bare path
  `Journey(path)`.
- `render(summary, format, say) -> bytes` is a file of it; the same summary gives the same bytes.
- `default_name(summary, format)` is a good name for that file, and `save_as(file, content, force=...)` puts
  it on the disk without overwriting anything.
- `preview(summary, say, width) -> list[str]` is the plain text of it at any width.
"""

from debttree.export.formats import FORMATS, Format, default_name, preview, render
from debttree.export.saving import save_as
from debttree.export.summarise import summary
from debttree.export.summary import Redaction, Summary

__all__ = [
    "FORMATS",
    "Format",
    "Redaction",
    "Summary",
    "default_name",
    "preview",
    "render",
    "save_as",
    "summary",
]
