"""What every question above a screen has in common: it is answered once."""

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Modal(ModalScreen[Answer]):
    """A question that waits for one answer; while it does, nothing below it hears a key."""

    def give(self, answer: Answer) -> None:
        """Answer; a second click that came before the first had closed this answers nothing."""
        if self.is_current:
            self.dismiss(answer)
