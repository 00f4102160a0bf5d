"""What holds of a source on a day; in a module of its own, because the explorer's first paint needs it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from debttree.model import Confidence, Source, clean_line


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that a node walked rests on."""

    id: str
    title: str
    url: str
    confidence: Confidence | None
    valid_from: dt.date | None
    valid_until: dt.date | None
    checked: dt.date | None
    expired: bool
    not_yet_valid: bool
    nodes: tuple[str, ...]

    @classmethod
    def of(cls, source: Source, title: str, today: dt.date, nodes: Iterable[str]) -> "Reference":
        """Return what holds of a source on a day.

        Args:
            source: the source.
            title: its title in the reader's language.
            today: the day on which it must hold.
            nodes: ids of the nodes that rest on it.
        """
        return cls(
            id=source.id,
            title=title,
            url=clean_line(source.url or ""),
            confidence=source.confidence,
            valid_from=source.valid_from,
            valid_until=source.valid_until,
            checked=source.checked,
            expired=source.expired(today),
            not_yet_valid=source.not_yet_valid(today),
            nodes=tuple(nodes),
        )
