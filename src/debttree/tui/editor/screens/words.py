"""Edit a text in all its languages side by side, with a preview. The typed changes make one edit."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import TextArea

from debttree.editing.edits import Edit
from debttree.locales import own_name
from debttree.model import Trouble, clean, clean_line, msg
from debttree.tui.editor.screens.draft_page import DraftPage
from debttree.tui.editor.screens.page import Editing
from debttree.tui.editor.text_buffer import shown, written
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.page import Para, Run
from debttree.tui.kit.prose import written as laid_out
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.cursor_list import POINTER
from debttree.tui.kit.widgets.foot import Hint
from debttree.tui.kit.widgets.pane import Pane
from debttree.tui.kit.widgets.text_editor import TextEditor

EVERY = ""
"""The language of a plain string, which serves every language."""

EditOf = Callable[[Any], Edit | None]
"""Returns the edit that sets a text, or removes it if given None; None: nothing changes."""


class Words(DraftPage):
    """One text area for each language; Tab goes to the next one.

    Args:
        heading: words of the head.
        value: the text as in the file: a string, a table of strings, or None.
        languages: those that the tree promises.
        is_prose: whether it may have several lines, and has a preview.
        edit_of: makes an edit of the new text.
    """

    DEFAULT_CSS = """
    Words #areas { height: 1fr; }
    Words .area { width: 1fr; }
    Words .area Bar { padding: 0 1; }
    Words .area.-next { border-left: solid $rule; }
    Words.-line .area.-next, Words.-narrow .area.-next { border-left: none; }
    Words #preview { padding: 0 2; height: 1fr; border-top: solid $rule; }
    Words.-line #areas { height: auto; layout: vertical; }
    Words.-line .area { height: auto; }
    Words.-line TextEditor { height: 3; margin-bottom: 1; }
    Words.-narrow .area { display: none; }
    Words.-narrow .area.-here, Words.-narrow.-line .area { display: block; }
    Words.-short #preview, Words.-plain #preview { display: none; }
    Words.-short.-asked #preview { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Scope.WORDS),
        Binding("enter", "done_line", show=False, priority=True),  # before it inserts a line break
    ]
    AUTO_FOCUS = "TextEditor"
    scopes = (Scope.WORDS,)

    def __init__(
        self,
        editor: Editing,
        heading: str,
        value: Any,
        languages: tuple[str, ...],
        edit_of: EditOf,
        *,
        is_prose: bool,
    ) -> None:
        super().__init__(editor)
        self._heading = heading
        self._edit_of = edit_of
        self._is_prose = is_prose
        self._before = {EVERY: value} if isinstance(value, str) else dict(value or {})
        wanted = [*([EVERY] if isinstance(value, str) else []), *languages, *self._before]
        self._languages = tuple(dict.fromkeys(wanted)) or (EVERY,)
        self.set_class(not is_prose, "-line")
        self.set_class(not is_prose, "-plain")

    def body(self) -> ComposeResult:
        """Compose the text areas, and the preview below."""
        with Horizontal(id="areas"):
            for number, language in enumerate(self._languages):
                with Vertical(classes="area -next" if number else "area -here"):
                    yield Bar(id=f"language-{number}")
                    yield TextEditor(shown(self._before.get(language, "")), id=f"text-{number}")
        yield Pane(id="preview", focusable=False)

    def on_mount(self) -> None:
        """Focus the first language without words, if others have words."""
        empty = [
            n for n, language in enumerate(self._languages) if not self._before.get(language, "").strip()
        ]
        if self._before and empty:
            self.call_after_refresh(self._begin_at, empty[0])

    @property
    def _areas(self) -> list[TextEditor]:
        """Where the words of each language are typed."""
        return [*self.query(TextEditor)]

    def _begin_at(self, number: int) -> None:
        area = self._areas[number]
        if isinstance(area.parent, Vertical):
            area.parent.add_class("-here")
        area.focus()

    def show(self) -> None:
        """Show the heading and the names of the languages."""
        self.head((Run(self._heading, "title"),))
        self._name_languages()
        self._preview()

    def _name_languages(self) -> None:
        """Show the names of the languages, with a sign before the one being edited."""
        for number, language in enumerate(self._languages):
            here = self._areas[number].has_focus
            name = self._name_of(language)
            bar = self.query_one(f"#language-{number}", Bar)
            bar.show((Run(f"{POINTER} " if here else "  ", "key"), Run(name, "heading")))

    def _name_of(self, language: str) -> str:
        if not language:
            return self.say("every language")
        name = clean_line(own_name(language))
        return name if name == language else f"{name} ({clean_line(language)})"

    def hints(self) -> Sequence[Hint]:
        """Return the hints of the foot, with that of the key to the other languages."""
        more = [Hint("Tab", self.say("other language"), "next_part(1)")] if len(self._languages) > 1 else []
        return [*more, *super().hints()]

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Update the preview."""
        event.stop()
        self._preview()
        self.hold_soon()

    def typed(self) -> Edit | None:
        """Return the edit that sets the text."""
        return self._edit_of(self._value()) if self._is_changed else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the area that has the focus if there is no room for all."""
        for area in self._areas:
            if isinstance(area.parent, Vertical):
                area.parent.set_class(area is event.widget, "-here")
        self._name_languages()
        self._preview()

    def action_next_part(self, by: int) -> None:
        """Move to the next language, in view or not."""
        here = next((number for number, area in enumerate(self._areas) if area.has_focus), 0)
        self._begin_at((here + by) % len(self._languages))

    def on_key(self, event: events.Key) -> None:
        """Handle Tab, which goes to the next language, and Enter, which is done in a text of one line."""
        if event.key in ("tab", "shift+tab"):
            event.stop()
            event.prevent_default()
            self.action_next_part(1 if event.key == "tab" else -1)

    def _preview(self) -> None:
        area = self.focused if isinstance(self.focused, TextEditor) else self._areas[0]
        blocks = laid_out(clean(area.text)) or (Para((Run(self.say("Nothing yet."), "dim"),)),)
        self.query_one("#preview", Pane).update(blocks)

    def _texts(self) -> dict[str, str]:
        """Return the words of each language; languages that were not edited are unchanged."""
        found = {}
        for language, area in zip(self._languages, self._areas, strict=True):
            before = self._before.get(language, "")
            text = written(before, area.text, "\n")
            if not self._is_prose and text != before:
                text = " ".join(text.split("\n")).strip()
            if text.strip():
                found[language] = text
        return found

    @property
    def _is_changed(self) -> bool:
        return self._texts() != {key: words for key, words in self._before.items() if words.strip()}

    def _value(self) -> Any:
        """Return the text as it will be written to the file.

        Raises:
            Trouble: there are both a text for all languages and texts for some.
        """
        typed = self._texts()
        if EVERY in typed and len(typed) > 1:
            raise Trouble(
                msg("There is a text for every language and one for a language of its own."),
                msg("Empty one of the two."),
            )
        return typed.get(EVERY) if EVERY in typed or not typed else typed

    def action_done(self) -> None:
        """Take what was typed."""
        if not self._is_changed:
            self.leave()
            return
        try:
            if self.editor.do_all(self.typed()):
                self.leave()
        except Trouble as trouble:
            self.complain(trouble)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether an action works here: Enter is done in a text of one line, a line break in others."""
        return not self._is_prose if action == "done_line" else super().check_action(action, parameters)

    def action_done_line(self) -> None:
        """Take what was typed."""
        self.action_done()

    def action_preview(self) -> None:
        """Show or hide the preview; a small screen shows it only on request."""
        self.toggle_class("-asked" if self.has_class("-short") else "-plain")

    def settles(self) -> bool:
        """Return whether nothing was typed; else ask what to do with it."""
        if self._is_changed:
            self.action_leave()
            return False
        return True

    def action_leave(self) -> None:
        """Close; typed text is lost only if the person says so."""
        if not self._is_changed:
            self.leave()
            return

        def answered(answer: str) -> None:
            if answer == "keep":
                self.action_done()
            elif answer == "drop":
                self.leave()

        say = self.say
        question = [Para((Run(say("Something was typed here."), "strong"),))]
        answers = [("keep", say("Take it")), ("drop", say("Throw it away")), ("on", say("Go on writing"))]
        self.choose_one(question, answers, answered)
