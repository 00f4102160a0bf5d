"""The fields of each form: of a node, a choice, a deadline and so on, and how each is filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from debttree.locales.words import KINDS
from debttree.model import Address, Confidence, DataPath, Kind, Message, Party, Purpose, Roll, Unit, msg


class Form(Enum):
    """How a field is filled in."""

    LINE = auto()
    """A text on one line, in each language."""
    PROSE = auto()
    """A text in Markdown, in each language."""
    ONE_OF = auto()
    """One of a few words of the format."""
    TRUTH = auto()
    """True or false."""
    NODE = auto()
    """The id of a node."""
    NAME = auto()
    """The id of a stage or event."""
    NAMES = auto()
    """Ids of consequences, contacts, nodes or sources."""
    WORDS = auto()
    """A few words, separated by commas."""
    STRING = auto()
    """A string that is not a text for readers: an address, a country code."""
    DATE = auto()
    """A date."""
    NUMBER = auto()
    """A whole number."""
    PERIOD = auto()
    """A deadline's number and unit: one field for a person, but one of four keys in the file."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    Attributes:
        key: its name in the file.
        label: its name in the form.
        form: how it is filled in.
        words: the words of the format that it may hold.
        table: the table whose ids it may hold.
        default: the words shown if the file has no value.
        is_needed: whether the tree has an error if it is missing.
        only_at: the only kind of node that may have it; None: every kind, or it is not a node's field.
        instead: another key, exactly one of the two must be there.
    """

    key: str
    label: Message
    form: Form
    words: tuple[str, ...] = ()
    table: str = ""
    default: str = ""
    is_needed: bool = False
    only_at: Kind | None = None
    instead: str = ""


class FormTable(NamedTuple):
    """A table of the file: what stands over it, and its fields in the order of the form."""

    heading: Message
    fields: tuple[Field, ...]


def _words(kinds: type[StrEnum]) -> tuple[str, ...]:
    return tuple(str(kind) for kind in kinds)


PERIOD = "days"
"""The key that stands for a deadline's period in the form, whatever its unit is."""

UNITS = _words(Unit)

_TITLE = Field("title", msg("Title"), Form.LINE, is_needed=True)
_TEXT = Field("text", msg("Text"), Form.PROSE)
_ID = Field("id", msg("Id"), Form.STRING)

NODE = (
    Field("kind", msg("Kind"), Form.ONE_OF, _words(Kind)),
    Field("stage", msg("Stage"), Form.NAME, table="stages"),
    Field("actor", msg("Who answers"), Form.LINE),
    _TITLE,
    _TEXT,
    Field("brings", msg("Brings"), Form.NAMES, table="consequences"),
    Field("sources", msg("Sources"), Form.NAMES, table="sources"),
    Field("tags", msg("Tags"), Form.WORDS),
    Field("contacts", msg("Whom to ring"), Form.NAMES, table="contacts"),
    Field("guide", msg("Goes on in guide"), Form.STRING, only_at=Kind.OUTCOME),
    Field("goes_on", msg("Others can go on to"), Form.NAMES, table="nodes", only_at=Kind.OUTCOME),
)

CHOICE = (
    Field("label", msg("Label"), Form.LINE, is_needed=True),
    Field("to", msg("Leads to"), Form.NODE, table="nodes", is_needed=True),
    _TEXT,
    Field("caution", msg("Caution"), Form.PROSE),
    _ID,
)

CHECKLIST_ITEM = (
    _TEXT,
    Field("for", msg("For"), Form.ONE_OF, _words(Purpose), default=Purpose.HAVE),
    Field("id", msg("Id"), Form.STRING, is_needed=True),
)

DEADLINE = (
    _TEXT,
    Field("on", msg("Counted from"), Form.NAME, table="events", instead="event"),
    Field("event", msg("After"), Form.LINE, is_needed=True, instead="on"),
    Field("before", msg("Counted back"), Form.TRUTH, ("true", "false"), default="false"),
    Field(PERIOD, msg("Period"), Form.PERIOD, is_needed=True),
    Field("by", msg("Who must act"), Form.ONE_OF, _words(Party), default=Party.YOU),
    Field("roll", msg("On a day off"), Form.ONE_OF, _words(Roll), default=Roll.NONE),
    Field("id", msg("Id"), Form.STRING, is_needed=True),
)

