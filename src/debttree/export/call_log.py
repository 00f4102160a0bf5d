"""The log of calls: what was typed on the phone, with its times, as a part of the summary."""

import datetime as dt
from collections.abc import Callable, Iterator

from debttree.export.parts import CallAnswer, CallEntry
from debttree.export.sentences import Sentences
from debttree.journey import Answer, Call
from debttree.locales import Phrases
from debttree.locales.words import ELSE_SAID
from debttree.model import Node, Text, Tree, clean, clean_line


def entries(
    tree: Tree, calls: tuple[Call, ...], line: Callable[[Text | None], str], *, dated: bool
) -> Iterator[CallEntry]:
    """Yield the calls of a journey in the words of one language.

    Args:
        tree: the tree walked.
        calls: of the journey.
        line: returns the words of a text on one line.
        dated: whether times are included.
    """
    for call in calls:
        node = tree.nodes.get(call.node)
        yield CallEntry(
            node=call.node,
            title=line(node.title) if node else clean_line(call.was_at),
            begun=call.begun if dated else None,
            ended=call.ended if dated else None,
            came=clean_line(call.came),
            answers=tuple(_answer(node, answer, line, dated=dated) for answer in call.answers),
        )


def _answer(
    node: Node | None, answer: Answer, line: Callable[[Text | None], str], *, dated: bool
) -> CallAnswer:
    items = {item.id: item for item in node.checklist} if node else {}
    asked = line(items[answer.item].text) if answer.item in items else clean_line(answer.asked)
    return CallAnswer(answer.item, asked, clean(answer.text), answer.at if dated else None)


def moment(say: Phrases, at: dt.datetime) -> str:
    """Return a day with its weekday, and the time."""
    return say("{day}, {time}", day=Sentences(say).day(at.date()), time=at.strftime("%H:%M"))


def heading(say: Phrases, entry: CallEntry) -> str:
    """Return when a call was, and at which step."""
    if not entry.node:
        where = say("At a step that is no longer in the guide: {title}", title=entry.title)
    else:
        where = say("At: {title}", title=entry.title)
    if entry.begun is None:
        return where
    return say("{moment}. {where}", moment=moment(say, entry.begun), where=where)


def answered(say: Phrases, answer: CallAnswer) -> tuple[str, ...]:
    """Return what was asked, and below it what was typed with its time, line by line."""
    asked = answer.asked or say.tell(ELSE_SAID)
    first, *others = answer.text.split("\n")
    time = answer.at.strftime("%H:%M") if answer.at else ""
    return (asked, say("{time}: {text}", time=time, text=first) if time else first, *others)


def ending(say: Phrases, entry: CallEntry) -> str:
    """Return the result of a call and when it ended; empty if it was not ended."""
    time = entry.ended.strftime("%H:%M") if entry.ended else ""
    if entry.came and time:
        return say("Ended at {time}: {came}", time=time, came=entry.came)
    if entry.came:
        return say("What came of it: {came}", came=entry.came)
    return say("Ended at {time}.", time=time) if time else ""
