"""The card on the main screen: the next last day, the next thing to do, and whom to call, in a row each."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from debttree.export.sentences import Sentences
from debttree.journey import Due, Urgency
from debttree.journey.contacts import contacts_of, helper
from debttree.journey.events import may_lie_ahead
from debttree.journey.todo import Duty, first_deadline, first_item, open_tasks, undated_here
from debttree.model import CRISIS, ChecklistItem, Contact
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.contacts import called, reached_by, side_by_side, to_be_read
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.page import Block, Line, Para, Run, line_cells

ALL = "to-do"
"""The action that opens the whole list."""

COPY = "copy-here"
"""The action that copies the phone number."""

MARGIN = 2
"""Cells at the edges of a row."""

NEAR = 14
"""Most days left with which a last day takes the only row."""

LEGIBLE = 12
"""Cells of a deadline's text that must be visible; the rest may be cut off."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """A row of the card.

    Attributes:
        action: id of the action of a click on it.
        left: its words.
        right: alternatives for the words at its right, the longest first.
    """

    action: str
    left: Line
    right: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """The content of the card.

    Attributes:
        deadline: the deadline to show, or None.
        following: shown after it: a deadline of this step without a date, else the next open item.
        contacts: the contacts, the most useful first.
        more: number of further things to do.
    """

    deadline: Duty | None
    following: Duty | None
    contacts: tuple[Contact, ...]
    more: int


def card(scene: Scene) -> Card:
    """Return the card of the present node."""
    found = open_tasks(scene.tree, scene.journey, scene.today)
    deadline, undated = first_deadline(found), undated_here(found)
    following = first_item(found) if undated in (None, deadline) else undated
    more = len(found) - (deadline is not None) - (following is not None)
    return Card(deadline, following, _to_ring(scene, deadline), more)


def _to_ring(scene: Scene, deadline: Duty | None) -> tuple[Contact, ...]:
    """Return the contacts here, numbers before addresses; before them the one to ask if a last day has passed."""
    here = sorted(contacts_of(scene.tree, scene.node.id), key=lambda contact: not contact.phone)
    asked = _helper(scene, deadline) if _days_left(scene, deadline) < 0 else None
    return tuple(dict.fromkeys((*((asked,) if asked is not None else ()), *here)))


def _helper(scene: Scene, deadline: Duty | None) -> Contact | None:
    return helper(scene.tree, deadline.node) if deadline is not None else None


def _days_left(scene: Scene, deadline: Duty | None) -> int:
    left = deadline.due.days_left(scene.today) if deadline is not None and deadline.due is not None else None
    return left if left is not None else 0


def rows(scene: Scene, width: int) -> tuple[CardRow, ...]:
    """Return the rows of the card, at most three; none if it is empty.

    Args:
        scene: the tree, the journey, and who looks at it.
        width: cells of the screen.
    """
    shown = card(scene)
    last_day = _last_day(scene, shown, width)
    following = _following(scene, shown, width)
    ring = _ring(scene, shown, width)
    in_order = (ring, following, last_day) if CRISIS in scene.node.tags else (last_day, following, ring)
    return tuple(row for row in in_order if row is not None)


def one_row(scene: Scene, width: int) -> tuple[CardRow, ...]:
    """Return the most useful single row: a near last day, else a thing to do, a far last day, a contact.

    Args:
        scene: the tree, the journey, and who looks at it.
        width: cells of the screen.
    """
    found, shown = rows(scene, width), card(scene)
    is_far = _days_left(scene, shown.deadline) > NEAR
    first = 1 if is_far and shown.following is not None and CRISIS not in scene.node.tags else 0
    return found[first : first + 1]


def in_full(scene: Scene) -> list[Block]:
    """Return the card for a screen of its own, with what is uncertain about the day, and the owners of the numbers.

    Args:
        scene: the tree, the journey, and who looks at it.
    """
    shown, blocks = card(scene), list[Block]()
    due = shown.deadline.due if shown.deadline is not None else None
    if shown.deadline is not None and due is not None:
        words = (*_heads(scene, shown.deadline, due)[0], *scene.line(due.deadline.text))
        blocks.append(Para(words[1:], words[:1], (Run("  "),)))
        if (caveat := due.caveat()) is not None:
            blocks.append(Para((Run(scene.say.tell(caveat), "warn"),), (Run("  "),), (Run("  "),)))
    if shown.following is not None:
        words = _told(scene, shown.following)
        blocks.append(Para(words[1:], words[:1], (Run("    "),)))
    if shown.more:
        more = scene.say.plural(
            "{n} more to do: t, once you go on", "{n} more to do: t, once you go on", shown.more
        )
        blocks.append(Para((Run(more, "dim"),), (Run("    "),), (Run("    "),)))
    return [*blocks, *to_be_read(scene, shown.contacts)]


def _last_day(scene: Scene, shown: Card, width: int) -> CardRow | None:
    task = shown.deadline
    if task is None or task.due is None:
        return None
    *heads, bare = _heads(scene, task, task.due)
    text = scene.line(task.due.deadline.text)
    least = min(line_cells(text), LEGIBLE) + MARGIN
    fits = next((head for head in heads if line_cells(head) + least <= width), None)
    right = () if shown.following is not None else _all(scene, shown)
    return CardRow(ALL, bare if fits is None else (*fits, *text), right)


def _heads(scene: Scene, task: Duty, due: Due) -> list[Line]:
    """Return alternatives for the words before a deadline's text, the longest first; the last can stand alone."""
    say, left, dot = scene.say, due.days_left(scene.today), Run(" · ", "dim")
    if left is None or due.keep is None:
        ahead = may_lie_ahead(scene.tree, task.item)
        asked = say("No last day yet: when is it?") if ahead else say("No last day yet: when was it?")
        bare = (Run("! ", "warn"), Run(asked + " ", "strong warn"), *scene.line(due.deadline.event))
        return [(*bare, dot), bare]
    if left < 0:
        to_ask = helper(scene.tree, task.node)
        words: Line = (Run("! ", "bad"), Run(_passed(scene, -left, due, to_ask), "strong bad"))
        whose = (Run(say(" ({whose})", whose=scene.name(to_ask.title))),) if to_ask is not None else ()
        return [(*words, *whose, dot), (*words, dot), words]
    near = task.urgency is not Urgency.LATER
    sign, role = (Run("! ", "warn"), "strong warn") if near else (Run("  "), "strong")
    days = say.plural("{n} day left", "{n} days left", left) if left else say("Today is the last day")
    whens = [*_until(scene, due, due.keep), ""] if left else [""]
    return [
        *((sign, Run(say("{heading}: ", heading=days + until), role)) for until in whens),
        (sign, Run(days, role)),
    ]


