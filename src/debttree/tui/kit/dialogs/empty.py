"""An empty screen, for when somebody comes to the desk who must not see what stands there."""

from typing import ClassVar

from textual.binding import BindingType
from textual.screen import ModalScreen


class Empty(ModalScreen[None]):
    """Shows nothing at all. The program takes it away at the next key, which does nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = []
