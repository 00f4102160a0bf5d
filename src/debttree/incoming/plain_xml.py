"""Read untrusted XML: no DOCTYPE, no own entities, limited depth; each element knows its line."""

from dataclasses import dataclass, field
from xml.parsers import expat

from debttree.incoming.found import NotReadable
from debttree.model import msg
from debttree.reading.limits import NESTING


@dataclass(slots=True)
class XmlElement:
    """An element: its name without namespace, its attributes, the text right inside, and where it begins."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["XmlElement"] = field(default_factory=list)
    text: str = ""

    def all(self, *names: str) -> list["XmlElement"]:
        """Return the elements of these names anywhere within, in file order."""
        found, pending = [], [self]
        while pending:
            one = pending.pop()
            if one.name in names:
                found.append(one)
            pending.extend(reversed(one.children))
        return found


def read_xml(content: bytes | str, first_line: int = 1) -> XmlElement:
    """Return the top element.

    Args:
        content: the file, or a text.
        first_line: the number of its first line, where it stands in another file.

    Raises:
        NotReadable: it is no XML, has a DOCTYPE, or more than 64 elements within each other.
    """
    return _Builder(first_line).built(content)


class _Builder:
    def __init__(self, first_line: int) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.offset = first_line - 1
        self.open: list[XmlElement] = []
        self.pieces: list[list[str]] = []
        self.top: XmlElement | None = None

    def built(self, content: bytes | str) -> XmlElement:
        try:
            self.parser.Parse(content, True)
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            raise NotReadable(
                msg("this is no XML: {reason}", reason=reason), error.lineno + self.offset
            ) from None
        except (ValueError, LookupError):  # an encoding that Python does not know, or text that has none
            raise NotReadable(msg("This is XML in an encoding that cannot be read."), 1) from None
        if self.top is None:
            raise NotReadable(msg("There is nothing in it."))
        return self.top

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber + self.offset

    def doctype(self, *_: object) -> None:
        hint = msg("A drawing needs none: save it anew, from draw.io as .drawio and not as .svg.")
        raise NotReadable(
            msg("a DOCTYPE is refused: it can make a small file huge, or name others."), self.line, hint
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= NESTING:
            raise NotReadable(
                msg("there are more than {limit} elements within each other.", limit=NESTING), self.line
            )
        element = XmlElement(name.rpartition(":")[2], attributes, self.line)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.top = element
        self.open.append(element)
        self.pieces.append([])

    def words(self, words: str) -> None:
        self.pieces[-1].append(words)

    def end(self, _: str) -> None:
        self.open.pop().text = "".join(self.pieces.pop())
