"""The pages of a draw.io file, compressed or not."""

import base64
import binascii
import re
import zlib
from typing import NamedTuple

from debttree.incoming.found import NotReadable
from debttree.incoming.plain_xml import XmlElement, read_xml
from debttree.model import msg
from debttree.reading.limits import FILE_BYTES

_RAW_DEFLATE = -15
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")


class DrawnPage(NamedTuple):
    """A page: its name, and the element with its cells."""

    name: str
    model: XmlElement


def drawn_pages(content: bytes) -> list[DrawnPage]:
    """Return the pages in order.

    Raises:
        NotReadable: it is no drawing of draw.io.
    """
    top = read_xml(content)
    if top.name == "svg" and (inside := top.attributes.get("content")):
        top = read_xml(inside)
    if top.name == "mxGraphModel":
        return [DrawnPage("", top)]
    if top.name != "mxfile":
        hint = msg("In draw.io: File, Export as, XML.")
        raise NotReadable(
            msg("this is no drawing of draw.io: it begins with <{name}>.", name=top.name), top.line, hint
        )
    left = FILE_BYTES
    pages = []
    for diagram in top.all("diagram"):
        name = diagram.attributes.get("name", "")
        if models := diagram.all("mxGraphModel"):
            pages.append(DrawnPage(name, models[0]))
        elif packed := diagram.text.strip():
            xml = _unpacked(packed, left, diagram.line)
            left -= len(xml)
            pages.append(DrawnPage(name, read_xml(xml, diagram.line)))
    return pages


def _unpacked(packed: str, limit: int, line: int) -> bytes:
    """Return the XML of a compressed page: base64, then deflate, then percent signs."""
    inflater = zlib.decompressobj(_RAW_DEFLATE)
    try:
        inflated = inflater.decompress(base64.b64decode(packed), limit + 1)
    except (zlib.error, binascii.Error, ValueError):
        raise NotReadable(msg("a page is compressed in a way that cannot be read."), line) from None
    if len(inflated) > limit:
        reason = msg("its pages are larger than {limit} MB when unpacked.", limit=FILE_BYTES // 1024**2)
        raise NotReadable(reason, line)
    return _PERCENT.sub(lambda found: bytes.fromhex(found[1].decode()), inflated)
