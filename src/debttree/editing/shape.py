"""The conventions of the format `debttree/1`: the keys of each table, and the order in which they are written."""

from debttree.editing.toml.conventions import Conventions
from debttree.model import DataPath
from debttree.reading import keys

_NAMED_KEYS = {
    "stages": keys.STAGE,
    "consequences": keys.CONSEQUENCE,
    "contacts": keys.CONTACT,
    "events": keys.EVENT,
    "sources": keys.SOURCE,
    "nodes": keys.NODE,
}
NAMED = tuple(_NAMED_KEYS)
"""The top-level tables whose keys are ids."""

_ITEM_KEYS = {"choices": keys.CHOICE, "checklist": keys.CHECKLIST_ITEM, "deadlines": keys.DEADLINE}


def keys_of(path: DataPath) -> tuple[str, ...]:
    """Return the keys that the table at `path` may have, in the order in which authors write them; empty: any keys."""
    match path:
        case ():
            return tuple(keys.FILE)
        case ("tree",):
            return tuple(keys.TREE)
        case ("urgent", int()):
            return tuple(keys.URGENT)
        case (str(named), str()) if named in _NAMED_KEYS:
            return tuple(_NAMED_KEYS[named])
        case ("nodes", str(), str(items), int()) if items in _ITEM_KEYS:
            return tuple(_ITEM_KEYS[items])
    return ()


TREE_FILE = Conventions(
    keys_of=keys_of,
    texts=frozenset(
        {
            *("title", "summary", "disclaimer", "call_reminder", "text", "label", "caution", "actor"),
            *("event", "hours", "cost"),
        }
    ),
    declared=NAMED,
)
"""The conventions of tree files."""
