"""The main screen of the editor: everything that can be edited, the form of one of it, and what it is worth."""

from collections.abc import Hashable, Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from debttree.editing.shape import NAMED
from debttree.model import Address, DataPath, clean_line
from debttree.tui.editor.commands import COMMANDS, rename
from debttree.tui.editor.field_input import fill
from debttree.tui.editor.items import path_of, place_item
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.editor.subjects import shape, subjects
from debttree.tui.editor.view import View
from debttree.tui.editor.views.form import form
from debttree.tui.editor.views.outline import SubjectEntries, row
from debttree.tui.editor.views.side import side
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Line, Run, fitted
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

_PARTS = ("list", "form", "side")


class Desk(Page):
    """The list left, the form, and beside it problems, graph and prospects; a key apart where there is no room."""

    DEFAULT_CSS = """
    Desk #body { height: 1fr; }
    Desk #list { width: 30; padding: 0 1; }
    Desk #form { width: 1fr; padding: 0 1; border-left: solid $rule; }
    Desk #side { width: 1fr; padding: 0 1; border-left: solid $rule; display: none; }
    Desk.-at-side #side { display: block; }
    Desk.-at-side #form { display: none; }
    Desk.-wide #side, Desk.-vast #side { width: 36; display: block; }
    Desk.-wide #form, Desk.-vast #form { display: block; }
    Desk.-vast #list { width: 40; }
    Desk.-vast #side { width: 44; }
    Desk.-narrow #list { width: 1fr; display: none; }
    Desk.-narrow #form { border-left: none; }
    Desk.-narrow #side { border-left: none; }
    Desk.-narrow.-at-list #list { display: block; }
    Desk.-narrow.-at-list #form { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.EDITOR)]
    AUTO_FOCUS = ""
    scopes = (Scope.EDITOR, Scope.LIST)
    ranks: ClassVar = {"close": 0}

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._subjects: list[DataPath] = []
        self._numbers: dict[DataPath, int] = {}
        self._shape: list[list[str | int]] = []
        self._shown: DataPath | None = None

    def body(self) -> ComposeResult:
        """Compose the three parts."""
        with Horizontal(id="body"):
            yield Listing(id="list")
            yield Pane(id="form")
            yield Pane(id="side")

    @property
    def _list(self) -> Listing:
        return self.query_one("#list", Listing)

    @property
    def _form(self) -> Pane:
        return self.query_one("#form", Pane)

    @property
    def at(self) -> DataPath:
        """What the cursor rests on: a field where it is in the form, else the subject."""
        if self.focused is self._form and self._form.item is not None:
            return path_of(self._form.item) or self._subject
        return self._subject

    @property
    def _subject(self) -> DataPath:
        return self._subjects[self._list.cursor] if self._subjects else ("tree",)

    def show(self) -> None:
        """Show the draft; the cursor stays on what it was on, wherever that is now."""
        view = self.view
        if (now := shape(view.data)) != self._shape:
            self._shape, self._subjects = now, subjects(view.data)
            self._numbers = {subject: number for number, subject in enumerate(self._subjects)}
        at = self.editor.session.at
        self._point_at(Address.of(at).subject if at else self._subject)
        self._fill_form(view, at)
        self._head()
        if self.focused is None:
            self._enter("form" if at[:1] == ("nodes",) else "list")

    def _point_at(self, subject: DataPath) -> bool:
        """Show the list with the cursor on a subject; whether it is there."""
        number = self._numbers.get(subject)
        self._list.show(
            SubjectEntries(self.view, self._subjects), self._list.cursor if number is None else number
        )
        return number is not None

    def _fill_form(self, view: View, at: DataPath) -> None:
        subject, pane = self._subject, self._form
        blocks = form(view, subject)
        if subject != self._shown:
            pane.show(blocks, cursor=place_item(at) if len(at) > 1 else None)
        else:
            pane.update(blocks)
        beside = self.query_one("#side", Pane)
        if subject != self._shown:
            beside.show(side(view, subject))
        else:
            beside.update(side(view, subject))
        self._shown = subject

    def _head(self) -> None:
        view = self.view
        say, name = view.say, (Run(clean_line(self.editor.session.file.name), "title"),)
        state: list[Run] = []
        if view.is_dirty:
            state.append(Run(" " + say("* not saved"), "warn"))
        if view.is_outside:
            state.append(Run(" " + say("changed by another program too"), "bad"))
        if view.is_gone:
            state.append(Run(" " + say("the file is gone"), "bad"))
        shown = fitted(name, self.room.width // 3) if state else name  # a long name must not hide the state
        self.head((*shown, *state), *self._counts(view))

    def resized(self) -> None:
        """Show the name of the file at the length that fits."""
        self._head()

    def _counts(self, view: View) -> tuple[Line, ...]:
        kept = (Run(view.say("nothing is kept") + " · ", "dim"),) if view.private else ()
        if view.assessment is None:
            return (kept, ())
        n, errors = len(view.assessment.problems), view.assessment.errors
        words = view.say.plural("{n} problem", "{n} problems", n)
        counted = (Run(words, "bad" if errors else "warn" if n else "good"),)
        return ((*kept, *counted), counted)

    def on_mount(self) -> None:
        """Let the form follow the list in the same frame: a message would arrive one frame later."""
        self.watch(self._list, "cursor", self._follow_list, init=False)

    def _follow_list(self) -> None:
        self.editor.session.at = self._subject
        self._fill_form(self.view, self._subject)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Into the form."""
        event.stop()
        self._enter("form")

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Remember where the cursor is."""
        event.stop()
        path = path_of(event.item)
        if event.pane.id == "form" and path is not None and self.focused is self._form:
            self.editor.session.at = path

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Fill the field in, or go to what stands at the side."""
        event.stop()
        path = path_of(event.item)
        if path is None:
            return
        if event.pane.id == "side":
            self.editor.go_to(path)
        elif (address := Address.of(path)).is_subject and address.is_declared:
            rename(self, path)
        else:
            fill(self, path)

    def go_to(self, path: DataPath) -> None:
        """Put the cursor on what stands at a path, in the form where it is a field."""
        subject = Address.of(path).subject
        if not self._point_at(subject):
            return
        self.editor.session.at = path if len(path) > 1 else subject
        if subject != self._shown:
            self._fill_form(self.view, path)
        item = self._nearest_item(path)
        if item is not None:
            self._form.point_at(item)
        self._enter("form")

    def _nearest_item(self, path: DataPath) -> Hashable:
        """Return the item of the form for a path, or for the nearest thing that it is part of."""
        places = {place: item for item in self._form.items if (place := path_of(item)) is not None}
        for length in range(len(path), 1, -1):
            found = next((item for place, item in places.items() if place[:length] == path[:length]), None)
            if found is not None:
                return found
        return None

    def _enter(self, part: str) -> None:
        for name in _PARTS:
            self.set_class(name == part, f"-at-{name}")
        wanted = self.query_one(f"#{part}")
        if wanted is not self.focused:  # else textual would draw it anew
            self.set_focus(wanted, scroll_visible=False)  # at once: a key may wait already

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Bring the part in use into view."""
        for name in _PARTS:
            self.set_class(event.widget.id == name, f"-at-{name}")
        if event.widget is self._list:
            self.editor.session.at = self._subject
        self.show_foot()

    def hints(self) -> Sequence[Hint]:
        """Return what Enter does where the cursor is, then the rest."""
        labels = {"list": self.say("open"), "form": self.say("fill in"), "side": self.say("go there")}
        at = str(self.focused.id) if self.focused is not None else ""
        return [*([self.choosing(labels[at])] if at in labels else []), *super().hints()]

    def action_next_part(self, by: int) -> None:
        """Move from the list to the form, to the side, and round."""
        here = next((n for n, name in enumerate(_PARTS) if self.query_one(f"#{name}") is self.focused), 0)
        self._enter(_PARTS[(here + by) % len(_PARTS)])

    def action_onward(self) -> None:
        """Move from the list into the form; on a choice, to the node that it leads to."""
        if self.focused is self._list:
            self._enter("form")
            return
        if self.focused is self._form:
            part = self.at[:4] if len(self.at) >= 4 and self.at[2] == "choices" else self.at[:2]
            to = self.view.at((*part, "to"))
            if isinstance(to, str) and self.view.at(("nodes", to)) is not None:
                self.editor.go_to(("nodes", to))

    def action_to_list(self) -> None:
        """Back to the list."""
        self._enter("list")

    def action_find(self) -> None:
        """Find anything by its words."""

        self.pick(
            self.say("Find"), self.entries(), lambda picked: self.go_to(path_of(picked.values[0]) or ())
        )

    def entries(self) -> Iterator[Entry]:
        """Yield everything that can be gone to."""
        for subject in self._subjects:
            own = (Run(clean_line(str(subject[-1])), "dim"),)
            name = str(subject[-1]) if subject[0] in NAMED and len(subject) == 2 else ""
            title = self.view.name_of(subject) if name else ""
            yield Entry(place_item(subject), row(self.view, subject)[0][1:], own, name, title)

    def action_command(self, name: str, *arguments: int) -> None:
        """Add, delete, rename ... where the cursor is."""
        if self._may_edit():
            COMMANDS[name](self, self.at, *arguments)

    def _may_edit(self) -> bool:
        """Return whether there is data to edit; else it is said."""
        if self.view.document.data is not None:
            return True
        self.tell(self.say("The file is no TOML; mend it as text first (v)."), "warn")
        return False

    def action_raw(self) -> None:
        """Open the file as text."""
        self.editor.show_text(self.at)

    def action_own_editor(self) -> None:
        """Open the file in the person's own editor."""
        self.editor.edit_outside(self.at)

    async def action_try_it(self) -> None:
        """Walk the edited tree from here."""
        await self.editor.try_from(self._subject)
