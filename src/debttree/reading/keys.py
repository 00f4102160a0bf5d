"""Every key of the format, by the table it stands in; tests hold the schema and the docs against these."""

from debttree.model import Unit

FILE = frozenset({"format", "tree", "urgent", "stages", "consequences", "sources", "nodes"})
TREE = frozenset(
    {
        "title",
        "summary",
        "root",
        "languages",
        "reviewed",
        "review_after_days",
        "holidays",
        "disclaimer",
    }
)
URGENT = frozenset({"label", "to"})
STAGE = frozenset({"title"})
CONSEQUENCE = frozenset({"title", "severity", "text"})
SOURCE = frozenset({"title", "url", "valid_from", "valid_until", "checked", "confidence"})
NODE = frozenset(
    {
        "kind",
        "stage",
        "actor",
        "title",
        "text",
        "brings",
        "sources",
        "tags",
        "checklist",
        "deadlines",
        "choices",
    }
)
CHOICE = frozenset({"id", "label", "to", "text", "caution"})
CHECKLIST_ITEM = frozenset({"id", "for", "text"})
UNITS = tuple(str(unit) for unit in Unit)
"""A deadline has exactly one of these."""
DEADLINE = frozenset({"id", "by", "roll", "event", "text", *UNITS})
