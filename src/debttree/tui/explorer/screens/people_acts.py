"""Actions for people at an adviser's desk: rename, delete, save summaries and a calendar, compare two."""

from collections.abc import Sequence
from pathlib import Path

from debttree.export.to_disk import free_name
from debttree.journey.desk import Person, person
from debttree.journey.names import as_typed
from debttree.model import Trouble, msg
from debttree.storage.naming import here, named_file, named_folder
from debttree.tui.explorer.screens.compare import Compare
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.summary_file import Papers, Saving, lacks
from debttree.tui.explorer.views.people import counted, name_of
from debttree.tui.kit.actions import Scope
from debttree.tui.kit.in_thread import in_thread
from debttree.tui.kit.page import Para, Run, blank

_PAIR = 2


class PeopleActs(Sheet):
    """A screen with a list of people, some of them marked."""

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self.marked: set[str] = set()

    @property
    def everybody(self) -> list[Person]:
        """All people, in the chosen order."""
        raise NotImplementedError

    @property
    def pointed(self) -> Person | None:
        """The person under the cursor, or None."""
        raise NotImplementedError

    def take_in(self, gone: str, row: Person | None = None) -> None:
        """Replace a row by another one, or remove it."""
        raise NotImplementedError

    @property
    def meant(self) -> list[Person]:
        """Return the marked people, else the one under the cursor; none, with a message, while the list is read."""
        found = [row for row in self.everybody if row.file in self.marked]
        if not found and self.pointed is None:
            self.tell(self.say("Nobody is under the cursor."), "warn")
        return found or ([self.pointed] if self.pointed is not None else [])

    def action_rename(self) -> None:
        """Rename the person under the cursor."""
        shelf, row, say = self.explorer.shelf, self.pointed, self.say
        if shelf is None or row is None:
            return

        def take(text: str) -> None:
            whose = as_typed(text)
            if whose and whose != row.whose:
                file = self.explorer.give_name(shelf, row.file, whose)
                self.take_in(row.file, person(file, self.explorer.guides, self.scene.today))

        hint = say("As you know the person: “Mrs Li, table 3”.")
        self.ask((Run(say("Their name: "), "strong"),), take, hint=hint, value=row.whose)

    def action_delete(self) -> None:
        """Delete the journey of the person under the cursor, after a yes."""
        shelf, row, say = self.explorer.shelf, self.pointed, self.say
        if shelf is None or row is None:
            return
        name = name_of(say, row)
        question = [Para((Run(say("Delete the journey of {name}?", name=name), "title"),)), blank()]
        if row.journey is not None:
            question.append(Para((Run(say.listed(counted(say, row.journey))),)))
        if row.file == shelf.keeper.name:
            question.append(Para((Run(say("It is the one on the screen: its way goes with it."), "warn"),)))
        question.append(Para((Run(say("The file is gone at once, and nothing brings it back."), "dim"),)))

        def delete() -> None:
            try:
                self.explorer.delete(shelf, row.file, row.content)
            except Trouble as trouble:
                self.complain(trouble)
                return
            self.take_in(row.file)
            self.tell(say("The journey of {name} is deleted; its file is gone.", name=name))

        self.confirm(question, say("Yes, delete it"), say("No, keep it"), delete)

    def action_save_papers(self) -> None:
        """Ask for a folder, and save summaries in it without overwriting files."""
        rows, say, form = self.meant, self.say, self.explorer.summary_format
        if not rows:
            return

        def take(text: str) -> None:
            folder = named_folder(text)
            in_thread(self, "papers", self._save, self._papers(), rows, folder)

        n = len(rows)
        words = say.plural(
            "Save {n} summary as {form} in the folder",
            "Save {n} summaries as {form} in the folder",
            n,
            form=form.value,
        )
        hint = say("Names stand in what the files are called. An existing file is never overwritten.")
        out = lacks(say, self.explorer.left_out) or [self._how_to_leave_out()]
        self.ask((Run(words, "strong"),), take, hint=" ".join([*out, hint]), value=here())

    def _how_to_leave_out(self) -> str:
        return self.say(
            "They hold notes and calls; {summary} {notes} in a summary leaves them out of all from then on.",
            summary=self.key(Scope.EXPLORER, "summary"),
            notes=self.key(Scope.SUMMARY, "leave-out-notes"),
        )

    def _papers(self) -> Papers:
        return Papers(self.scene, self.explorer.clock.now(), self.explorer.left_out)

    def _save(self, papers: Papers, rows: Sequence[Person], folder: Path) -> None:
        saving = papers.save(rows, folder, self.explorer.summary_format)
        self.hand_back(self._saved, saving, folder)

    def _saved(self, saving: Saving, folder: Path) -> None:
        """Report what was saved, and whose summary could not be saved."""
        say, n = self.say, len(saving.saved)
        words = [
            say.plural(
                "{n} summary is saved in {folder}.",
                "{n} summaries are saved in {folder}.",
                n,
                folder=str(folder.absolute()),
            )
        ]
        words += [
            say("Not saved: {name}: {reason}", name=name_of(say, row), reason=reason)
            for row, reason in saving.failed
        ]
        self.tell(" ".join(words), "warn" if saving.failed else "good")

    def action_calendar(self) -> None:
        """Ask for a file name, and save one calendar of everybody's last days without overwriting a file."""
        rows, say, today = self.everybody, self.say, self.scene.today

        def take(text: str) -> None:
            file = named_file(text)
            in_thread(self, "papers", self._save_calendar, self._papers(), rows, file)

        hint = say(
            "Names stand in every entry: who sees the calendar sees them. An existing file is never overwritten."
        )
        self.ask(
            (Run(say("Save everybody's last days as"), "strong"),),
            take,
            hint=hint,
            value=free_name(Path(), say("last-days-{date}.ics", date=today.isoformat())),
        )

    def _save_calendar(self, papers: Papers, rows: Sequence[Person], file: Path) -> None:
        from debttree.export import save_as

        try:
            save_as(file, papers.calendar(rows))
        except Trouble as trouble:
            self.hand_back(self.warn, trouble.message)
        else:
            self.hand_back(self.tell, self.say("Saved: {file}", file=str(file.absolute())))

    def action_compare(self) -> None:
        """Compare two people: the two marked ones, else the one under the cursor and the present one."""
        rows = [
            row for row in self.meant if row.tree is not None and row.tree.version == self.scene.tree.version
        ]
        shelf = self.explorer.shelf
        if len(rows) == 1 and shelf is not None:
            here = next((row for row in self.everybody if row.file == shelf.keeper.name), None)
            rows = [here, *rows] if here is not None and here is not rows[0] else rows
        pair = [(name_of(self.say, row), row.journey) for row in rows if row.journey is not None]
        if len(pair) != _PAIR:
            self.warn(msg("Mark two people of this guide with Space, then compare them."))
            return
        self.app.push_screen(Compare(self.explorer, people=pair))
