"""Messages about later answers when an earlier one is changed: which ones can be taken again."""

from debttree.journey import Journey
from debttree.model import Message, msg


def fit_again(before: Journey, now: Journey, forward: str, to_last: str) -> list[Message]:
    """Return a message if a changed answer makes later ones fit again; else nothing.

    Args:
        before: the journey before the move.
        now: the journey after it.
        forward: the key that takes the next of those answers.
        to_last: the key that takes them all.
    """
    walked = now.path.steps
    if len(walked) != len(before.path.steps) + 1 or walked[-1] == before.next_step or not now.holding:
        return []
    if len(now.holding) == 1:
        return [msg("1 later answer fits again: {forward} takes it.", forward=forward)]
    fit = msg(
        "{n} later answers fit again: {forward} walks them one by one, {to_last} goes to the last.",
        n=len(now.holding),
        forward=forward,
        to_last=to_last,
    )
    return [fit]


def changed_answer(now: Journey, step: int) -> Message:
    """Return the message after the answer at an earlier step has been changed.

    Args:
        now: the journey with the new answer.
        step: the number of its step, from 1.
    """
    kept = len(now.path.steps) - step
    if kept == 1:
        return msg("Your answer is changed. 1 later answer fits as it was.")
    if kept:
        return msg("Your answer is changed. {n} later answers fit as they were.", n=kept)
    return msg("Your answer is changed. The later ones are kept for when they fit again.")