def _until(scene: Scene, due: Due, day: dt.date) -> list[str]:
    """Return alternatives for the last day, the longest first; two days if a year's holidays are not announced yet."""
    say, iso = scene.say, day.isoformat()
    if due.otherwise is None:
        return [say(", until {day}", day=Sentences(say).day(day)), say(", until {day}", day=iso)]
    other = due.otherwise.isoformat() if due.otherwise.year != day.year else f"{due.otherwise:%m-%d}"
    return [say(", until {day} or {other}", day=iso, other=other), say(", until {day}", day=iso)]


def _passed(scene: Scene, n: int, due: Due, asked: Contact | None) -> str:
    """Return the words that a last day has passed, and whom to call today.

    Args:
        scene: whose language the words are in.
        n: number of days since then.
        due: the deadline.
        asked: the contact to call; None if the tree names none.
    """
    say, may = scene.say, due.otherwise is not None and due.otherwise >= scene.today
    if asked is None and may:
        return say.plural(
            "may have passed {n} day ago: act today", "may have passed {n} days ago: act today", n
        )
    if asked is None:
        return say.plural(
            "passed {n} day ago: ask for advice today", "passed {n} days ago: ask for advice today", n
        )
    phone = reached_by(asked)
    if may:
        return say.plural(
            "may have passed {n} day ago: act today, ring {phone}",
            "may have passed {n} days ago: act today, ring {phone}",
            n,
            phone=phone,
        )
    return say.plural(
        "passed {n} day ago: ring {phone} today", "passed {n} days ago: ring {phone} today", n, phone=phone
    )


