"""Summarise a stored walk in a few lines, for a person who resumes it."""

import datetime as dt
from collections.abc import Iterator

from debttree.journey.deadlines import Due, dues
from debttree.journey.journey import Journey
from debttree.journey.resume import Resumed
from debttree.locales import Phrases
from debttree.locales.words import line_of
from debttree.model import Party, Tree


def where_you_were(tree: Tree, resumed: Resumed, say: Phrases, today: dt.date) -> tuple[str, ...]:
    """Return at most six lines: when, where, the last choice, what was met, the next deadline or the notes.

    Args:
        tree: the tree walked.
        resumed: the stored journey as it stands in the tree now.
        say: the language.
        today: the day that days left are counted from.
    """
    journey = resumed.journey
    lines = [
        *where_you_stand(tree, resumed, say),
        _met(tree, journey, say),
        *_kept(tree, journey, say, today),
    ]
    return tuple(line for line in lines if line)


def where_you_stand(tree: Tree, resumed: Resumed, say: Phrases) -> tuple[str, ...]:
    """Return when the person was here last, their present step, and their last answer.

    Args:
        tree: the tree walked.
        resumed: the stored journey as it stands in the tree now.
        say: the language.
    """
    journey = resumed.journey
    number = len(journey.path.steps) + 1
    title = line_of(tree, tree.nodes[journey.at].title, say)
    lines = (
        say("You were here on {date}.", date=resumed.saved.isoformat()),
        say('You stand at step {number}: "{title}".', number=number, title=title),
        _last_choice(tree, journey, say),
    )
    return tuple(filter(None, lines))


def _last_choice(tree: Tree, journey: Journey, say: Phrases) -> str:
    choice = next((step.taken(tree) for step in reversed(journey.path.steps) if not step.is_jump), None)
    return say('Your last answer: "{label}".', label=line_of(tree, choice.label, say)) if choice else ""


def _met(tree: Tree, journey: Journey, say: Phrases) -> str:
    titles = [line_of(tree, tree.consequences[name].title, say) for name in journey.path.met(tree)]
    return say("Met so far: {consequences}.", consequences=say.listed(titles)) if titles else ""


def _kept(tree: Tree, journey: Journey, say: Phrases, today: dt.date) -> tuple[str, ...]:
    """Return the next deadline of theirs, else how many notes there are."""
    found = [due for due in dues(tree, journey) if _is_open(due)]
    if found:
        due = min(found, key=lambda due: due.keep or dt.date.max)
        return tuple(_deadline(line_of(tree, due.deadline.text, say), due, say, today))
    count = len(journey.notes)
    return (say.plural("You wrote {n} note.", "You wrote {n} notes.", count),) if count else ()


def _is_open(due: Due) -> bool:
    """Return whether it is the person's, with a last day, and not done."""
    return due.deadline.by is Party.YOU and due.keep is not None and due.done is None


def _deadline(text: str, due: Due, say: Phrases, today: dt.date) -> Iterator[str]:
    """Yield its last day, and what is uncertain about that."""
    day, left = due.keep.isoformat() if due.keep else "", due.days_left(today) or 0
    if left < 0:
        yield say('Deadline: "{text}", the last day was {date}.', text=text, date=day)
    else:
        yield say.plural(
            'Deadline: "{text}", last day {date}, {n} day left.',
            'Deadline: "{text}", last day {date}, {n} days left.',
            left,
            text=text,
            date=day,
        )
    if (caveat := due.caveat()) is not None:
        yield say.tell(caveat)
