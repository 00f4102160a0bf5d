"""Replace words across the tree: what is asked, and every change before it is made."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from debttree.editing.edits import SetEach
from debttree.editing.finding import ADDRESSES, Replacement, Sought, Within, changes, replaceable
from debttree.model import DataPath, Trouble, msg
from debttree.tui.editor.fields import label_of
from debttree.tui.editor.screens.page import Editing, OneList, Page
from debttree.tui.editor.views.finding import change_blocks
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.pick import Picked
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Block, Run

_CASE, _WHOLE = "case", "whole"
_FIELD, _LANGUAGE = "field:", "language:"


def replace(page: Page, _: DataPath) -> None:
    """Ask what to replace by what, and where; then show what that changes."""

    def take_words(words: str) -> None:
        if not words:
            raise Trouble(msg("Nothing was typed."))
        page.editor.session.sought = words
        page.app.call_later(ask_by, words)

    def ask_by(words: str) -> None:
        question = (Run(page.say("Put in the place of “{words}”", words=words), "strong"),)
        hint = page.say("Empty: the words are taken out.")
        page.ask(question, partial(ask_where, words), hint=hint)

    def ask_where(words: str, by: str) -> None:
        page.app.call_later(_ask_where, page, words, by)

    hint = page.say("The words as they stand; nothing in them is a pattern.")
    page.ask((Run(page.say("Replace"), "strong"),), take_words, hint=hint, value=page.editor.session.sought)


def _ask_where(page: Page, words: str, by: str) -> None:
    """Ask in which fields and languages, and how exactly the words are meant."""
    say, all_of_it = page.say, replaceable(page.view.data)
    fields = sorted(all_of_it.fields, key=lambda name: (name in ADDRESSES, name))
    languages = sorted(all_of_it.languages)
    entries = [
        Entry(_CASE, (Run(say("Capitals count")),)),
        Entry(_WHOLE, (Run(say("Whole words only")),)),
        *(Entry(_FIELD + name, (Run(say.tell(label_of(name))),), (Run(name, "dim"),)) for name in fields),
        *(Entry(_LANGUAGE + name, (Run(name or say("one text for every language")),)) for name in languages),
    ]
    chosen = [entry.item for entry in entries[2:] if isinstance(entry.item, str)]

    def take(picked: Picked) -> None:
        sought = Sought(words, case=_CASE in picked.values, whole=_WHOLE in picked.values)
        within = Within(_named(picked, _FIELD), _named(picked, _LANGUAGE))
        found = changes(page.view.data, sought, by, within)
        if found:
            page.app.push_screen(Replacing(page.editor, sought, by, found))
        else:
            page.tell(say("Nothing there holds these words."), "warn")

    page.pick(say("Where, and how exactly"), entries, take, chosen=chosen)


def _named(picked: Picked, kind: str) -> frozenset[str]:
    return frozenset(value.removeprefix(kind) for value in picked.values if value.startswith(kind))


class Replacing(OneList):
    """Every change that replacing words would make; Enter makes them, as one step.

    Args:
        sought: the words that go.
        by: the words that come.
        found: the changes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.REPLACING)]
    scopes = (Scope.REPLACING, Scope.LIST)

    def __init__(self, editor: Editing, sought: Sought, by: str, found: Sequence[Replacement]) -> None:
        super().__init__(editor)
        self._sought = sought
        self._by = by
        self._changes = found

    def heading(self) -> str:
        """Return what is replaced, and in how many places."""
        n = sum(len(change.found.spans) for change in self._changes)
        return self.say.plural(
            "“{words}” → “{by}”: {n} place",
            "“{words}” → “{by}”: {n} places",
            n,
            words=self._sought.words,
            by=self._by,
        )

    def blocks(self) -> Iterable[Block]:
        """Return every change."""
        return change_blocks(self.view, self._changes, self._by)

    def action_replace_all(self) -> None:
        """Make the changes, where the draft is still what was shown."""
        values = tuple((change.found.path, change.after) for change in self._changes)
        if any(self.view.at(change.found.path) != change.found.text for change in self._changes):
            self.complain(Trouble(msg("The tree has changed meanwhile; look again.")))
        elif self.editor.do(SetEach(values)):
            n = len(values)
            self.dismiss()
            self.editor.tell(msg("Replaced in {n} texts; u takes it back.", n=n))
