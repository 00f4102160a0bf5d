"""The summary of the journey: a preview in each format, which is named by its purpose, before it is saved."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, pairwise
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debttree.export import Format, Profile, Redaction, Summary, held, preview, render, save_as
from debttree.locales import Phrases
from debttree.model import Message, Trouble, clean, msg
from debttree.storage.naming import here, named_file
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.summary_file import summary_of, usual_name
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, Line, Made, Para, Run, blank, line_cells
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane

OFFERED: Mapping[Format, tuple[Message, Message]] = {
    Format.HTML: (msg("to print"), msg("To print: save it, open the file in a browser, and print it there.")),
    Format.TXT: (msg("as text"), msg("As text: for a chat, a mail or a screen reader.")),
    Format.ICS: (
        msg("calendar"),
        msg("A calendar: your last days, with reminders, for the calendar of a phone or a computer."),
    ),
    Format.MD: (msg("more: md"), msg("Markdown: for a document that is written on.")),
    Format.JSON: (msg("json"), msg("JSON: for a program.")),
    Format.TOML: (msg("toml"), msg("TOML: for a program.")),
}
"""The formats by what they are for and what is done with such a file, the most wanted first; the digits choose so."""

WIDEST = 96
"""Greatest width of lines in the plain preview, in cells; longer ones are hard to read."""

NARROWEST = 20
"""Least width of such lines, in cells; in a narrower window they are wrapped."""

MARGIN = 2
"""Cells beside the head. If a title and all formats in words do not fit, only numbers are shown."""


class SummarySheet(Sheet):
    """A preview of the summary, with keys to choose the format, save and copy."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.SUMMARY)]
    scopes = (Scope.SUMMARY, Scope.LIST)

    def __init__(self, explorer: Walking) -> None:
        super().__init__(explorer)
        self._profile = Profile.PERSON

    @property
    def _format(self) -> Format:
        return self.explorer.summary_format

    def body(self) -> ComposeResult:
        """Compose the preview."""
        yield from self.one_pane()

    def show(self) -> None:
        """Show the preview in the chosen format."""
        self._show_head()
        pane = self.query_one("#pane", Pane)
        pane.show(self._preview(self.scene))
        pane.focus(scroll_visible=False)

    def _show_head(self) -> None:
        """Show the formats with their numbers; if there is little room, only the chosen one in words."""
        in_words = self._formats(in_words=True)
        fits = line_cells(in_words) <= self.room.width - MARGIN
        self.head(in_words if fits else self._formats(in_words=False))

    def _formats(self, *, in_words: bool) -> Line:
        title = self.say("Summary") if self._profile is Profile.PERSON else self.say("Case record")
        formats: list[Run] = [Run(title + " ", "title")] if in_words else []
        for number, (form, (words, _)) in enumerate(OFFERED.items(), 1):
            chosen, named = form is self._format, self.say.tell(words)
            gap = " " if formats else ""
            label = f"[{named}]" if chosen else f" {named}" if in_words else ""
            formats += [Run(f"{gap}{number}", "key"), Run(label, "key" if chosen else "dim")]
        return tuple(formats)

    def _preview(self, scene: Scene) -> Iterable[Block]:
        made = self._made(scene)
        use: list[Block] = [Para((Run(scene.say.tell(OFFERED[self._format][1]), "dim"),))]
        use += [Para((Run(words, "warn"),)) for words in self._own_words(held(made, self._format))]
        use.append(blank())
        if self._format is Format.HTML:
            return [*use, Made(partial(_as_paper, made, scene.say))]
        if self._format is Format.TXT:
            return [*use, Made(partial(_as_text, made, scene.say))]
        try:
            source = render(made, self._format, scene.say).decode().replace("\r\n", "\n")
        except Trouble as trouble:
            source = scene.say.tell(trouble.message)
        return [*use, Made(lambda _: _lines(source))]

    def _made(self, scene: Scene) -> Summary:
        explorer = self.explorer
        return summary_of(scene, self._format, explorer.clock.now(), self._profile, explorer.left_out)

    def _own_words(self, made: Summary) -> Iterator[str]:
        """Yield lines that say whether the summary contains notes and calls, and the keys to change that."""
        say = self.say
        notes, calls = (self.key(Scope.SUMMARY, f"leave-out-{what}") for what in ("notes", "calls"))
        held = [say.plural("{n} note", "{n} notes", len(made.remarks))] if made.remarks else []
        held += [say.plural("{n} call", "{n} calls", len(made.calls))] if made.calls else []
        what = say.listed(held)
        if Redaction.NOTES in made.redacted:
            yield say("Without notes, calls and name; {key} puts them in.", key=notes)
        elif Redaction.CALLS in made.redacted:
            yield say(
                "Without calls; {key} puts them in. {notes}: no notes, no name.", key=calls, notes=notes
            )
        elif held:
            yield say(
                "It holds {what}: {notes} leaves all out, {calls} the calls.",
                what=what,
                notes=notes,
                calls=calls,
            )

    def action_leave_out(self, what: str) -> None:
        """Leave out notes or calls, or include them again; without notes there are no calls either."""
        asked, out = Redaction(what), self.explorer.left_out
        if asked is Redaction.CALLS and Redaction.NOTES in out:
            self.tell(self.say("The calls are left out with the notes."))
            return
        self.explorer.left_out = frozenset({asked}) ^ (out & {asked})
        self.show()

    def action_profile(self) -> None:
        """Switch between the summary and the case record."""
        self._profile = Profile.ADVISER if self._profile is Profile.PERSON else Profile.PERSON
        self.show()

    def resized(self) -> None:
        """Fit the head to the new width."""
        self._show_head()

    def action_format(self) -> None:
        """Show the next format."""
        formats = tuple(OFFERED)
        self.action_format_number((formats.index(self._format) + 1) % len(formats) + 1)

    def action_format_number(self, number: int) -> None:
        """Show the format with that number."""
        self.explorer.summary_format = tuple(OFFERED)[number - 1]
        self.show()

    async def on_bar_clicked(self, event: Bar.Clicked) -> None:
        """Show the format that was clicked."""
        if event.bar.id == "head" and event.key.isdecimal():
            self.action_format_number(int(event.key))

    def action_save(self) -> None:
        """Ask for a file name, and save without overwriting a file."""
        scene, say = self.scene, self.scene.say
        try:
            made = self._made(scene)
            content = render(made, self._format, say)
        except Trouble as trouble:
            self.warn(trouble.message)
            return
        name = usual_name(made, self._format)

        def take(text: str) -> None:
            file = named_file(text or name)
            save_as(file, content)
            self.tell(_saved(say, self._format, str(file.absolute())))

        question = (Run(say("Save the summary as"), "strong"),)
        hint = say("An existing file is never overwritten. In the folder {folder}", folder=here())
        self.ask(question, take, hint=hint, value=name)

    def action_copy(self) -> None:
        """Copy the shown format to the clipboard, if the terminal allows it; of the paper its words."""
        scene, say = self.scene, self.scene.say
        form = Format.TXT if self._format is Format.HTML else self._format
        try:
            self.app.copy_to_clipboard(render(self._made(scene), form, say).decode())
        except Trouble as trouble:
            self.warn(trouble.message)
        else:
            self.tell(say("Copied, if your terminal allows it."))


