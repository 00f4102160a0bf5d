"""Data paths read as the format means them: what has a form of its own, a part of it, and a field."""

from dataclasses import dataclass

from debttree.model.problem import DataPath

_BY_ID = ("nodes", "stages", "consequences", "contacts", "events", "sources")
"""Tables whose keys are ids that other parts of the file name."""

_LISTS = ("choices", "checklist", "deadlines")
"""Lists of a node whose items are tables."""

_TREE: DataPath = ("tree",)


@dataclass(frozen=True, slots=True)
class Address:
    """What a data path means in a tree file.

    Attributes:
        subject: path of what it belongs to: the tree, what is declared by an id, as a node or source, or an urgent way.
        part: path of the item of a node's list that it is or lies in; None if there is none.
        field: the key that it is or lies in, below the part or else the subject; None where it is one of these.
    """

    subject: DataPath
    part: DataPath | None
    field: str | None

    @classmethod
    def of(cls, path: DataPath) -> "Address":
        """Read a data path.

        >>> address = Address.of(("nodes", "start", "choices", 0, "label", "en"))
        >>> address.subject, address.part, address.field
        (('nodes', 'start'), ('nodes', 'start', 'choices', 0), 'label')
        """
        subject = path[:2] if len(path) > 1 and path[0] in (*_BY_ID, "urgent") else _TREE
        is_in_part = len(path) > 3 and path[0] == "nodes" and path[2] in _LISTS and isinstance(path[3], int)
        part = path[:4] if is_in_part else None
        rest = path[len(part or subject) :]
        return cls(subject, part, str(rest[0]) if rest else None)

    @property
    def table(self) -> str:
        """The table or list of the file that declares the subject, or `tree`."""
        return str(self.subject[0])

    @property
    def list(self) -> str | None:
        """The list of a node that the part is an item of: choices, checklist, deadlines; None where there is none."""
        return str(self.part[2]) if self.part else None

    @property
    def index(self) -> int | None:
        """Which item of its list the part is, from 0; None where there is none."""
        return int(self.part[3]) if self.part else None

    @property
    def is_declared(self) -> bool:
        """Whether the subject is declared by an id that other parts of the file name."""
        return self.table in _BY_ID

    @property
    def is_subject(self) -> bool:
        """Whether the path is that of the subject itself."""
        return self.part is None and self.field is None

    @property
    def node(self) -> str | None:
        """The id of the node that it belongs to, or None."""
        return str(self.subject[1]) if self.table == "nodes" else None
