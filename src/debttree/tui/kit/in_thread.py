"""Run work of a screen in a thread, so that keys are handled meanwhile."""

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from textual.dom import DOMNode
from textual.worker import Worker

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def in_thread(
    node: DOMNode, group: str, work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
) -> Worker[_Result]:
    """Start work in a thread of its own, and return its worker, which is cancelled when the screen is closed.

    Textual describes a worker by the repr of all that it is given: of a tree of 10,000 nodes these are seven million
    characters, made anew for each key that starts work, while no other key is handled. Here the group describes it.

    Args:
        node: the screen, or the app.
        group: work of one kind.
        work: what is run; it must not touch widgets.
        given: its arguments.
        named: its named arguments.
    """
    return node.run_worker(partial(work, *given, **named), group=group, description=group, thread=True)


def in_thread_instead(
    node: DOMNode, group: str, work: Callable[_Given, _Result], *given: _Given.args, **named: _Given.kwargs
) -> Worker[_Result]:
    """Start work in a thread instead of all work of its kind that is under way, which is cancelled.

    Args:
        node: the screen, or the app.
        group: work of one kind.
        work: what is run; it must not touch widgets.
        given: its arguments.
        named: its named arguments.
    """
    node.workers.cancel_group(node, group)
    return in_thread(node, group, work, *given, **named)
