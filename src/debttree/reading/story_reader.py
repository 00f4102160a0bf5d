"""Make stories of TOML data, and find every problem that the file can show by itself."""

import datetime as dt
from dataclasses import dataclass

from debttree.model import Aim, DataPath, Problem, is_language, msg
from debttree.model.story import STORY_FORMAT, Expectation, Stories, Story
from debttree.reading.collector import Collector, Table
from debttree.reading.keys import EXPECT, STORIES, STORY
from debttree.reading.newer import newer_forms
from debttree.reading.toml import Data, parse

MOST_ANSWERS = 10_000
"""Answers of one story, and setbacks and steps that it may expect."""


@dataclass(frozen=True, slots=True)
class StoryReading:
    """The result of reading one file of stories.

    Attributes:
        text: the file's text without its BOM.
        data: what tomli made of it; None where it is no TOML.
        stories: None where the file says nothing that could be run.
        problems: in no order, mostly without places.
    """

    text: str
    data: Data | None
    stories: Stories | None
    problems: tuple[Problem, ...]


def read_stories(content: bytes) -> StoryReading:
    """Read the bytes of a file of stories."""
    parsed = parse(content)
    if parsed.data is None:
        return StoryReading(parsed.text, None, None, (parsed.problem,) if parsed.problem else ())
    reader = _StoryReader()
    stories = reader.stories(parsed.data)
    problems = (*reader.collect.problems, *newer_forms(parsed.text))
    return StoryReading(parsed.text, parsed.data, stories, problems)


class _StoryReader:
    def __init__(self) -> None:
        self.collect = Collector()

    def stories(self, data: Data) -> Stories:
        collect = self.collect
        collect.format(
            data, STORY_FORMAT, msg('Stories are read in the format "{format}" only.', format=STORY_FORMAT)
        )
        collect.known_keys(data, STORIES, ())
        tree = collect.string(data, "tree", (), required=True)
        now = collect.date(data, "now", ())
        told = tuple(self._story(table, path) for table, path in collect.tables(data, "story", ()))
        if not data.get("story"):
            hint = msg('Begin one with: [[story]] and name = "..."')
            collect.error("no-stories", (), msg("The file has no story."), hint)
        self._told_apart(told)
        return Stories(tree or "", told, now)

    def _story(self, table: Table, path: DataPath) -> Story:
        collect = self.collect
        collect.known_keys(table, STORY, path)
        return Story(
            name=collect.string(table, "name", path, required=True) or "",
            answers=self._words(table, "answers", path),
            begins=collect.string(table, "from", path),
            dates=self._days(table, "dates", path),
            language=self._language(table, path),
            now=collect.date(table, "now", path),
            expect=self._expectation(table, path),
        )

    def _expectation(self, story: Table, where: DataPath) -> Expectation:
        collect = self.collect
        table = collect.table(story, "expect", where)
        path = (*where, "expect")
        collect.known_keys(table, EXPECT, path)
        return Expectation(
            at=collect.string(table, "at", path),
            met=self._words(table, "met", path),
            not_met=self._words(table, "not_met", path),
            status=self._status(table, path),
            setbacks=self._setbacks(table, path),
            last_days=self._days(table, "last_days", path),
            within=collect.integer(table, "within", path, 0, MOST_ANSWERS),
            shows=self._words(table, "shows", path),
            hides=self._words(table, "hides", path),
        )

    def _words(self, table: Table, key: str, where: DataPath) -> tuple[str, ...]:
        return tuple(word for word, _ in self.collect.strings(table, key, where))

    def _days(self, table: Table, key: str, where: DataPath) -> dict[str, dt.date]:
        days = self.collect.table(table, key, where)
        read = {name: self.collect.date(days, name, (*where, key)) for name in days}
        return {name: day for name, day in read.items() if day is not None}

    def _status(self, table: Table, where: DataPath) -> dict[str, str]:
        statuses = self.collect.table(table, "status", where)
        read = {name: self.collect.string(statuses, name, (*where, "status")) for name in statuses}
        return {name: word for name, word in read.items() if word is not None}

    def _setbacks(self, table: Table, where: DataPath) -> dict[str, int]:
        numbers = self.collect.table(table, "setbacks", where)
        path = (*where, "setbacks")
        read = {name: self.collect.integer(numbers, name, path, 0, 9) for name in numbers}
        return {name: number for name, number in read.items() if number is not None}

    def _language(self, table: Table, path: DataPath) -> str | None:
        language = self.collect.string(table, "language", path)
        if language is not None and not is_language(language):
            self.collect.bad_language(language, (*path, "language"))
            return None
        return language

    def _told_apart(self, stories: tuple[Story, ...]) -> None:
        """Collect an error where two stories have one name: a report could not say which of them failed."""
        seen: set[str] = set()
        for number, story in enumerate(stories):
            if story.name and story.name in seen:
                message = msg('Two stories are called "{name}".', name=story.name)
                self.collect.error("duplicate-story", ("story", number, "name"), message, aim=Aim.VALUE)
            seen.add(story.name)
