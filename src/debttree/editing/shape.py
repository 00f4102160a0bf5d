"""What an author expects where in a tree file: which keys a table has, and in which order they are written."""

from debttree.model import DataPath

TEXTS = frozenset({"title", "summary", "disclaimer", "text", "label", "caution", "actor", "event"})
"""Keys whose tables are one text in several languages."""

NAMED = ("stages", "consequences", "sources", "nodes")
"""Tables at the top whose keys are ids."""

_TOP = ("format", "tree", "urgent", *NAMED)
_TABLES = {
    "tree": (
        "title",
        "summary",
        "root",
        "languages",
        "reviewed",
        "review_after_days",
        "holidays",
        "disclaimer",
    ),
    "urgent": ("label", "to"),
    "stages": ("title",),
    "consequences": ("title", "severity", "text"),
    "sources": ("title", "url", "valid_from", "valid_until", "checked", "confidence"),
    "nodes": (
        *("kind", "stage", "actor", "title", "text", "brings", "sources", "tags"),
        *("checklist", "deadlines", "choices"),
    ),
    "choices": ("id", "label", "to", "text", "caution"),
    "checklist": ("id", "for", "text"),
    "deadlines": ("id", "days", "working_days", "months", "years", "by", "roll", "event", "text"),
}


def keys_of(path: DataPath) -> tuple[str, ...]:
    """The keys that the table at `path` may have, in the order in which authors write them; empty: any."""
    match path:
        case ():
            return _TOP
        case ("tree",):
            return _TABLES["tree"]
        case ("urgent", int()):
            return _TABLES["urgent"]
        case (str(named), str()) if named in NAMED:
            return _TABLES[named]
        case ("nodes", str(), ("choices" | "checklist" | "deadlines") as items, int()):
            return _TABLES[items]
    return ()


def order_matters(path: DataPath) -> bool:
    """Whether the order of the keys of this table means something: the first node, stages, the first language."""
    if len(path) == 1:
        return path[0] in NAMED
    return bool(path) and path[-1] in TEXTS and not (len(path) == 2 and path[0] in NAMED)
