"""The places where each key has an effect: the keys that lead there, and a tree that contains everything."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from debttree.model import DataPath
from debttree.tui.kit.actions import Scope

NINE = 9
"""The number of digit keys."""

Lead = Sequence[str | DataPath]
"""The way to a place where a key works: keys to press, and data paths for the editor's cursor."""


BETWEEN_PARTS = frozenset({"next-part", "last-part"})
"""Actions that have an effect only on a screen with several parts."""


class Place(NamedTuple):
    """A screen on which the actions of a kind work.

    Attributes:
        lead: the way there from the first screen.
        only: the actions to press there; empty: all of that kind.
    """

    where: Scope
    lead: Lead = ()
    only: Set[str] = frozenset()


EXPLORER: Mapping[str, Place] = {
    "choices": Place(Scope.NUMBERED),
    "node": Place(Scope.MAIN),
    "explorer": Place(Scope.EXPLORER),
    "anywhere": Place(Scope.EVERYWHERE),
    "parts": Place(Scope.LIST, only=BETWEEN_PARTS),
    "list": Place(Scope.LIST, ("o",)),
    "text": Place(Scope.LIST, ("1", "x")),
    "way": Place(Scope.WAY, (*["1"] * NINE, "w")),
    "in-hand": Place(Scope.IN_HAND, ("i",)),
    "summary": Place(Scope.SUMMARY, ("1", "x")),
    "journeys": Place(Scope.JOURNEYS, ("1", "J")),
    "compare": Place(Scope.COMPARE, ("c",)),
    "spine": Place(Scope.SPINE, ("1", "m")),
    "map": Place(Scope.MAP, ("1", "m", "z")),
    "guide-map": Place(Scope.GUIDE_MAP, ("1", "m", "z")),
    "outline": Place(Scope.OUTLINE, ("1", "o")),
    "search": Place(Scope.SEARCH, ("slash", *"stop")),
    "call": Place(Scope.CALL, ("v",)),
    "look": Place(Scope.LOOK, ("m", "z", "enter")),
}

IN_A_DRAFT = frozenset({"ahead", "behind", "whole", "zoom-in", "zoom-out", "here", "follow-1", "follow-3"})
"""Actions of the map that have an effect even though no way was walked."""

A_CHOICE: DataPath = ("nodes", "hub", "choices", 2, "to")
A_TEXT: DataPath = ("nodes", "hub", "text")

EDITOR: Mapping[str, Place] = {
    "form": Place(Scope.EDITOR, (A_CHOICE,)),
    "list": Place(Scope.LIST, (A_CHOICE, "left")),
    "draft-map": Place(Scope.DRAFT_MAP, (A_CHOICE, "m")),
    "drawing": Place(Scope.MAP, (("nodes", "stop-1", "title"), "m"), only=IN_A_DRAFT),
    "finding": Place(Scope.FINDING, (A_CHOICE, "slash", *"stop")),
    "replacing": Place(
        Scope.REPLACING, (A_CHOICE, "percent_sign", *"Stop", "enter", *"Halt", "enter", "ctrl+s")
    ),
    "words": Place(Scope.WORDS, (A_TEXT, "enter")),
    "raw": Place(Scope.RAW, ("v",)),
    "saving": Place(Scope.SAVING, (A_CHOICE, "D", "ctrl+s")),
    "anywhere": Place(Scope.EVERYWHERE, (A_CHOICE,)),
}

BEFORE: Mapping[str, Lead] = {
    "back": ("1",),
    "forward": ("1", "left"),
    "forward-to-end": ("1", "1", "left", "left"),
    "restart": ("1", "1"),
    "read-back": ("pagedown",),
    "format-1": ("f",),
    "bring-back": ("enter", "9", "w"),
    **{f"follow-{number}": ("left",) for number in range(1, NINE + 1)},
    "to-side": ("home",),
    "to-spine": ("home", "right"),
    "spine-here": ("home",),
    "above": ("down",),
    "zoom-in": ("minus", "minus"),
    "here": ("right", "right"),
    "fold-all": ("asterisk",),
    "unfold-all": ("up",),
    "show-here": ("end",),
    "last-hit": ("down",),
    "found-above": ("down",),
    "look-back": ("1",),
    "walk-back": ("down",),
    "up": ("down",),
    "top": ("end",),
    "page-up": ("end",),
    "close": ("question_mark",),
    "undo": ("D",),
    "redo": ("D", "u"),
    "save-text": tuple("#"),
}
"""Keys that an action needs before it: for example, going back needs a step."""

ENDS = frozenset({"quit", "edit", "try"})
"""Actions that end the app, be it for another one."""

ELSEWHERE = frozenset({"own-editor", "suspend"})
"""Actions that need another program or a shell; they have tests in a real terminal."""


def tree_of_nines() -> str:
    """A tree in which each key has an effect, with nine or more of everything that digits choose."""
    lines = ['format = "debttree/1"', "[tree]", 'title = "Nines"', 'languages = ["en", "zh"]']
    for n in range(1, NINE + 1):
        lines += ["[[urgent]]", f'label = "Danger {n}"', f'to = "stop-{n}"']
    lines += ["[sources.law]", 'title = "The law"', 'confidence = "verified"']
    lines += ["[sources.other]", 'title = "A law that no node names"', 'confidence = "verified"']
    lines += ["[consequences.letters]", 'title = "Letters"', "severity = 2"]
    paragraphs = "\\n\\n".join(f"Paragraph {n}." for n in range(60))
    lines += ["[nodes.hub]", 'title = "Hub"', f'text = "{paragraphs}"', 'sources = ["law"]']
    for n in range(1, NINE + 1):
        lines += ["[[nodes.hub.checklist]]", f'id = "paper-{n}"', f'text = "Paper {n}"']
    for purpose in ("say", "ask"):
        lines += [
            "[[nodes.hub.checklist]]",
            f'id = "{purpose}"',
            f'for = "{purpose}"',
            f'text = "To {purpose}"',
        ]
    for n in range(1, NINE + 4):
        lines += ["[[nodes.hub.choices]]", f'label = "Choice {n}"', f'to = "stop-{n}"']
    for n in range(1, NINE + 4):
        lines += _stop(n)
    return "\n".join([*lines, "[nodes.end]", 'kind = "outcome"', 'title = "The end"']) + "\n"


def _stop(number: int) -> list[str]:
    """A node that leads on to the next one, and back."""
    lines = [f"[nodes.stop-{number}]", f'title = "Stop {number}"', 'text = "Some words."']
    lines += ['brings = ["letters"]'] if number % 2 else []
    onward = f"stop-{number + 1}" if number < NINE + 3 else "end"
    for label, to in (("On", onward), ("Back", "hub")):
        lines += [f"[[nodes.stop-{number}.choices]]", f'label = "{label}"', f'to = "{to}"']
    return lines
