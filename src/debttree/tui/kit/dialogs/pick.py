"""A dialog to choose from a list by typing a few letters: a node, a kind, a thing to add, consequences."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from debttree.locales import Phrases
from debttree.tui.kit.dialogs.modal import Modal
from debttree.tui.kit.dialogs.narrowed import Narrowed
from debttree.tui.kit.entries import Entry, matching
from debttree.tui.kit.page import Block, Line, Para, Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane

_LONGEST = 200
"""Most characters typed: enough for a title."""


@dataclass(frozen=True, slots=True)
class _Fresh:
    """Something new of the name typed."""


@dataclass(frozen=True, slots=True)
class _Value:
    """An entry, by what it stands for."""

    value: str


@dataclass(frozen=True, slots=True)
class Picked:
    """The result of the dialog.

    Attributes:
        values: of the chosen entries.
        fresh: the typed name of something new that is to be made; else empty.
    """

    values: tuple[str, ...] = ()
    fresh: str = ""


class Pick(Modal[Picked], Narrowed):
    """A line to type in, and the entries that hold what was typed. Esc leaves everything as it is.

    Args:
        fresh: returns the words that offer to make something new, given its typed name; None: nothing new can be made.
        chosen: items chosen already, if several may be: Enter then adds or removes one, and Ctrl+S closes. None: one is
            chosen.
    """

    DEFAULT_CSS = """
    Pick > Vertical { width: 84; max-height: 96%; }
    Pick Bar, Pick Pane { padding: 0 1; }
    Pick FilterInput, Pick FilterInput:focus { background: $ground; margin: 0 1; }
    Pick Pane { max-height: 16; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "done", show=False)]
    AUTO_FOCUS = "FilterInput"
    typed_at_most = _LONGEST

    def __init__(
        self,
        say: Phrases,
        question: str,
        entries: Iterable[Entry],
        *,
        fresh: Callable[[str], str] | None = None,
        chosen: Collection[str] | None = None,
        cursor: str | None = None,
    ) -> None:
        super().__init__(say)
        self._question = question
        self._entries = tuple(entries)
        self._fresh = fresh
        self._chosen = dict.fromkeys(chosen) if chosen is not None else None
        self._cursor = _Value(cursor) if cursor is not None else None

    def body(self) -> ComposeResult:
        """Compose the question, the input line and the list."""
        yield Bar(id="question")
        yield FilterInput(limit=_LONGEST)
        yield Pane(id="entries", focusable=False, pointed=True)

    def on_mount(self) -> None:
        """Put the question."""
        self.query_one("#question", Bar).show((Run(self._question, "strong"),))
        self.show_keys(*self._keys())
        self.listed.show(self._blocks(""), cursor=self._cursor)

    def _keys(self) -> list[Hint]:
        say, never_mind = self._say, Hint("Esc", self._say("never mind"), "give_up")
        if self._chosen is None:
            return [Hint("Enter", say("choose"), "choose"), never_mind]
        return [
            Hint("Enter", say("take it or leave it"), "choose"),
            Hint("Ctrl+S", say("finish"), "done"),
            never_mind,
        ]

    @property
    def listed(self) -> Pane:
        """The entries."""
        return self.query_one("#entries", Pane)

    def _blocks(self, typed: str) -> list[Block]:
        blocks: list[Block] = [self._block(entry) for entry in matching(self._entries, typed)]
        if self._fresh is not None and typed:
            lead = (Run(" "), Run("+ ", "key"))
            blocks.append(Para((Run(self._fresh(typed), "strong"),), lead, (Run("   "),), item=_Fresh()))
        say = self._say
        return blocks or [Para((Run(say("Nothing is called like that."), "dim"),), (Run(" "),))]

    def _block(self, entry: Entry) -> Para:
        mark: Line = ()
        if self._chosen is not None:
            mark = (Run("[x] ", "good") if entry.item in self._chosen else Run("[ ] ", "key"),)
        return Para(entry.words, (Run(" "), *mark), (Run("   "),), entry.right, _Value(str(entry.item)))

    def narrow(self) -> None:
        """Show the matching entries."""
        if self._cursor is not None and not self.typed:
            return
        self._cursor = None
        self.listed.show(self._blocks(self.typed))

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Close with one entry, or add or remove one of several."""
        event.stop()
        match event.item:
            case _Fresh():
                self.give(Picked(tuple(self._chosen or ()), self.typed))
            case _Value(value) if self._chosen is not None:
                self._mark(value, self._chosen)
            case _Value(value):
                self.give(Picked((value,)))

    def _mark(self, value: str, chosen: dict[str, None]) -> None:
        """Take one more of several, or one less."""
        if value in chosen:
            del chosen[value]
        else:
            chosen[value] = None
        self.listed.update(self._blocks(self.typed))
        self.keep_typing()

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        self.listed.action_choose()

    def action_done(self) -> None:
        """Close with the chosen entries."""
        if self._chosen is not None:
            self.give(Picked(tuple(self._chosen)))
