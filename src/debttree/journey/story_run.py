"""Run the stories of a tree and compare the results with the expectations."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from debttree.analysis import Prospects, Status
from debttree.journey.dating import with_date
from debttree.journey.deadlines import dues
from debttree.journey.journey import Journey
from debttree.journey.page_words import words_at
from debttree.model import (
    Choice,
    DataPath,
    Message,
    Path,
    Tree,
    Trouble,
    did_you_mean,
    find_consequence,
    find_node,
    msg,
    suggestion,
)
from debttree.model.story import Story

Came = str | int | dt.date | tuple[str, ...]
"""A value that a story could expect."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One expectation of a story that was not met.

    Attributes:
        path: data path of what failed, from the story's own table.
        message: the actual result, in words.
        hint: what was probably meant.
        came: the value that the story would have to expect; None if only its author can know.
    """

    path: DataPath
    message: Message
    came: Came | None = None
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class StoryResult:
    """A story with its result.

    Attributes:
        story: as its author wrote it.
        path: as far as its answers could be followed.
        failures: in the order of its keys; empty: it holds.
    """

    story: Story
    path: Path
    failures: tuple[Failure, ...]


class StoryTeller:
    """Runs stories of one tree; data that all of them need are computed once."""

    def __init__(self, tree: Tree, today: dt.date) -> None:
        self.tree = tree
        self.today = today

    @cached_property
    def prospects(self) -> Prospects:
        """The prospects of the tree."""
        return Prospects.of(self.tree)

    def tell(self, story: Story) -> StoryResult:
        """Return the result of a story; errors in it become failures."""
        try:
            start = find_node(self.tree, story.begins).id if story.begins is not None else self.tree.root
        except Trouble as trouble:
            return StoryResult(story, Path(self.tree.root), (_failure(("from",), trouble),))
        journey = Journey(Path(start))
        for number, answer in enumerate(story.answers):
            try:
                journey = journey.take(self.tree, _answer(self.tree, journey.at, answer).id)
            except Trouble as trouble:
                return StoryResult(story, journey.path, (_failure(("answers", number), trouble),))
        failures: list[Failure] = []
        for name, day in story.dates.items():
            try:
                journey = with_date(self.tree, journey, f"{name}={day.isoformat()}", story.now or self.today)
            except Trouble as trouble:
                failures.append(_failure(("dates", name), trouble))
        failures.extend(self._compared(story, journey))
        return StoryResult(story, journey.path, tuple(failures))

    def _compared(self, story: Story, journey: Journey) -> Iterator[Failure]:
        expect, path = story.expect, journey.path
        if expect.at is not None and path.end != expect.at:
            yield Failure(("expect", "at"), msg('It ends at "{node}".', node=path.end), path.end)
        yield from self._met(story, set(path.met(self.tree)))
        yield from self._standings(story, path)
        yield from self._last_days(story, journey)
        if expect.within is not None and len(path.steps) > expect.within:
            message = msg("It takes {n} answers.", n=len(path.steps))
            yield Failure(("expect", "within"), message, len(path.steps))
        yield from self._words(story, path.end)

    def _met(self, story: Story, met: set[str]) -> Iterator[Failure]:
        for key, expected, wanted in (
            ("met", story.expect.met, True),
            ("not_met", story.expect.not_met, False),
        ):
            holding = tuple(name for name in expected if (name in met) is wanted)
            for number, name in enumerate(expected):
                if name not in self.tree.consequences:
                    yield self._unknown_consequence(("expect", key, number), name)
                elif (name in met) is not wanted:
                    meets, misses = (
                        msg('It meets "{name}".', name=name),
                        msg('It does not meet "{name}".', name=name),
                    )
                    yield Failure(("expect", key, number), misses if wanted else meets, holding)

    def _standings(self, story: Story, path: Path) -> Iterator[Failure]:
        status, setbacks = story.expect.status, story.expect.setbacks
        if not status and not setbacks:
            return
        standings = self.prospects.standings(path.end, path.met(self.tree))
        for name, word in status.items():
            if name not in standings:
                yield self._unknown_consequence(("expect", "status", name), name)
            elif word not in list(Status):
                message, now = msg('"{word}" is no status.', word=word), standings[name].status.value
                yield Failure(("expect", "status", name), message, now, did_you_mean(word, list(Status)))
            elif standings[name].status.value != word:
                now = standings[name].status.value
                message = msg('The status of "{name}" is {status}.', name=name, status=now)
                yield Failure(("expect", "status", name), message, now)
        yield from self._setbacks(setbacks, {name: found.setbacks for name, found in standings.items()})

    def _setbacks(self, expected: Mapping[str, int], came: Mapping[str, int | None]) -> Iterator[Failure]:
        for name, number in expected.items():
            path = ("expect", "setbacks", name)
            if name not in came:
                yield self._unknown_consequence(path, name)
            elif came[name] is None:
                yield Failure(path, msg('No number of setbacks brings "{name}".', name=name))
            elif came[name] != number:
                message = msg('"{name}" is {n} setbacks off.', name=name, n=came[name] or 0)
                yield Failure(path, message, came[name])

    def _last_days(self, story: Story, journey: Journey) -> Iterator[Failure]:
        known = {f"{due.node}:{due.deadline.id}": due.keep for due in dues(self.tree, journey)}
        for name, day in story.expect.last_days.items():
            path = ("expect", "last_days", name)
            if name not in known:
                message = msg('No deadline "{name}" is on its way.', name=name)
                yield Failure(path, message, hint=did_you_mean(name, known))
            elif known[name] is None:
                yield Failure(path, msg('No date is given for "{name}".', name=name))
            elif known[name] != day:
                message = msg('The last day of "{name}" is {date}.', name=name, date=str(known[name]))
                yield Failure(path, message, known[name])

    def _words(self, story: Story, node: str) -> Iterator[Failure]:
        expect = story.expect
        if not expect.shows and not expect.hides:
            return
        page = words_at(self.tree, node, story.language or (*self.tree.languages, "en")[0])
        for key, expected, wanted in (("shows", expect.shows, True), ("hides", expect.hides, False)):
            for number, words in enumerate(expected):
                if (words in page) is not wanted:
                    there = msg('"{words}" stands at "{node}".', words=words, node=node)
                    absent = msg('"{words}" does not stand at "{node}".', words=words, node=node)
                    yield Failure(("expect", key, number), absent if wanted else there)

    def _unknown_consequence(self, path: DataPath, name: str) -> Failure:
        try:
            find_consequence(self.tree, name)
        except Trouble as trouble:
            return _failure(path, trouble)
        raise AssertionError(name)


def _answer(tree: Tree, at: str, answer: str) -> Choice:
    """Return the choice that an answer names, `CHOICE` or `NODE:CHOICE`, where somebody stands at `at`.

    Raises:
        Trouble: they stand elsewhere, or no choice there has this name.
    """
    named, colon, name = answer.rpartition(":")
    if colon and named != at:
        message = msg('The story stands at "{at}", not at "{node}".', at=at, node=named)
        raise Trouble(message)
    node = tree.nodes[at]
    choice = node.choice(name)
    if choice is None:
        known = [choice.id for choice in node.choices]
        names = msg("There are: {names}", names=", ".join(known)) if known else msg("It is an end.")
        raise Trouble(
            msg('"{node}" has no choice "{choice}".', node=at, choice=name), suggestion(name, known, names)
        )
    return choice


def _failure(path: DataPath, trouble: Trouble) -> Failure:
    return Failure(path, trouble.message, hint=trouble.hint)


def corrections(told: Iterable[StoryResult]) -> list[tuple[int, tuple[str, ...], Came]]:
    """Return the corrections that would make stories pass: story number, key, actual value."""
    found = {
        (number, tuple(part for part in failure.path if isinstance(part, str))): failure.came
        for number, one in enumerate(told)
        for failure in one.failures
        if failure.came is not None
    }
    return [(number, key, came) for (number, key), came in found.items()]
