"""Where you were: five lines that bring somebody back to a walk they left."""

import datetime as dt
from operator import itemgetter

from debttree.journey.deadlines import dues
from debttree.journey.journey import Journey
from debttree.journey.resume import Resumed
from debttree.locales import Phrases
from debttree.model import Party, Tree


def where_you_were(tree: Tree, resumed: Resumed, say: Phrases, today: dt.date) -> tuple[str, ...]:
    """At most five lines: when, where, the last choice, what was met, and the next deadline or the notes."""
    journey = resumed.journey
    number = len(journey.path.steps) + 1
    title = tree.line(tree.nodes[journey.at].title, say.language)
    lines = [
        say("You were here on {date}.", date=resumed.saved.isoformat()),
        say('You stand at step {number}: "{title}".', number=number, title=title),
        _last_choice(tree, journey, say),
        _met(tree, journey, say),
        _kept(tree, journey, say, today),
    ]
    return tuple(line for line in lines if line)


def _last_choice(tree: Tree, journey: Journey, say: Phrases) -> str:
    choice = next((step.taken(tree) for step in reversed(journey.path.steps) if not step.is_jump), None)
    return say('Your last answer: "{label}".', label=tree.line(choice.label, say.language)) if choice else ""


def _met(tree: Tree, journey: Journey, say: Phrases) -> str:
    titles = [tree.line(tree.consequences[name].title, say.language) for name in journey.path.met(tree)]
    return say("Met so far: {consequences}.", consequences=say.listed(titles)) if titles else ""


def _kept(tree: Tree, journey: Journey, say: Phrases, today: dt.date) -> str:
    """The next deadline of theirs, else how many notes there are."""
    yours = [due for due in dues(tree, journey) if due.deadline.by is Party.YOU]
    last_days = [(due.keep, due.deadline) for due in yours if due.keep is not None]
    if last_days:
        day, deadline = min(last_days, key=itemgetter(0))
        return _deadline(tree.line(deadline.text, say.language), day, say, today)
    count = len(journey.notes)
    return say.plural("You wrote {n} note.", "You wrote {n} notes.", count) if count else ""


def _deadline(text: str, day: dt.date, say: Phrases, today: dt.date) -> str:
    if day < today:
        return say('Deadline: "{text}", the last day was {date}.', text=text, date=day.isoformat())
    return say.plural(
        'Deadline: "{text}", last day {date}, {n} day left.',
        'Deadline: "{text}", last day {date}, {n} days left.',
        (day - today).days,
        text=text,
        date=day.isoformat(),
    )
