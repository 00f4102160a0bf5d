"""Replace words across the tree: ask what and where, and show every change before it is made."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.worker import Worker

from debttree.editing.document import Applied, Document, apply
from debttree.editing.edits import SetEach
from debttree.editing.finding import ADDRESSES, Replacement, Sought, Within, changes, replaceable
from debttree.model import DataPath, Trouble, msg
from debttree.reading.gc_pause import in_background
from debttree.tui.editor.fields import label_of
from debttree.tui.editor.screens.page import Editing, OneList, Page
from debttree.tui.editor.views.finding import change_blocks
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.dialogs.pick import Picked
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.page import Block, Run

_CASE, _WHOLE = "case", "whole"


def replace(page: Page, _: DataPath) -> None:
    """Ask what to replace by what, and where; then show the changes."""
    document = page.view.document
    knowing = in_thread(page, "replace", _known, document)  # while somebody types

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
        page.app.call_later(_ask_where, page, words, by, knowing)

    hint = page.say("The words as they stand; nothing in them is a pattern.")
    question, known = (Run(page.say("Replace"), "strong"),), page.editor.session.sought
    page.ask(question, take_words, hint=hint, value=known, is_past=True)


def _known(document: Document) -> Within:
    """Return the fields and languages of a draft; this takes seconds for a large one."""
    with in_background(len(document.text)):
        return replaceable(document.data)


async def _ask_where(page: Page, words: str, by: str, knowing: Worker[Within]) -> None:
    """Ask in which fields and languages to replace, and whether to match case and whole words."""
    say, all_of_it = page.say, await knowing.wait()
    by_place = sorted(all_of_it.fields, key=lambda name: (name in ADDRESSES, name))
    fields = {f"field {name}": name for name in by_place}
    languages = {f"language {name}": name for name in sorted(all_of_it.languages)}
    entries = [
        Entry(_CASE, (Run(say("Capitals count")),)),
        Entry(_WHOLE, (Run(say("Whole words only")),)),
        *(
            Entry(item, (Run(say.tell(label_of(name))),), (Run(name, "dim"),))
            for item, name in fields.items()
        ),
        *(
            Entry(item, (Run(name or say("one text for every language")),))
            for item, name in languages.items()
        ),
    ]

    def take(picked: Picked) -> None:
        sought = Sought(words, case=_CASE in picked.values, whole=_WHOLE in picked.values)
        within = Within(_named(picked, fields), _named(picked, languages))
        page.app.push_screen(Replacing(page.editor, sought, by, within))

    page.pick(say("Where, and how exactly"), entries, take, chosen=[*fields, *languages])


def _named(picked: Picked, names: Mapping[str, str]) -> frozenset[str]:
    return frozenset(names[value] for value in picked.values if value in names)


class Replacing(OneList):
    """The changes that replacing words would make; Enter makes them as one edit.

    The changes and the edit are computed in the background: a large tree has thousands.

    Args:
        sought: the words to replace.
        by: the new words.
        within: the fields and languages to change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.REPLACING)]
    scopes = (Scope.REPLACING, Scope.LIST)

    def __init__(self, editor: Editing, sought: Sought, by: str, within: Within) -> None:
        super().__init__(editor)
        self._sought = sought
        self._by = by
        self._within = within
        self._document = editor.view.document
        self._changes: list[Replacement] | None = None
        """None: they are being looked for."""
        self._blocks: tuple[Block, ...] = ()
        """What shows them, in the languages of `_shown_in`; for thousands that takes longer than a key may wait."""
        self._shown_in = ("", "")
        self._places = 0
        self._is_making = False

    def on_mount(self) -> None:
        """Compute the changes."""
        in_thread(self, "replace", self._look)

    def _look(self) -> None:
        with in_background(len(self._document.text)):
            found, view = changes(self._document.data, self._sought, self._by, self._within), self.view
            blocks = tuple(change_blocks(view, found, self._by))
        self.hand_back(self._know, found, blocks, (view.language, view.interface))

    def _know(self, found: list[Replacement], blocks: tuple[Block, ...], shown_in: tuple[str, str]) -> None:
        if not self.is_attached:
            return
        if not found:
            self.dismiss()
            self.editor.tell(msg("Nothing there holds these words."), "warn")
            return
        self._blocks, self._shown_in = blocks, shown_in
        self._changes, self._places = found, sum(len(change.found.spans) for change in found)
        self.show_anew()

    def heading(self) -> str:
        """Return the words to replace, and in how many places."""
        if self._changes is None:
            return self.say("Looking for “{words}” ...", words=self._sought.words)
        return self.say.plural(
            "“{words}” → “{by}”: {n} place",
            "“{words}” → “{by}”: {n} places",
            self._places,
            words=self._sought.words,
            by=self._by,
        )

    def blocks(self) -> Iterable[Block]:
        """Return all changes."""
        if self._shown_in == (self.view.language, self.view.interface):
            return self._blocks
        return change_blocks(self.view, self._changes or (), self._by)

    def action_replace_all(self) -> None:
        """Make the changes, once they have been shown, if the draft is still the same."""
        if self._changes is None or self._is_making:
            return
        if self.view.document is not self._document:
            self.complain(Trouble(msg("The tree has changed meanwhile; look again.")))
            return
        self._is_making = True
        self.tell(self.say("Replacing ..."), "dim")
        edit = SetEach(tuple((change.found.path, change.after) for change in self._changes))
        in_thread(self, "replace", self._make, edit)

    def _make(self, edit: SetEach) -> None:
        with in_background(len(self._document.text)):
            try:
                applied: Applied | Trouble = apply(self._document, edit)
            except Trouble as trouble:
                applied = trouble
        self.hand_back(self._made, edit, applied)

    def _made(self, edit: SetEach, applied: Applied | Trouble) -> None:
        """Record the edit, unless the person has left meanwhile."""
        self._is_making = False
        if not self.is_attached:
            return
        if isinstance(applied, Trouble):
            self.complain(applied)
            return
        self.dismiss()  # first, so that thousands of lines are not redrawn
        if self.editor.take_up(edit, self._document, applied):
            self.editor.tell(msg("Replaced in {n} texts; u takes it back.", n=len(edit.values)))
