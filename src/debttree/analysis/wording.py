"""Say prospects to people, in the one place that every front end and the summary take the words from.

Statuses speak of the guide, not of the world: nobody reads "impossible" or "certain", nor any id of a status.
"""

from collections.abc import Callable, Iterable, Mapping

from debttree.analysis.choice_prospects import ChoiceProspects
from debttree.analysis.marks import Mark, shown
from debttree.analysis.prospect_status import Standing, Status
from debttree.analysis.setbacks import MANY
from debttree.model import GRAVEST, Kind, Message, msg

CALM = msg("You come first now. What lies ahead can wait: nothing has to be decided.")
"""What is said where life is in danger, in the place of prospects."""

NAMED = 2
"""Setbacks up to which the answers themselves are named: a number that can be checked."""

_SHORT: Mapping[Status, Message] = {
    Status.INCURRED: msg("met"),
    Status.CERTAIN: msg("on every way"),
    Status.AT_RISK: msg("your facts"),
    Status.HOLDABLE: msg("keep at it"),
    Status.AVOIDABLE: msg("in your hand"),
    Status.IMPOSSIBLE: msg("not ahead"),
}

_SENTENCES: Mapping[Status, Message] = {
    Status.INCURRED: msg("Already met."),
    Status.CERTAIN: msg("On every way in this guide."),
    Status.AT_RISK: msg("Hangs on your own facts: nobody has to answer against you first."),
    Status.HOLDABLE: msg(
        "In your hands while you keep at it: only if others answered so for ever would you come to no end."
    ),
    Status.AVOIDABLE: msg("In your hands: you can choose so that it never comes, whatever others answer."),
    Status.IMPOSSIBLE: msg("Not on any way from here in this guide."),
}


def short_words(standing: Standing) -> Message:
    """Return how it stands with a consequence, in 12 cells at most."""
    status, setbacks = standing
    if status is not Status.AT_RISK or not setbacks:
        return _SHORT[status]
    if setbacks >= MANY:
        return msg("{n}+ answers", n=MANY)
    return msg("1 answer") if setbacks == 1 else msg("{n} answers", n=setbacks)


def status_words(standing: Standing) -> Message:
    """Return how it stands with a consequence, as a sentence."""
    status, setbacks = standing
    if status is not Status.AT_RISK or not setbacks:
        return _SENTENCES[status]
    if setbacks >= MANY:
        return msg(
            "{n} answers of others or more would still have to go against you, if you choose well.", n=MANY
        )
    if setbacks == 1:
        return msg("At least 1 answer of others would still have to go against you, if you choose well.")
    return msg(
        "At least {n} answers of others would still have to go against you, if you choose well.", n=setbacks
    )


MARK_WORDS: Mapping[Mark, Message] = {
    Mark.NOW: msg("brings now: {titles}"),
    Mark.EVERY_WAY: msg("then on every way: {titles}"),
    Mark.NOT_YOURS: msg("then no longer yours alone: {titles}"),
}
"""What a choice does that another one of the same decision would not, said before it is taken."""

THERE_ALREADY = msg("if so, there already: {titles}")
"""Said at an answer to a question: it is a fact, which no answer causes."""

BRINGS_THEN = msg("then: {titles}")
"""Said at an answer of somebody else."""


def choice_words(
    kind: Kind, choice: ChoiceProspects, titles: Callable[[Iterable[str]], str]
) -> list[Message]:
    """Return what is said of a choice before it is taken: marks at a decision, else what lies behind it.

    Args:
        kind: of the node whose choice it is.
        choice: as if taken.
        titles: puts the titles of consequences, given by id, in a row.
    """
    if choice.guide is not None:
        return [msg("goes on in another guide")]
    if kind is Kind.DECISION:
        return [
            msg(MARK_WORDS[mark].template, titles=titles(names))
            for mark, names in shown(choice.marks).items()
        ]
    if not choice.brings:
        return []
    words = THERE_ALREADY if kind is Kind.QUESTION else BRINGS_THEN
    return [msg(words.template, titles=titles(choice.brings))]


ELSEWHERE = msg("The story goes on in another guide: this one says nothing of what lies ahead.")
"""Said at an outcome in place of prospects: they are those of another guide. The outcome's own title says of which."""


EACH_ALONE = msg(
    "Each line speaks of one consequence alone: two may each be in your hands, and yet not both together."
)
"""Said wherever several statuses stand under one another."""

COUNTED = msg("Counted: answers of others against you. Your facts are taken at their worst. No probability.")
"""Said once, where setbacks first stand."""


def worst_words(worst: int) -> Message:
    """Return how bad it can become, for somebody who chooses well and keeps at it."""
    if not worst:
        return msg("Choosing well avoids all that this guide warns of, if you keep at it.")
    if worst == GRAVEST:
        return msg("Choosing well alone cannot rule out the gravest that this guide warns of.")
    return msg(
        "Choosing well keeps the worst to severity {worst} of {gravest}, if you keep at it.",
        worst=worst,
        gravest=GRAVEST,
    )
