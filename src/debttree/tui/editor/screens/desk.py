"""The main screen of the editor: the list of subjects, the form of one of them, its problems and prospects."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType

from debttree.model import Address, DataPath, clean_line
from debttree.tui.editor.arrangement import Arrangement, Only, arranged, stage_of
from debttree.tui.editor.commands import COMMANDS, rename
from debttree.tui.editor.field_input import fill
from debttree.tui.editor.items import AtPath, path_of
from debttree.tui.editor.making import is_unwritten
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.editor.subjects import shape, subjects
from debttree.tui.editor.view import View
from debttree.tui.editor.views.form import form
from debttree.tui.editor.views.outline import SubjectEntries, row
from debttree.tui.editor.views.side import side
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.one_frame import until_asked_for_a_paint
from debttree.tui.kit.page import Line, Run, dotted, fitted
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.kept import Across
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane

_PARTS = ("list", "form", "side")


class Desk(Page):
    """The list, the form, and a side pane of problems, graph and prospects; one at a time if there is no room."""

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
        self.arrangement = Arrangement()
        """What the list shows, and in which order."""
        self._shown: DataPath | None = None

    def body(self) -> ComposeResult:
        """Compose the three parts."""
        with Across(id="body"):
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
        """The data path under the cursor: of a field if the form has the focus, else of the subject."""
        if self.focused is self._form and self._form.item is not None:
            return path_of(self._form.item) or self._subject
        return self._subject

    @property
    def _subject(self) -> DataPath:
        return self._subjects[self._list.cursor] if self._subjects else ("tree",)

    def show(self) -> None:
        """Show the draft; the cursor stays on the same thing."""
        view = self.view
        if not self.arrangement.is_plain or shape(view.data) != self._shape:
            self._arrange()
        at = self.editor.session.at
        self._point_at(Address.of(at).subject if at else self._subject)
        self._fill_form(view, at)
        self._head()
        if self.focused is None:
            self._enter("form" if at[:1] == ("nodes",) else "list")

    def _arrange(self) -> None:
        """Fill the list by its arrangement."""
        view = self.view
        self._shape = shape(view.data) if self.arrangement.is_plain else []
        self._subjects = arranged(view, self.arrangement)
        self._numbers = {subject: number for number, subject in enumerate(self._subjects)}

    def _arranged_as(self, arrangement: Arrangement) -> None:
        """Show the list with another arrangement; the cursor stays on the same subject, or else at its place."""
        at = self._subject
        self.arrangement = arrangement
        self._arrange()
        if not self._point_at(at):
            stage = stage_of(self.view, at)
            self._point_at(("stages", stage) if stage is not None else ("tree",))
        self.editor.session.at = self._subject
        self._fill_form(self.view, self._subject)
        self._head()

    def action_fold(self) -> None:
        """List nodes below their stages; if they are, fold or unfold the stage under the cursor."""
        arrangement, stage = self.arrangement, stage_of(self.view, self._subject)
        if not self.view.data.get("stages"):
            self.tell(self.say("This tree has no stages."), "dim")
        elif not arrangement.by_stage:
            self._arranged_as(replace(arrangement, by_stage=True))
        elif stage is not None:
            self._arranged_as(arrangement.turned(stage))

    def action_flat(self) -> None:
        """Switch the list between file order and stages."""
        self._arranged_as(replace(self.arrangement, by_stage=not self.arrangement.by_stage))

    def action_only(self) -> None:
        """Switch to the next filter: problems, missing translations, missing sources, everything."""
        arrangement = replace(self.arrangement, only=self.arrangement.only.next)
        self._arranged_as(arrangement)
        self.tell(self.say("The list shows {what}.", what=arrangement.only.words), "dim")

    def _point_at(self, subject: DataPath) -> bool:
        """Put the cursor of the list on a subject; return whether it is in the list."""
        number = self._numbers.get(subject)
        self._list.show(
            SubjectEntries(self.view, self._subjects, self.arrangement),
            self._list.cursor if number is None else number,
        )
        return number is not None

    def _fill_form(self, view: View, at: DataPath) -> None:
        subject, cursor = self._subject, AtPath(at) if len(at) > 1 else None
        stays = subject == self._shown
        self._form.fill(form(view, subject), keep_place=stays, cursor=cursor)
        self.query_one("#side", Pane).fill(side(view, subject), keep_place=stays)
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
        """Shorten the name of the file to the new width."""
        self._head()

    def _counts(self, view: View) -> tuple[Line, ...]:
        only = self.arrangement.only
        shown = (Run(view.say.tell(only.words), "key"),) if only is not Only.ALL else ()
        kept = (Run(view.say("nothing is kept"), "dim"),) if view.private else ()
        if view.assessment is None:
            looking = (Run(view.say("Looking for problems ..."), "dim"),)
            return (dotted((shown, kept, looking)), dotted((shown, kept)), shown)
        n, errors = len(view.assessment.problems), view.assessment.errors
        words = view.say.plural("{n} problem", "{n} problems", n)
        counted = (Run(words, "bad" if errors else "warn" if n else "good"),)
        return (dotted((shown, kept, counted)), dotted((shown, counted)), counted)

    def on_screen_resume(self) -> None:
        """Move the cursor to where that of the drawing is, which is the same one."""
        at = self.editor.session.at
        if at and self._is_there and Address.of(at).subject != self._subject:
            self.go_to(at)

    def on_mount(self) -> None:
        """Let the form follow the list by a watcher, in the same frame: a message would arrive one frame later."""
        self.watch(self._list, "cursor", self._record_cursor, init=False)
        self.watch(self._list, "cursor", self._follow_list, init=False)

    def _record_cursor(self) -> None:
        """Record the subject at once: problems that come in just now show the draft again where it says."""
        self.editor.session.at = self._subject

    async def _follow_list(self) -> None:
        self._fill_form(self.view, self._subject)
        await until_asked_for_a_paint()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Move the focus into the form."""
        event.stop()
        self._enter("form")

    def on_pane_moved(self, event: Pane.Moved) -> None:
        """Record the place of the cursor."""
        event.stop()
        path = path_of(event.item)
        if event.pane.id == "form" and path is not None and self.focused is self._form:
            self.editor.session.at = path

    def on_pane_chosen(self, event: Pane.Chosen) -> None:
        """Fill in a field, or go to the chosen item of the side pane."""
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
        """Put the cursor on a data path, in the form if it is a field."""
        subject = Address.of(path).subject
        if subject not in self._numbers and self.view.at(subject) is not None:
            self.arrangement = self.arrangement.revealing(self.view, subject)
            self._arrange()
        if not self._point_at(subject):
            return
        self.editor.session.at = path if len(path) > 1 else subject
        if subject != self._shown:
            self._fill_form(self.view, path)
        item = self._nearest_item(path)
        if item is not None:
            self._form.point_at(item)
        self._enter("form")

    def return_to(self, path: DataPath) -> None:
        """Put the cursor on a data path; in the list, if the cursor is there and the path is a subject."""
        was_in_list = self.focused is self._list
        self.go_to(path)
        if was_in_list and Address.of(path).is_subject:
            self._enter("list")

    def beside(self, subject: DataPath, by: int) -> DataPath | None:
        """Return the subject `by` places behind a subject among those of its kind, for nodes of the same stage."""
        like = [other for other in self._subjects if other[0] == subject[0]]
        if self.arrangement.by_stage and subject[0] == "nodes":
            stage = stage_of(self.view, subject)
            like = [other for other in like if stage_of(self.view, other) == stage]
        number = like.index(subject) + by if subject in like else -1
        return like[number] if 0 <= number < len(like) else None

    def _nearest_item(self, path: DataPath) -> Hashable:
        """Return the form's item for a data path, or for the nearest thing that contains it."""
        places = [place for item in self._form.items if (place := path_of(item)) is not None]
        for length in range(len(path), 1, -1):
            found = next((AtPath(place) for place in places if place[:length] == path[:length]), None)
            if found is not None:
                return found
        return None

    def _enter(self, part: str) -> None:
        for name in _PARTS:
            self.set_class(name == part, f"-at-{name}")
        wanted = self.query_one(f"#{part}")
        if wanted is not self.focused:  # else textual would redraw it
            self.set_focus(wanted, scroll_visible=False)  # not deferred: a key may wait already

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the part that has the focus."""
        for name in _PARTS:
            self.set_class(event.widget.id == name, f"-at-{name}")
        if event.widget is self._list:
            self.editor.session.at = self._subject
        self.show_foot()

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, that of Enter first."""
        labels = {"list": self.say("open"), "form": self.say("fill in"), "side": self.say("go there")}
        at = str(self.focused.id) if self.focused is not None else ""
        return [*([self.choosing(labels[at])] if at in labels else []), *super().hints()]

    def action_next_part(self, by: int) -> None:
        """Move the focus from the list to the form, to the side pane, and back to the list."""
        here = next((n for n, name in enumerate(_PARTS) if self.query_one(f"#{name}") is self.focused), 0)
        self._enter(_PARTS[(here + by) % len(_PARTS)])

    def action_onward(self) -> None:
        """Move from the list into the form; from a choice, to its target."""
        if self.focused is self._list:
            self._enter("form")
            return
        if self.focused is self._form:
            address = Address.of(self.at)
            part = address.part if address.part is not None and address.list == "choices" else address.subject
            to = self.view.at((*part, "to"))
            if isinstance(to, str) and self.view.at(("nodes", to)) is not None:
                self.editor.go_to(("nodes", to))
            elif is_unwritten(self.view.data, to):
                self.editor.go_to((*part, "to"))
                self.tell(self.say("{id} is not written yet; Enter writes it.", id=to), "warn")

    def action_to_list(self) -> None:
        """Move the focus back to the list."""
        self._enter("list")

    def entries(self) -> Iterator[Entry]:
        """Yield a palette entry for every subject."""
        for subject in subjects(self.view.data):
            own = (Run(clean_line(str(subject[-1])), "dim"),)
            name = str(subject[-1]) if Address.of(subject).is_declared else ""
            title = self.view.name_of(subject) if name else ""
            yield Entry(AtPath(subject), row(self.view, subject)[0][1:], own, name, title)

    def action_command(self, name: str, *arguments: int) -> None:
        """Run a command such as add, delete or rename at the cursor."""
        if self._may_edit():
            COMMANDS[name](self, self.at, *arguments)

    def _may_edit(self) -> bool:
        """Return whether there is data to edit; if not, say so."""
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
        """Walk the edited tree from the subject under the cursor."""
        await self.editor.try_from(self._subject)