def _saved(say: Phrases, form: Format, file: str) -> str:
    """Return the message that a file was saved; for a paper, with how to print it.

    Args:
        say: the language.
        form: the format.
        file: path of the file.
    """
    told, printing = say("Saved: {file}", file=file), say("Open it in a browser to print it.")
    return f"{told} {printing}" if form is Format.HTML else told


def _as_text(made: Summary, say: Phrases, width: int) -> Iterator[Line]:
    """Yield the blocks of the plain preview, whose lines are made as they come into view."""
    return ((Run(line),) for line in preview(made, say, min(max(width, NARROWEST), WIDEST)))


def _as_paper(made: Summary, say: Phrases, width: int) -> Iterator[Line]:
    """Yield the blocks of the preview as on paper: headings, rules, boxes to tick."""
    words = chain(preview(made, say, min(max(width, NARROWEST), WIDEST)), [""])
    for line, following in pairwise(words):
        if _is_rule(line):
            yield (Run("─" * len(line), "rule"),)
        elif _is_rule(following):
            yield (Run(line, "heading"),)
        else:
            box = {"[ ] ": "☐   ", "[x] ": "☑   "}.get(line[:4], line[:4])
            yield (Run(box + line[4:]),)


def _is_rule(line: str) -> bool:
    return len(line) > 1 and not line.strip("-")


def _lines(source: str) -> Iterator[Line]:
    """Yield the lines of a text, made harmless for the screen."""
    return ((Run(clean(line)),) for line in source.split("\n"))
