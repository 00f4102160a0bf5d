"""Run work of a screen in a thread, so that keys are handled meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, TypeVarTuple

from textual.dom import DOMNode
from textual.worker import Worker

_Given = TypeVarTuple("_Given")
_Result = TypeVar("_Result")


def in_thread(
    node: DOMNode,
    group: str,
    work: Callable[[*_Given], _Result],
    *given: *_Given,
    exclusive: bool = False,
) -> Worker[_Result]:
    """Start work in a thread of its own, and return its worker, which is cancelled when the screen is closed.

    Textual describes a worker by the repr of all that it is given: of a tree of 10,000 nodes these are seven million
    characters, made anew for each key that starts work, while no other key is handled. Here the group describes it.

    Args:
        node: the screen, or the app.
        group: work of one kind.
        work: what is run; it must not touch widgets.
        given: its arguments.
        exclusive: whether the node's work of this kind that is under way is cancelled.
    """
    return node.run_worker(
        partial(work, *given), group=group, description=group, exclusive=exclusive, thread=True
    )
