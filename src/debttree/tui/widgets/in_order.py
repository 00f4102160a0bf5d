"""Keys in the order in which they were pressed, in what somebody types into."""

from functools import cache

from textual import events
from textual.binding import Binding
from textual.widget import Widget


class InOrder(Widget):
    """Does at once what a key is bound to here.

    Textual lets such a key go up to the app first, while a letter is put in as it arrives: over a slow line, where
    many keys come at once, a letter would overtake the backspace or arrow that was pressed before it.
    """

    async def on_key(self, event: events.Key) -> None:
        """Run the action of the key, if it has one."""
        action = _actions(type(self)).get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            await self.run_action(action)


@cache
def _actions(kind: type[Widget]) -> dict[str, str]:
    """The action of each key that a class of widgets and those it stands on bind."""
    found: dict[str, str] = {}
    for ancestor in reversed(kind.__mro__):
        for binding in Binding.make_bindings(vars(ancestor).get("BINDINGS", ())):
            found[binding.key] = binding.action
    return found
