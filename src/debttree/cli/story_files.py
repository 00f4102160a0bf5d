"""Find and open files of stories, and the tree that each of them tests."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from debttree.analysis.checking import placed
from debttree.cli.opening import open_tree
from debttree.cli.problem_lines import problem_lines
from debttree.cli.session import Session
from debttree.journey.story_run import StoryResult, StoryTeller
from debttree.model import Severity, Tree, Trouble, command_line, msg
from debttree.model.story import Stories
from debttree.reading import read_bytes
from debttree.reading.places import Places
from debttree.reading.story_reader import StoryReading, read_stories
from debttree.storage.library import ENDING, STORIES, find_tree, is_path
from debttree.storage.naming import is_there


@dataclass(frozen=True)
class StoryRun:
    """A file of stories, run.

    Attributes:
        file: where they stand.
        content: its bytes as they were read.
        text: the same as text without its BOM.
        tree: that they test.
        told: each story with its result, in file order.
        teller: the runner that ran them.
    """

    file: Path
    content: bytes
    text: str
    tree: Tree
    told: tuple[StoryResult, ...]
    teller: StoryTeller

    @cached_property
    def places(self) -> Places:
        """The offsets of data paths in the file."""
        return Places(self.text)


def run_stories(session: Session, name: str) -> StoryRun:
    """Run the stories of a file, or those in the file beside a tree.

    Args:
        session: whose language, day and messages are used.
        name: a tree's name or file, or a file of stories.

    Raises:
        Trouble: there are none, or they cannot be read; what is wrong in them is on stderr already.
        DoesNotFollow: the tree has errors.
    """
    file = _stories_of(name)
    content = read_bytes(file)
    reading = read_stories(content)
    stories = _sound(session, file, reading)
    tree = open_tree(session, str(_tree_of(file, stories.tree)))
    teller = StoryTeller(tree, stories.now or session.today)
    return StoryRun(file, content, reading.text, tree, tuple(map(teller.tell, stories.stories)), teller)


def _stories_of(name: str) -> Path:
    if name.endswith(STORIES):
        return Path(name)
    tree = find_tree(name)
    file = tree.parent / (tree.stem + STORIES)
    if not is_there(file):
        first = command_line("explore", name)
        raise Trouble(
            msg("There are no stories beside {tree}: {file} is not there.", tree=str(tree), file=file.name),
            msg("Walk one and press S to keep it as a story: {command}", command=first),
        )
    return file


def _tree_of(file: Path, name: str) -> Path:
    """Return the file of the tree that stories name: in their folder, else a tree with this name."""
    if is_path(name):
        raise Trouble(
            msg('{file} names the tree "{name}".', file=str(file), name=name),
            msg("Write the tree's name without a folder and without .toml."),
        )
    beside = file.with_name(name + ENDING)
    return beside if is_there(beside) else find_tree(name)


def _sound(session: Session, file: Path, reading: StoryReading) -> Stories:
    """Show the problems of a file of stories, and refuse it if one is an error."""
    problems = placed(reading.problems, reading.text)
    session.messages(problem_lines(problems, str(file), reading.text, session.say))
    if reading.stories is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise Trouble(msg("{file} has errors, so its stories cannot be run.", file=str(file)))
    return reading.stories


def visited_by_stories(tree_file: Path, tree: Tree, today: dt.date) -> frozenset[str] | None:
    """Return the nodes visited by the stories beside a tree, as far as they pass; None if it has no stories.

    Args:
        tree_file: where the tree is.
        tree: the tree.
        today: the day of stories that name none.

    Raises:
        Trouble: they cannot be read.
    """
    file = tree_file.with_name(tree_file.stem + STORIES)
    if not is_there(file):
        return None
    stories = read_stories(read_bytes(file)).stories
    if stories is None:
        raise Trouble(msg("{file} has errors, so its stories cannot be run.", file=str(file)))
    teller = StoryTeller(tree, stories.now or today)
    return frozenset(node for story in stories.stories for node in teller.tell(story).path.nodes)
