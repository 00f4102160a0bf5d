"""Ask for the names of people: of the present one, if that is not known yet, and of the next one."""

from collections.abc import Callable

from debttree.journey import Opened, Shelf, store
from debttree.journey.names import as_typed
from debttree.model import Message, msg
from debttree.tui.explorer.screens.sheet import Walking
from debttree.tui.kit.page import Para, Run

Later = Callable[[Callable[[], None]], object]
"""Calls a function once the present event has been handled."""


def others_kept(opened: Opened | None, key: str) -> tuple[Message, ...]:
    """Return the message to a person who begins without a name while other people's journeys are stored.

    Args:
        opened: the journey that begins, if it is stored.
        key: the key that shows the list of people.
    """
    begins = opened is not None and opened.journey.is_blank and opened.keeper.name is not None
    kept = len(store.names()) if begins else 0
    return (msg("Journeys kept here: {n}. {key} shows the people.", n=kept, key=key),) if kept else ()


def next_person(explorer: Walking, later: Later) -> None:
    """Begin a journey for another person; ask for the name of the present one first if it has none.

    A person who uses the program alone never gets here, so they are never asked for their name.

    Args:
        explorer: the explorer with the present journey.
        later: calls a function once a dialog has closed.
    """
    shelf = explorer.shelf
    if shelf is None or not shelf.keeps:
        _ask_whether_to_drop(explorer)
        return
    name = shelf.keeper.name
    if name is None or explorer.scene.whose or explorer.scene.journey.is_blank:
        _ask_for_next(explorer, shelf, later)
        return

    def take(text: str) -> None:
        if whose := as_typed(text):
            explorer.give_name(shelf, name, whose)
        later(lambda: _ask_for_next(explorer, shelf, later))

    say = explorer.say
    question = (Run(say("First: whose way was it so far? "), "strong"),)
    explorer.page.ask(question, take, hint=say("As you know the person; empty: it stays without a name."))


def _ask_whether_to_drop(explorer: Walking) -> None:
    say = explorer.say

    def drop() -> None:
        explorer.close_all()
        explorer.begin_anew()

    question = [Para((Run(say("Begin anew? Nothing of this way is kept."), "title"),))]
    explorer.page.confirm(question, say("Yes, begin anew"), say("No, stay here"), drop)


def _ask_for_next(explorer: Walking, shelf: Shelf, later: Later) -> None:
    def take(text: str) -> None:
        explorer.turn(shelf, lambda shelf: shelf.begin(as_typed(text)))
        later(explorer.close_all)

    say = explorer.say
    question = (Run(say("Whose journey is the next one? "), "strong"),)
    hint = say("As you know the person: “Mrs Li, table 3”. The one so far is kept; J shows all.")
    explorer.page.ask(question, take, hint=hint)
