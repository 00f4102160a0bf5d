"""A story: the answers of one person, and the expected result; a test of a tree, as data."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

STORY_FORMAT = "debttree-story/1"
"""What the first line of a file of stories says."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """The expected result of a story; None or empty: anything is accepted.

    Attributes:
        at: id of the node at which it ends.
        met: ids of consequences that it meets.
        not_met: ids of consequences that it does not meet.
        status: consequence to its status at the end, as `prospects --format json` names it.
        setbacks: number of setbacks by consequence at the end.
        last_days: `NODE:DEADLINE` to the last day to reckon with.
        within: most answers.
        shows: words that stand on the page at which it ends.
        hides: words that do not stand there.
    """

    at: str | None = None
    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()
    status: Mapping[str, str] = field(default_factory=dict)
    setbacks: Mapping[str, int] = field(default_factory=dict)
    last_days: Mapping[str, dt.date] = field(default_factory=dict)
    within: int | None = None
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """One person's walk.

    Attributes:
        name: as its author calls it; told in reports.
        answers: `CHOICE`, or `NODE:CHOICE`, one for each step.
        begins: id of the node it begins at; None: at the root.
        dates: an event, or `NODE:DEADLINE`, to the day of the event.
        language: of `shows` and `hides`; None: the first of the tree.
        now: the day that it is in it; None: that of its file, else today.
        expect: the expected result.
    """

    name: str
    answers: tuple[str, ...] = ()
    begins: str | None = None
    dates: Mapping[str, dt.date] = field(default_factory=dict)
    language: str | None = None
    now: dt.date | None = None
    expect: Expectation = Expectation()


@dataclass(frozen=True, slots=True)
class Stories:
    """A file of stories.

    Attributes:
        tree: name of the tree that they test.
        now: the day that it is in them; None: today.
    """

    tree: str
    stories: tuple[Story, ...]
    now: dt.date | None = None