SETTINGS = (
    Field("title", msg("Title"), Form.LINE),
    Field("summary", msg("Summary"), Form.PROSE),
    Field("root", msg("First node"), Form.NODE, table="nodes"),
    Field("languages", msg("Languages"), Form.WORDS),
    Field("reviewed", msg("Reviewed on"), Form.DATE),
    Field("review_after_days", msg("Review, days"), Form.NUMBER),
    Field("holidays", msg("Holidays of"), Form.STRING),
    Field("disclaimer", msg("Disclaimer"), Form.PROSE),
    Field("call_reminder", msg("On the phone"), Form.LINE),
)

URGENT = (
    Field("label", msg("Label"), Form.LINE, is_needed=True),
    Field("to", msg("Leads to"), Form.NODE, table="nodes", is_needed=True),
    Field("contacts", msg("Whom to ring"), Form.NAMES, table="contacts"),
)

CONSEQUENCE = (_TITLE, Field("severity", msg("Severity 1-5"), Form.NUMBER, is_needed=True), _TEXT)

SOURCE = (
    _TITLE,
    Field("url", msg("Address"), Form.STRING),
    Field("valid_from", msg("Valid from"), Form.DATE),
    Field("valid_until", msg("Valid until"), Form.DATE),
    Field("checked", msg("Checked on"), Form.DATE),
    Field("confidence", msg("Confidence"), Form.ONE_OF, _words(Confidence)),
)

CONTACT = (
    _TITLE,
    Field("phone", msg("Phone"), Form.STRING),
    Field("url", msg("Address"), Form.STRING),
    Field("hours", msg("Hours"), Form.LINE),
    Field("cost", msg("Cost"), Form.LINE),
    Field("checked", msg("Checked on"), Form.DATE),
)

MEANINGS: Mapping[str, Message] = {
    **{kind: words.decides for kind, words in KINDS.items()},
    Purpose.HAVE: msg("to have in hand"),
    Purpose.SAY: msg("to say"),
    Purpose.ASK: msg("to ask"),
    Purpose.WRITE: msg("to write down"),
    Party.YOU: msg("the reader must act"),
    Party.THEM: msg("the others must act"),
    Roll.NONE: msg("it stays the last day"),
    Roll.NEXT_WORKING_DAY: msg("it moves to the next working day"),
    Confidence.VERIFIED: msg("read in the source itself"),
    Confidence.CORROBORATED: msg("several others say so"),
    Confidence.UNVERIFIED: msg("not sure"),
    "true": msg("back from the event; it may lie ahead"),
    "false": msg("from the event on"),
}
"""The meanings of the words of the format."""

TABLES: Mapping[str, FormTable] = {
    "tree": FormTable(msg("Tree settings"), SETTINGS),
    "nodes": FormTable(msg("Nodes"), NODE),
    "urgent": FormTable(msg("Urgent"), URGENT),
    "stages": FormTable(msg("Stages"), (_TITLE,)),
    "consequences": FormTable(msg("Consequences"), CONSEQUENCE),
    "contacts": FormTable(msg("Contacts"), CONTACT),
    "events": FormTable(msg("Events"), (_TITLE,)),
    "sources": FormTable(msg("Sources"), SOURCE),
    "choices": FormTable(msg("Choices"), CHOICE),
    "checklist": FormTable(msg("Checklist"), CHECKLIST_ITEM),
    "deadlines": FormTable(msg("Deadlines"), DEADLINE),
}
"""The tables of a file and the lists of tables in a node, by the names that the format has for them."""

PARTS = ("choices", "checklist", "deadlines")
"""The lists of tables in a node, in the order of the form."""


def label_of(key: str) -> Message:
    """Return the forms' name of a text field."""
    return next(field.label for one in TABLES.values() for field in one.fields if field.key == key)


def fields_of(path: DataPath) -> tuple[Field, ...]:
    """Return the fields of the table at a data path: a subject, or an item of a list in a node."""
    address = Address.of(path)
    return TABLES[address.list or address.table].fields


def field_at(path: DataPath) -> Field | None:
    """Return the field at a data path; None if the format has none there."""
    known = path[:-1]
    address = Address.of(known)
    if known not in (address.subject, address.part):
        return None
    key = PERIOD if address.list == "deadlines" and path[-1] in UNITS else path[-1]
    return next((field for field in fields_of(known) if field.key == key), None)
