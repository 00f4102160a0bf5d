"""What the items of the explorer's panes stand for."""

from dataclasses import dataclass
from enum import Enum, auto

from debttree.journey import Item


@dataclass(frozen=True, slots=True)
class Choose:
    """A choice here, by its id."""

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
    """A deadline whose event can be given a date."""

    item: Item


@dataclass(frozen=True, slots=True)
class Ring:
    """A contact with a number, by its id."""

    contact: str


@dataclass(frozen=True, slots=True)
class Link:
    """A web address."""

    address: str


@dataclass(frozen=True, slots=True)
class GoTo:
    """A node that can be gone to directly."""

    node: str


@dataclass(frozen=True, slots=True)
class AtStep:
    """A step of the way, by its number from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class MoreDoors:
    """The choices of a step of the way that were not taken and are not named: the step, from 0, and how many."""

    number: int
    more: int


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above some entries of the reader's map.

    Attributes:
        gravest: the consequence that is met on the way to them, by its id.
    """

    words: str
    gravest: str | None = None


@dataclass(frozen=True, slots=True)
class AtNote:
    """A note, by its number from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class Avoid:
    """A consequence to be avoided together with others."""

    consequence: str


@dataclass(frozen=True, slots=True)
class NoAnswerYet:
    """A call that ends without an answer."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another guide, in which the story goes on."""

    guide: str


class AtEnd(Enum):
    """What can still be done at an end."""

    SUMMARY = auto()
    BACK = auto()
    RESTART = auto()


class Begin(Enum):
    """What can be done with a journey that was kept."""

    GO_ON = auto()
    ANEW = auto()
