"""Walk through a tree: steps, notes, ticks, dates, deadlines, and storing all of it on disk.

For front ends:

- `Journey` is the value; `begin(tree)` makes one. Beside `take`, `jump`, `back`, `forward`, `noted`, `ticked`
  and `dated`: `next_step` (what `forward` takes), `change(tree, number, choice)` (another answer at an earlier
  stop; later ones that still fit are kept), `fallen` (those that do not), `bring_back()` (restore the earlier way).
- `dues(tree, journey)` are the deadlines met: each `Due` has `keep` (the last day to reckon with), `otherwise`
  (the usual one where a calendar is not announced yet), `caveat()` (a sentence about it), `days_left(today)` and
  `urgency(today)`. `kept(tree, journey, item, day)` marks one as done, and
  `dating.event_date(text, today)` reads a date that somebody typed.
- `open_or_begin(tree, name=, fresh=, private=)` is an `Opened`: the journey, `resumed` (what became of each saved
  step, `resumed.told()` in sentences), `notices`, and the `keeper`. `keeper.save(tree, journey, language,
  today)` after each step; what it returns must be shown. `keeper.begin_anew()` where the person would rather
  start again. `where_you_were(tree, resumed, say, today)` are a few lines.
- `calls`: a `Call` is what was typed on the phone at a node; `call_to_go_on_with` finds or begins one,
  `journey.called(call)` keeps it, `script(node)` is what there is to say and ask, `ending` where hanging up leads.
- `Shelf(tree, keeper)` turns from one journey of a tree to another, begins a new one and renames.
- `store.list_journeys()`, `rename`, `duplicate`, `delete`, `forget`; `find(tree, name)` reads one only.
"""

from debttree.journey.calls import Answer, Call
from debttree.journey.deadlines import Due, LastDay, Urgency, dues, kept, last_day
from debttree.journey.journey import Item, Journey, Note, begin
from debttree.journey.keeper import Keeper, Opened, find, open_or_begin
from debttree.journey.recap import where_you_were
from debttree.journey.resume import Outcome, Recalled, Resumed, resume
from debttree.journey.saved import Saved, snapshot
from debttree.journey.shelf import Shelf

__all__ = [
    "Answer",
    "Call",
    "Due",
    "Item",
    "Journey",
    "Keeper",
    "LastDay",
    "Note",
    "Opened",
    "Outcome",
    "Recalled",
    "Resumed",
    "Saved",
    "Shelf",
    "Urgency",
    "begin",
    "dues",
    "find",
    "kept",
    "last_day",
    "open_or_begin",
    "resume",
    "snapshot",
    "where_you_were",
]
