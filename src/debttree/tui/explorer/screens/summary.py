"""The summary of the way: seen in each format before it is saved."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from debttree.export import FORMATS, Format, Profile, Summary, preview, render, save_as
from debttree.locales import Phrases
from debttree.model import Trouble, clean
from debttree.storage.naming import here, named_file
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.screens.sheet import Sheet, Walking
from debttree.tui.explorer.summary_file import summary_of, usual_name
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Block, Line, Made, Run, blank
from debttree.tui.kit.widgets.pane import Pane

_SHOWN_AS_TEXT = (Format.TXT, Format.HTML)
"""Formats whose words are shown rather than their source."""

WIDEST = 96
"""Cells of a line of the plain preview at most: longer lines tire the eye."""

NARROWEST = 20
"""Cells of such a line at least; where there is less room it goes on in the next one."""

ROOMY = 52
"""Cells from which the head has a title beside the formats."""


class SummarySheet(Sheet):
    """Preview, format, saving, copying."""

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
        """Show the formats by their numbers; the title where there is room."""
        title = self.say("Summary") if self._profile is Profile.PERSON else self.say("Case record")
        formats: list[Run] = [Run(title + " ", "title")] if self.room.width >= ROOMY else []
        for number, form in enumerate(FORMATS, 1):
            chosen = form is self._format
            words = f"[{form.value}]" if chosen else f" {form.value}"
            gap = " " if formats else ""
            formats += [Run(f"{gap}{number}", "key"), Run(words, "key" if chosen else "dim")]
        self.head(tuple(formats))

    def _preview(self, scene: Scene) -> Iterable[Block]:
        made = self._made(scene)
        if self._format in _SHOWN_AS_TEXT:
            return [blank(), Made(partial(_as_text, made, scene.say))]
        try:
            source = render(made, self._format, scene.say).decode().replace("\r\n", "\n")
        except Trouble as trouble:
            source = scene.say.tell(trouble.message)
        return [blank(), Made(lambda _: _lines(source))]

    def _made(self, scene: Scene) -> Summary:
        return summary_of(scene, self.explorer.clock.now(), self._profile)

    def action_profile(self) -> None:
        """Show the case record in the place of the summary, or the other way round."""
        self._profile = Profile.ADVISER if self._profile is Profile.PERSON else Profile.PERSON
        self.show()

    def resized(self) -> None:
        """Show as much of the head as there is room for."""
        self._show_head()

    def action_format(self) -> None:
        """Show the next format."""
        self.action_format_number((FORMATS.index(self._format) + 1) % len(FORMATS) + 1)

    def action_format_number(self, number: int) -> None:
        """Show the format of that number."""
        self.explorer.summary_format = FORMATS[number - 1]
        self.show()

    def action_save(self) -> None:
        """Ask for a name and save; nothing is overwritten."""
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
            self.tell(say("Saved: {file}", file=str(file.absolute())))

        question = (Run(say("Save the summary as"), "strong"),)
        hint = say("An existing file is never overwritten. In the folder {folder}", folder=here())
        self.ask(question, take, hint=hint, value=name)

    def action_copy(self) -> None:
        """Put the format shown on the clipboard, as far as the terminal lets us."""
        scene, say = self.scene, self.scene.say
        try:
            self.app.copy_to_clipboard(render(self._made(scene), self._format, say).decode())
        except Trouble as trouble:
            self.warn(trouble.message)
        else:
            self.tell(say("Copied, if your terminal allows it."))


def _as_text(made: Summary, say: Phrases, width: int) -> Iterator[Line]:
    """Yield the words, in lines that are made as they come into view."""
    return ((Run(line),) for line in preview(made, say, min(max(width, NARROWEST), WIDEST)))


def _lines(source: str) -> Iterator[Line]:
    """Yield the lines of a source, whatever it takes to make them harmless."""
    return ((Run(clean(line)),) for line in source.split("\n"))
