"""Save the journey in a thread, one save after the other; of several waiting saves only the last is made."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from debttree.journey import Journey
from debttree.model import Message, msg
from debttree.tui.kit import latest
from debttree.tui.kit.latest import Latest

Save = Callable[[Journey, str], Message | None]
"""Saves a journey and its language, and returns a message to show, or None."""


class Saver:
    """Saves journeys.

    Args:
        save: writes a journey.
        late: called, in the thread that saves, with the messages of a save that nobody waits for any more.
    """

    def __init__(self, save: Save, late: Callable[[list[Message]], None]) -> None:
        self._latest: Latest[tuple[Journey, str], Message] = Latest(lambda waiting: save(*waiting))
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keeping")
        self._late = late

    def begin(self, journey: Journey, language: str) -> Future[list[Message]]:
        """Begin to save a journey with its language."""
        self._latest.put((journey, language))
        return self._thread.submit(self._latest.work)

    def wait(self, saving: Future[list[Message]]) -> list[Message]:
        """Wait until a journey is saved, but not for a very slow disk; return messages for the person."""
        try:
            return saving.result(latest.PATIENCE)
        except TimeoutError:
            saving.add_done_callback(self._tell_late)
            return [msg("The disk is slow: this step is not saved yet.")]

    def _tell_late(self, saving: Future[list[Message]]) -> None:
        self._late(saving.result() or [msg("Your steps are saved now.")])

    def settle(self, journey: Journey | None = None, language: str = "") -> list[Message]:
        """Finish waiting saves, then save a journey if one is given; return messages for the person."""
        if journey is not None:
            self._latest.put((journey, language))
        return self._latest.work()


def written(before: Journey, now: Journey, *, keeps: bool) -> Message | None:
    """Return the message after something was typed or ticked, once it is saved; nothing for a step.

    Args:
        before: the journey before the change.
        now: the journey after it.
        keeps: whether it is saved on disk; if not, only a date is confirmed as it was understood.
    """
    dates = {day for item, day in now.dates.items() if before.dates.get(item) != day}
    if len(dates) == 1:
        date = next(iter(dates)).isoformat()
        return msg("The date is saved: {date}.", date=date) if keeps else msg("The date: {date}.", date=date)
    return _saved(before, now) if keeps else None


def _saved(before: Journey, now: Journey) -> Message | None:
    if now.calls != before.calls:
        return msg("What you typed is saved.")
    if now.notes != before.notes:
        return msg("Your note is saved.")
    if now.dates != before.dates:
        return msg("The date is saved.")
    if now.done != before.done:
        return msg("What is done is saved.")
    return msg("The tick is saved.") if now.ticks != before.ticks else None
