"""One person's walk: steps back and forward, notes, ticks, dates, and when a deadline ends.

`Journey` is the value; `begin(tree)` makes one. `dues(tree, journey)` are the deadlines met: each `Due` has
`keep` (the last day to reckon with), `otherwise` (the other reading of an unpublished calendar), `caveat()`
(a sentence about it), `days_left(today)` and `urgency(today)`.
"""

from debttree.journey.deadlines import Due, LastDay, Urgency, dues, last_day
from debttree.journey.journey import Item, Journey, Note, begin

__all__ = ["Due", "Item", "Journey", "LastDay", "Note", "Urgency", "begin", "dues", "last_day"]
