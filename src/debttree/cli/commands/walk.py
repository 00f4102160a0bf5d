"""`debttree walk TREE`: the tree in line mode, for screen readers, pipes and dumb terminals."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from debttree.cli.dialogue import Dialogue, EndOfInput
from debttree.cli.journey_options import add_journey_arguments, open_journey
from debttree.cli.opening import open_tree
from debttree.cli.session import ExitStatus, Session
from debttree.cli.shared_options import add_draft, add_tree
from debttree.cli.walker import Walker
from debttree.journey import Journey, Keeper, Opened, begin, open_or_begin, where_you_were
from debttree.locales import Phrases
from debttree.model import Tree
from debttree.storage.library import find_tree, next_guide

if TYPE_CHECKING:
    from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """Add TREE, and which journey."""
    add_tree(parser, say, optional=True)
    add_draft(parser, say)
    add_journey_arguments(parser, say)


def run(options: argparse.Namespace, session: Session) -> int:
    """Walk until the person quits or the input ends."""
    tree = open_tree(session, options.tree, draft=options.draft)
    dialogue = Dialogue(session, session.speech_for(tree).say)
    opened = open_journey(options, session, tree)
    _Walks(dialogue, session).walk(tree, opened, options.tree)
    return ExitStatus.DONE


class _Walks:
    """The stack of guides being walked: the first one, and those in which the story went on."""

    def __init__(self, dialogue: Dialogue, session: Session) -> None:
        self._dialogue = dialogue
        self._session = session
        self._open: list[Path] = []
        """Their files, the first one first."""

    def walk(self, tree: Tree, opened: Opened, name: str) -> None:
        """Walk a tree until the person quits or the input ends.

        Args:
            tree: without errors.
            opened: the journey.
            name: by which the person knows the tree.
        """
        dialogue, session = self._dialogue, self._session
        for notice in opened.notices:
            dialogue.tell(dialogue.say.tell(notice))
        try:
            journey = _beginning(dialogue, session, tree, opened)
        except EndOfInput:
            return
        keep = _Keep(dialogue, session, tree, opened.keeper)
        self._open.append(find_tree(name))
        Walker(dialogue, tree, journey, session.clock, name, keep, self._go_on).run()
        self._open.pop()

    def _go_on(self, name: str) -> None:
        """Walk in the guide of that name, and say how one comes back.

        Raises:
            Trouble: there is none, it has errors, or somebody came from there.
        """
        file, dialogue = next_guide(name, self._open), self._dialogue
        tree = open_tree(self._session, str(file))
        opened = open_or_begin(tree, private=self._session.private)
        dialogue.tell(dialogue.say("You are in another guide now; q comes back to where you were."))
        self.walk(tree, opened, str(file))


def _beginning(dialogue: Dialogue, session: Session, tree: Tree, opened: Opened) -> Journey:
    """Return the journey to begin with: the stored one, if the person agrees."""
    if opened.resumed is None:
        return opened.journey
    for line in where_you_were(tree, opened.resumed, dialogue.say, session.today):
        dialogue.tell(line)
    if dialogue.agree(dialogue.say("Go on from there?")):
        return opened.journey
    opened.keeper.begin_anew()
    return replace(begin(tree), whose=opened.journey.whose)


class _Keep:
    """Saves after each step, and shows its messages."""

    def __init__(self, dialogue: Dialogue, session: Session, tree: Tree, keeper: Keeper) -> None:
        self._dialogue = dialogue
        self._session = session
        self._tree = tree
        self._keeper = keeper

    def __call__(self, journey: Journey) -> None:
        say = self._dialogue.say
        notice = self._keeper.save(self._tree, journey, say.language, self._session.today)
        if notice is not None:
            self._dialogue.tell(say.tell(notice))
