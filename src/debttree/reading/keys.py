"""Every key of the format, by the table it stands in; tests hold the schema and the docs against these."""

from collections.abc import Set
from typing import Final

from debttree.model import Unit


def _in_order(*names: str) -> Set[str]:
    """Return a set that keeps the order in which authors write these keys."""
    return dict.fromkeys(names).keys()


UNITS: Final = tuple(str(unit) for unit in Unit)
"""A deadline has exactly one of these."""

FILE: Final = _in_order(
    "format", "tree", "urgent", "stages", "consequences", "contacts", "events", "sources", "nodes"
)
TREE: Final = _in_order(
    *("title", "summary", "root", "languages", "reviewed", "review_after_days", "holidays", "disclaimer"),
    *("call_reminder", "require"),
)
URGENT: Final = _in_order("label", "to", "contacts")
STAGE: Final = _in_order("title")
CONSEQUENCE: Final = _in_order("title", "severity", "text")
CONTACT: Final = _in_order("title", "phone", "url", "hours", "cost", "checked")
EVENT: Final = _in_order("title")
SOURCE: Final = _in_order("title", "url", "valid_from", "valid_until", "checked", "confidence")
NODE: Final = _in_order(
    *("kind", "stage", "actor", "title", "text", "brings", "sources", "tags", "contacts", "guide", "goes_on"),
    *("checklist", "deadlines", "choices"),
)
CHOICE: Final = _in_order("id", "label", "to", "text", "caution")
CHECKLIST_ITEM: Final = _in_order("id", "for", "text")
DEADLINE: Final = _in_order("id", *UNITS, "by", "roll", "on", "event", "before", "text")

STORIES: Final = _in_order("format", "tree", "now", "story")
"""Of a file of stories."""
STORY: Final = _in_order("name", "now", "from", "answers", "dates", "language", "expect")
EXPECT: Final = _in_order(
    *("at", "met", "not_met", "status", "setbacks", "last_days", "within", "shows", "hides")
)
