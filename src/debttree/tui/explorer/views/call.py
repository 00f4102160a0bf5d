"""A phone call: one thing to say, ask or write at a time, the answer of an earlier call, and the possible results."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from debttree.export import call_log
from debttree.export.sentences import Sentences
from debttree.journey import Answer, Call
from debttree.journey.calls import ALSO_SAID, Ending, answered_before, script
from debttree.journey.contacts import contacts_of
from debttree.locales.words import ELSE_SAID, REMINDER
from debttree.model import Contact, Purpose, clean
from debttree.tui.explorer.items import NoAnswerYet
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.choices import to_take
from debttree.tui.explorer.views.notes import own_words
from debttree.tui.explorer.views.numbers import lead
from debttree.tui.kit.page import Block, Line, Para, Run, blank, fitted, headed, lay
from debttree.tui.kit.widgets.bar import BETWEEN


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to say, ask or write in a call.

    Attributes:
        item: id of the checklist item; empty for the place for whatever else is said.
        heading: the purpose of the item.
        words: of the item.
        typed: whether there is a field for an answer.
    """

    item: str
    heading: str
    words: Line
    typed: bool


def cues(scene: Scene) -> tuple[Cue, ...]:
    """Return the things to say, ask and write here, and last a place for whatever else is said."""
    headings, say = Sentences(scene.say).purposes(), scene.say
    found = [
        Cue(item.id, headings[item.purpose], scene.line(item.text, "title"), item.purpose is not Purpose.SAY)
        for item in script(scene.node)
    ]
    rest = (Run(say.tell(ELSE_SAID), "title"),)
    return (*found, Cue(ALSO_SAID, headings[Purpose.WRITE], rest, typed=True))


def contacts(scene: Scene, width: int, room: int) -> list[Block]:
    """Return the phone numbers here, each with its owner and hours as far as there is room.

    Args:
        scene: the tree and the journey.
        width: cells of a line.
        room: number of lines; if they are too few, every number is shown and words are left out.
    """
    found = [contact for contact in contacts_of(scene.tree, scene.node.id) if contact.phone]
    lead = Run(scene.say("Ring: "), "dim")
    lines = [(lead, *_whom(scene, contact)) for contact in found]
    numbers = (Run(BETWEEN.join(clean(contact.phone or "") for contact in found), "key"),)
    in_full: list[Block] = [Para(line, rest=(Run("  "),)) for line in lines]
    if len(lay(in_full, width).lines) <= room:
        return in_full
    return [Para(fitted(line, width)) for line in (lines if len(lines) <= room else [(lead, *numbers)])]


def _whom(scene: Scene, contact: Contact) -> Line:
    more = [text for text in (contact.hours, contact.cost) if text is not None]
    words = BETWEEN.join(map(scene.name, (contact.title, *more)))
    return (Run(clean(contact.phone or ""), "key"), Run("  "), Run(words))


def reminder(scene: Scene) -> list[Block]:
    """Return the reminder for a person on the phone, in the words of the guide if it has them."""
    words = scene.name(scene.tree.call_reminder)
    said = words or scene.say.tell(REMINDER)
    return [Para((Run(said, "warn"),), (Run("! ", "warn"),), (Run("  "),))]


def spoken(scene: Scene, cue: Cue, *, short: bool) -> list[Block]:
    """Return one thing; in a low window in as few lines as possible.

    Args:
        scene: the tree and the journey.
        cue: the thing.
        short: whether the window is low.
    """
    if short:
        heading = scene.say("{heading}: {text}", heading=cue.heading, text="")
        return [Para((Run(heading, "dim"), *cue.words))]
    return [Para((Run(cue.heading, "dim"),)), blank(), Para(cue.words), blank()]


def out_of_sight(scene: Scene, lines: int) -> Line:
    """Return words for the number of lines out of view."""
    return (Run(scene.say.plural("{n} more line: ↓", "{n} more lines: ↓", lines), "key"),)


def known(scene: Scene, call: Call, cue: Cue) -> Iterator[Block]:
    """Yield the time of the answer in this call, and the answer of an earlier call.

    Args:
        scene: the tree and the journey.
        call: the present one.
        cue: the present thing.
    """
    say, answer = scene.say, call.answer(cue.item)
    if cue.typed and answer is not None:
        yield Para((Run(say("Typed at {time}.", time=_time(answer.at)), "good"),))
    before = answered_before(scene.journey.calls, call, cue.item) if cue.typed else None
    if before is not None:
        yield from _last_time(scene, before)


def _last_time(scene: Scene, answer: Answer) -> Iterator[Block]:
    """Yield the lines of an answer of an earlier call."""
    when = scene.say("Last time, {date} {time}: ", date=answer.at.date().isoformat(), time=_time(answer.at))
    yield from own_words((Run(when, "dim"),), answer.text, rest=(Run("  "),))


def _time(moment: dt.datetime) -> str:
    return moment.strftime("%H:%M")


def next_cue(scene: Scene, cue: Cue | None) -> Line:
    """Return the next thing in one line."""
    if cue is None:
        return (Run(scene.say("That is all."), "dim"),)
    return (Run(scene.say("Next: "), "dim"), *(Run(run.text, "dim") for run in cue.words))


def answers_in_line(scene: Scene, found: Ending | None, key: str) -> Line:
    """Return in one line how to hang up, and the possible results of the call.

    Args:
        scene: the tree and the journey.
        found: where somebody else answers; None: nobody does.
        key: the key that hangs up.
    """
    say, choices = scene.say, found.node.choices if found else ()
    line = [Run(key, "key"), Run(" "), Run(say("hang up: ") if choices else say("hang up"), "strong")]
    for number, choice in enumerate(choices, 1):
        gap = "" if number == 1 else BETWEEN
        line += [Run(f"{gap}{number} ", "dim"), *scene.line(choice.label)]
    return tuple(line)


def answers(scene: Scene, found: Ending | None, back: str) -> Iterator[Block]:
    """Yield the possible results of the call as numbered items, and last that there is none yet.

    Args:
        scene: the tree and the journey.
        found: where somebody else answers; None: nobody does.
        back: the key that takes a step back.
    """
    say, choices, numbers = scene.say, found.node.choices if found is not None else (), count(1)
    for choice in choices:
        yield from to_take(scene, choice, numbers)
    words = say("Nothing yet: back to the step") if choices else say("Hang up: back to the step")
    before, space = lead(numbers)
    yield Para((Run(words),), before, (Run(space),), item=NoAnswerYet())
    if found is not None and found.choice is not None:
        yield blank()
        label = scene.name(found.choice.label)
        words = say("An answer takes “{choice}” first. {key} takes a step back.", choice=label, key=back)
        yield Para((Run(words, "dim"),), (Run(" "),), (Run(" "),))


def log(scene: Scene) -> Iterator[Block]:
    """Return the calls of the journey with what was typed in them, those at dropped steps included."""
    return headed(scene.say("Log of calls"), _logged(scene))


def _logged(scene: Scene) -> Iterator[Block]:
    for entry in call_log.entries(scene.tree, scene.journey.calls, scene.name, dated=True):
        yield Para((Run(call_log.heading(scene.say, entry), "strong"),), (Run("   "),), (Run("     "),))
        for answer in entry.answers:
            asked, *said = call_log.answered(scene.say, answer)
            yield Para((Run(asked, "dim"),), (Run("     "),), (Run("     "),))
            for line in said:
                yield Para((Run(line, "em"),), (Run("       "),), (Run("       "),))
        if end := call_log.ending(scene.say, entry):
            yield Para((Run(end),), (Run("     "),), (Run("     "),))