def _following(scene: Scene, shown: Card, width: int) -> CardRow | None:
    task = shown.following
    if task is None:
        return None
    words = _told(scene, task)
    where = () if task.here else (Run(" · " + scene.title(task.node), "dim"),)
    return CardRow(ALL, _fitting([(*words, *where), words], width), _all(scene, shown))


def _told(scene: Scene, task: Duty) -> Line:
    """Return an open item of a checklist with its purpose; for a deadline without a date, the words that ask for it."""
    if task.due is not None:
        return (*_heads(scene, task, task.due)[0], *scene.line(task.due.deadline.text))
    return _item(scene, task.entry) if task.entry is not None else ()


def _item(scene: Scene, entry: ChecklistItem) -> Line:
    purpose = Sentences(scene.say).purposes()[entry.purpose]
    heading = Run(scene.say("{heading}: ", heading=purpose), "dim")
    return (Run("[ ] ", "key"), heading, *scene.line(entry.text))


def _all(scene: Scene, shown: Card) -> tuple[Line, ...]:
    """Return the number of further things, and the key that shows them."""
    say, key = scene.say, (Run(scene.key(Scope.EXPLORER, ALL) + " ", "key"), Run(scene.say("to do"), "dim"))
    if not shown.more:
        return (key, key[:1])
    more = say.plural("{n} more", "{n} more", shown.more)
    return ((Run(more, "dim"), Run(" · ", "dim"), *key), (Run(f"+{shown.more} ", "dim"), key[0]))


def _ring(scene: Scene, shown: Card, width: int) -> CardRow | None:
    if not shown.contacts:
        return None
    found = [contact for contact in shown.contacts if contact.phone] or list(shown.contacts)
    options = [(called(scene, found[0]), *words) for words in _whom(scene, found)]
    copy = (Run(scene.key(Scope.MAIN, COPY) + " ", "key"), Run(scene.say("copy"), "dim"))
    return CardRow(COPY, _fitting(options, width), (copy, copy[:1]))


def _whom(scene: Scene, found: Sequence[Contact]) -> Iterator[Line]:
    """Yield alternatives for the contacts, the longest first: with hours, then fewer; in danger to life all numbers.

    Args:
        scene: whose language the words are in.
        found: the contacts, the most useful first; at least one.
    """
    for source in _sources(scene, found):
        yield (*side_by_side(scene, found, hours=True), *source)
    for source in _sources(scene, found):
        yield (*side_by_side(scene, found), *source)
    yield side_by_side(scene, found, hours=True)
    yield side_by_side(scene, found)
    if CRISIS in scene.node.tags:
        yield (Run(" · ".join(map(reached_by, found)), "strong"),)
    for number in range(len(found) - 1, 1, -1):
        yield side_by_side(scene, found[:number])
    yield side_by_side(scene, found[:1], hours=True)
    yield side_by_side(scene, found[:1])


def _sources(scene: Scene, found: Sequence[Contact]) -> Iterator[Line]:
    """Yield which guide names the contacts and when that was checked, the fullest first; nothing in danger to life.

    Args:
        scene: whose language the words are in.
        found: the contacts; where they were checked on several days, nothing is said of them together.
    """
    if len({contact.checked for contact in found}) > 1 or CRISIS in scene.node.tags:
        return
    say, contact = scene.say, found[0]
    stale = scene.tree.is_stale(contact, scene.today)
    dot, role = Run(" · ", "dim"), "warn" if stale else "dim"
    yield (dot, Run(Sentences(say).vouched(scene.name(scene.tree.title), contact, stale=stale), role))
    if contact.checked is None:
        yield (dot, Run(say("as this guide says"), role))
    elif stale:
        yield (dot, Run(say("this guide, checked long ago: {date}", date=contact.checked.isoformat()), role))
    else:
        yield (dot, Run(say("this guide, checked {date}", date=contact.checked.isoformat()), role))


def _fitting(options: list[Line], width: int) -> Line:
    """Return the first alternative that leaves room for a key at its right, else the last."""
    return next((line for line in options if line_cells(line) <= width - MARGIN - 4), options[-1])
