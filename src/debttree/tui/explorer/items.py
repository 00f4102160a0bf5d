"""What items of a pane stand for: how their names begin; an id or an address follows."""

from debttree.journey import Item

TICK = "tick:"
"""An entry of a checklist: its node and its own id follow."""
DATE = "date:"
"""A deadline whose event can be given a date: its node and its own id follow."""
LINK = "link:"
"""A web address."""
GO = "go:"
"""A node that can be gone to directly, after a yes."""
STEP = "step:"
"""A step of the way, by its number from 0."""
JOURNEY = "journey:"
"""A journey that is kept, by its name."""
NOTE = "note:"
"""A note, by its number from 0."""
AVOID = "avoid:"
"""A consequence to be avoided together with others."""
CHOICE = "choice:"
"""A choice here, by its id."""


def item_name(sign: str, node: str, name: str) -> str:
    """The item for something of a node; no id has a colon."""
    return f"{sign}{node}:{name}"


def item_of(name: str) -> Item:
    """The node, and what of it an item stands for."""
    _, node, own = name.split(":")
    return node, own
