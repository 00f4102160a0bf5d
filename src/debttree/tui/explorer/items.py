"""The items of the explorer's panes, as values."""

from dataclasses import dataclass
from enum import Enum, auto

from debttree.journey import Item


@dataclass(frozen=True, slots=True)
class Choose:
    """A choice at the present node, by its id."""

    choice: str


@dataclass(frozen=True, slots=True)
class Seek:
    """A search for words."""

    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """An entry of a checklist."""

    item: Item


@dataclass(frozen=True, slots=True)
class Happened:
    """A deadline, to set the date of its event."""

    item: Item


@dataclass(frozen=True, slots=True)
class Ring:
    """A contact with a phone number, by its id."""

    contact: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address."""

    address: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """A node to jump to."""

    node: str


@dataclass(frozen=True, slots=True)
class AtStep:
    """A step of the path, by its number from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class MoreDoors:
    """Choices of a step that were not taken and are only counted: the number of the step, from 0, and the count."""

    number: int
    more: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the reader's map.

    Attributes:
        gravest: id of the gravest consequence on the way to the ends below it, or None.
    """

    words: str
    gravest: str | None = None


@dataclass(frozen=True, slots=True)
class AtNote:
    """A note, by its number from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Avoid:
    """A consequence to mark, so that it is avoided together with other marked ones."""

    consequence: str


@dataclass(frozen=True, slots=True)
class NoAnswerYet:
    """The end of a call that has no result yet."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The guide in which the story goes on."""

    guide: str


class AtEnd(Enum):
    """An action offered at an outcome."""

    SUMMARY = auto()
    BACK = auto()
    RESTART = auto()


class Begin(Enum):
    """An answer of the welcome screen: continue a stored journey, or begin a new one."""

    GO_ON = auto()
    ANEW = auto()
