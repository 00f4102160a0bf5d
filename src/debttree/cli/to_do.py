"""The tasks of a journey in line mode: a numbered list in three groups."""

import datetime as dt
from collections.abc import Iterator

from debttree.cli.dialogue import Dialogue, number_of
from debttree.cli.node_page import NodePage
from debttree.export.sentences import Sentences
from debttree.journey import Due, Journey, Urgency, kept
from debttree.journey.contacts import contacts_of, helper
from debttree.journey.dating import event_date
from debttree.journey.todo import Duty, first_deadline, tasks
from debttree.model import Contact, Tree, Trouble, msg

_NOT_DONE = "-"
"""What is typed for the day where something is not done after all."""


class ToDoList:
    """Lists what is to be done, and marks what is done.

    Args:
        dialogue: how to ask.
        page: words of the tree.
        tree: without errors.
        today: the day for which it is computed.
    """

    def __init__(self, dialogue: Dialogue, page: NodePage, tree: Tree, today: dt.date) -> None:
        self._dialogue = dialogue
        self._page = page
        self._tree = tree
        self._today = today

    def change(self, journey: Journey) -> Journey:
        """Tell all of it, and return the journey with one thing ticked, done, or not done any more.

        Raises:
            Trouble: there is nothing, or no number of it was typed, or no day.
        """
        say, found = self._dialogue.say, tasks(self._tree, journey, self._today)
        self._tell_contacts(journey, found)
        if not found:
            raise Trouble(msg("Nothing is to be done on your way."))
        listed = self._list(found)
        question = say("Which one is done, or not done any more? Number:")
        index = number_of(self._dialogue.ask_key(question), len(listed))
        if index is None:
            raise Trouble(msg("Nothing was ticked."))
        task = listed[index]
        changed = journey.ticked(task.item) if task.due is None else self._done(journey, task, task.due)
        now = next(each for each in tasks(self._tree, changed, self._today) if each.key == task.key)
        self._dialogue.tell(self._line(now))
        return changed

    def _list(self, found: tuple[Duty, ...]) -> list[Duty]:
        """Write the tasks under their headings, numbered through; return them in that order."""
        say, listed = self._dialogue.say, list[Duty]()
        groups = {
            say.tell(group.words): [task for task in found if not task.done and task.group is group]
            for group in Urgency
        }
        groups[say("Done")] = [task for task in found if task.done]
        for heading, group in groups.items():
            if group:
                self._dialogue.tell(say("{heading}:", heading=heading))
            for task in group:
                listed.append(task)
                self._dialogue.tell(self._line(task), "   ", f"{len(listed)}. ")
        return listed

    def _line(self, task: Duty) -> str:
        """Return a task in words, with where it stands and until when there is time."""
        say, node = self._dialogue.say, self._tree.nodes[task.node]
        if task.entry is not None:
            sentences = Sentences(say)
            text = sentences.purpose_item(task.entry.purpose, self._page.line(task.entry.text))
            text = say("{item} (done)", item=text) if task.done else text
        else:
            text = self._deadline(task.due) if task.due is not None else ""
        if task.here:
            return text
        return say("{item} (at: {title})", item=text, title=self._page.line(node.title))

    def _deadline(self, due: Due) -> str:
        say, text = self._dialogue.say, self._page.line(due.deadline.text)
        ends = list(Sentences(say).end(due, self._today))
        event = self._page.line(due.deadline.event)
        end = " ".join(ends) or say("No last day yet; d dates it: {event}", event=event)
        return say("{deadline}: {sentence}", deadline=text, sentence=end)

    def _done(self, journey: Journey, task: Duty, due: Due) -> Journey:
        """Ask for the day on which a deadline was kept."""
        question = self._dialogue.say(
            "Done on which day? Enter alone is today, {sign} is not done; else 2026-11-23, or 23 for the last 23rd:",
            sign=_NOT_DONE,
        )
        written = self._dialogue.ask_key(question)
        if written == _NOT_DONE:
            return kept(self._tree, journey, task.item, None)
        day = event_date(written, self._today) if written else self._today
        return kept(self._tree, journey, (due.node, due.deadline.id), day)

    def _tell_contacts(self, journey: Journey, found: tuple[Duty, ...]) -> None:
        """Write whom to ring: who helps where a last day has passed, and those of this step."""
        for contact in dict.fromkeys(self._asked(journey, found)):
            for sentence in self._page.contact(contact):
                self._dialogue.tell(sentence)

    def _asked(self, journey: Journey, found: tuple[Duty, ...]) -> Iterator[Contact]:
        late = first_deadline(found)
        if late is not None and late.due is not None and (late.due.days_left(self._today) or 0) < 0:
            asked = helper(self._tree, late.node)
            if asked is not None:
                yield asked
        yield from contacts_of(self._tree, journey.at)
