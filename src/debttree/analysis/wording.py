"""Put prospects into words. All screens, commands and the summary use these words.

A status is a statement about the guide, not about the world: readers never see "impossible" or "certain", nor the id of
a status.
"""

from collections.abc import Callable, Iterable, Mapping

from debttree.analysis.choice_prospects import ChoiceProspects
from debttree.analysis.marks import Mark, shown
from debttree.analysis.prospect_status import Standing, Status
from debttree.analysis.setbacks import MANY
from debttree.model import GRAVEST, Kind, Message, msg

CALM = msg("You come first now. What lies ahead can wait: nothing has to be decided.")
"""Shown in place of prospects at nodes with the tag `crisis`."""

NAMED = 2
"""Most setbacks for which the answers themselves are named, so that a reader can check the number."""

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
    """Return the status of a consequence in at most 12 cells."""
    status, setbacks = standing
    if status is not Status.AT_RISK or not setbacks:
        return _SHORT[status]
    if setbacks >= MANY:
        return msg("{n}+ answers", n=MANY)
    return msg("1 answer") if setbacks == 1 else msg("{n} answers", n=setbacks)


def status_words(standing: Standing) -> Message:
    """Return the status of a consequence as a sentence."""
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
"""The words for each mark of a choice, shown before it is taken."""

THERE_ALREADY = msg("if so, there already: {titles}")
"""Shown at an answer to a question: the consequence is a fact, which no answer causes."""

BRINGS_THEN = msg("then: {titles}")
"""Shown at an answer of somebody else."""


def choice_words(
    kind: Kind, choice: ChoiceProspects, titles: Callable[[Iterable[str]], str]
) -> list[Message]:
    """Return what is shown at a choice before it is taken: its marks at a decision, else what its target brings.

    Args:
        kind: of the node whose choice it is.
        choice: the prospects after it.
        titles: returns the titles of consequences, given by id, joined into one string.
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
"""Shown in place of prospects at an outcome that leads to another guide; the outcome's title says to which."""


EACH_ALONE = msg(
    "Each line speaks of one consequence alone: two may each be in your hands, and yet not both together."
)
"""Shown wherever several statuses are listed."""

COUNTED = msg("Counted: answers of others against you. Your facts are taken at their worst. No probability.")
"""Shown once, at the first setbacks."""


def worst_words(worst: int) -> Message:
    """Return the worst case in words, for somebody who chooses well."""
    if not worst:
        return msg("Choosing well avoids all that this guide warns of, if you keep at it.")
    if worst == GRAVEST:
        return msg("Choosing well alone cannot rule out the gravest that this guide warns of.")
    return msg(
        "Choosing well keeps the worst to severity {worst} of {gravest}, if you keep at it.",
        worst=worst,
        gravest=GRAVEST,
    )
