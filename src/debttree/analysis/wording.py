"""How prospects are said to people, in the one place that every front end and the summary take them from.

Statuses speak of the guide, not of the world: nobody reads "impossible" or "certain".
"""

from collections.abc import Mapping

from debttree.analysis.prospect_status import Status
from debttree.model import GRAVEST, Message, msg

STATUS_WORDS: Mapping[Status, Message] = {
    Status.INCURRED: msg("already met"),
    Status.IMPOSSIBLE: msg("not on any way from here in this guide"),
    Status.CERTAIN: msg("on every way in this guide"),
    Status.AVOIDABLE: msg("in your hands"),
    Status.AT_RISK: msg("not in your hands alone"),
}
"""What holds of one consequence from here on."""

DOOR_WORDS: Mapping[Status, Message] = {
    Status.AT_RISK: msg("no longer in your hands alone"),
    Status.CERTAIN: msg("then it is on every way in this guide"),
    Status.INCURRED: msg("this step itself brings it"),
}
"""What a choice does that closes a door, said before it is taken, by the status that it leads to."""

EACH_ALONE = msg(
    "Each line speaks of one consequence alone: two may each be in your hands, and yet not both together."
)
"""Said wherever several statuses stand under one another."""

EVERY_ANSWER = msg(
    "Every answer that the guide holds possible is counted, also one that you know will not come."
)
"""Said where somebody may wonder why the guide warns them of what they have behind them."""


def worst_words(worst: int) -> Message:
    """How bad it can become, for somebody who chooses well."""
    if not worst:
        return msg("Choosing well avoids all that this guide warns of, whatever the answers.")
    if worst == GRAVEST:
        return msg("Choosing well alone cannot rule out the gravest that this guide warns of.")
    return msg(
        "Choosing well keeps the worst to severity {worst} of {gravest}, whatever the answers.",
        worst=worst,
        gravest=GRAVEST,
    )
