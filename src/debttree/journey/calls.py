"""A phone call: what a person typed during it, each answer with its time.

It serves as evidence: whom they spoke to, when, and what was said.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from debttree.model import ChecklistItem, Choice, Kind, Node, Purpose, Tree

GOES_ON = dt.timedelta(hours=1)
"""Time since the last answer within which a call that was not ended is continued; after it a new one begins."""

_SECOND = dt.timedelta(seconds=1)

ALSO_SAID = ""
"""The item of an answer to no question of the guide."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to an item of a checklist, or written down of it.

    Attributes:
        item: its id; empty for what else was said, and where the item has gone from the guide since.
        text: what was typed.
        at: when, with the time zone.
        asked: the words of an item that has gone, else empty.
    """

    item: str
    text: str
    at: dt.datetime
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A call at a node.

    Attributes:
        node: its id; empty where that node has gone from the guide since.
        begun: when the first answer was typed, or when it was ended without one.
        answers: in the order in which they were typed first.
        ended: when it was ended; None: it may go on.
        came: its result in words; may be empty.
        was_at: the title of the node that has gone, else empty.
    """

    node: str
    begun: dt.datetime
    answers: tuple[Answer, ...] = ()
    ended: dt.datetime | None = None
    came: str = ""
    was_at: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is worth storing."""
        return not self.answers and self.ended is None

    @property
    def items(self) -> frozenset[str]:
        """The items that are answered."""
        return frozenset(answer.item for answer in self.answers if answer.item)

    def is_same(self, other: "Call") -> bool:
        """Return whether both are the same call, whatever was typed in each."""
        return (self.node, self.begun) == (other.node, other.begun)

    def answer(self, item: str) -> Answer | None:
        """Return what was answered to an item, or None."""
        return next((known for known in self.answers if known.item == item and not known.asked), None)

    def answered(self, item: str, text: str, at: dt.datetime) -> "Call":
        """Return the call with an answer; an empty text removes the answer, an unchanged one keeps its time.

        Args:
            item: the id of the item.
            text: what was typed.
            at: when.
        """
        known = self.answer(item)
        if known is None:
            made = Answer(item, text, _to_the_second(at))
            return replace(self, answers=(*self.answers, made)) if text else self
        if known.text == text:
            return self
        changed = [Answer(item, text, _to_the_second(at))] if text else []
        place = self.answers.index(known)
        return replace(self, answers=(*self.answers[:place], *changed, *self.answers[place + 1 :]))

    def hung_up(self, at: dt.datetime, came: str = "") -> "Call":
        """Return the call ended, with its result in words."""
        return replace(self, ended=_to_the_second(at), came=came)


def _to_the_second(moment: dt.datetime) -> dt.datetime:
    return moment.replace(microsecond=0)


def with_call(calls: tuple[Call, ...], call: Call) -> tuple[Call, ...]:
    """Return the calls with this one, in place of what it was before; one without anything in it is left out."""
    found = any(known.is_same(call) for known in calls)
    changed = tuple(call if known.is_same(call) else known for known in calls) if found else (*calls, call)
    return tuple(known for known in changed if not known.is_empty)


def call_to_go_on_with(calls: Iterable[Call], node: str, now: dt.datetime) -> Call:
    """Return the call that goes on at a node, or a new one.

    Args:
        calls: those made so far.
        node: id of the node.
        now: the present moment.
    """
    made = [call for call in calls if call.node == node]
    if made and made[-1].answers and made[-1].ended is None and abs(now - made[-1].answers[-1].at) < GOES_ON:
        return made[-1]
    return Call(node, _free_moment(_to_the_second(now), {call.begun for call in made}))


def _free_moment(begun: dt.datetime, taken: Set[dt.datetime]) -> dt.datetime:
    """Return the next moment at which no call of a node begins: calls are identified by node and beginning."""
    step = _SECOND if begun.year < dt.MAXYEAR else -_SECOND
    while begun in taken:
        begun += step
    return begun


def told_apart(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Return the calls with distinct beginnings for each node: else one call would replace another.

    A file changed by hand may hold such calls, and so may a tree in which two nodes have become one.
    """
    taken: defaultdict[str, set[dt.datetime]] = defaultdict(set)
    following: dict[tuple[str, dt.datetime], dt.datetime] = {}
    apart = []
    for call in calls:
        known = (call.node, call.begun)
        begun = _free_moment(following.get(known, call.begun), taken[call.node])
        taken[call.node].add(begun)
        following[known] = begun
        apart.append(replace(call, begun=begun))
    return tuple(apart)


def answered_before(calls: Iterable[Call], call: Call, item: str) -> Answer | None:
    """Return what was answered to an item in the last other call at the node.

    Args:
        calls: those made so far.
        call: the present one.
        item: the id of the item.
    """
    others = [known for known in calls if known.node == call.node and not known.is_same(call)]
    answers = (known.answer(item) for known in reversed(others))
    return next((answer for answer in answers if answer is not None), None)


def script(node: Node) -> tuple[ChecklistItem, ...]:
    """Return the checklist items to say, ask and write at a node, in order."""
    return tuple(item for item in node.checklist if item.purpose is not Purpose.HAVE)


@dataclass(frozen=True, slots=True)
class Ending:
    """The possible next steps after hanging up.

    Attributes:
        choice: the choice to take first; None if the person is at the chance node already.
        node: the chance node, where somebody else answers.
    """

    choice: Choice | None
    node: Node


def ending(tree: Tree, at: str, pointed: str | None = None) -> Ending | None:
    """Return the chance node after a call, and the choice that leads there; None if there is none.

    Args:
        tree: the tree walked.
        at: id of the node that the person stands on.
        pointed: id of the choice that is taken if it leads there; else the first one that does.
    """
    node = tree.nodes[at]
    if node.kind is Kind.CHANCE:
        return Ending(None, node)
    leading = [choice for choice in node.choices if tree.nodes[choice.to].kind is Kind.CHANCE]
    chosen = next((choice for choice in leading if choice.id == pointed), next(iter(leading), None))
    return Ending(chosen, tree.nodes[chosen.to]) if chosen else None
