"""An empty screen that hides everything at one key, for when somebody comes near who must not see it."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen


class Empty(ModalScreen[None]):
    """Shows nothing. The next key closes it and does nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = []
