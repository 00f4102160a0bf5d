"""Edit the draft in the person's own editor, and use what it saves, during or after its run."""

import os
import signal

from debttree.editing.document import Document, open_document
from debttree.editing.edits import ReplaceText
from debttree.editing.merging import merged
from debttree.editing.toml.refused import Refused
from debttree.model import Message, Trouble, clean_line, msg, reason_of
from debttree.tui.editor.draft import Draft, left_beside
from debttree.tui.editor.external_editor import OwnEditor, own_editor
from debttree.tui.editor.screens.page import Editing
from debttree.tui.kit.lending import lend


class OwnEditing:
    """The copies that were opened in the person's own editor; the session holds them."""

    def __init__(self, editor: Editing) -> None:
        self._editing = editor

    @property
    def _drafts(self) -> list[Draft]:
        return self._editing.session.drafts

    def left(self) -> list[Message]:
        """Return a message for each copy that an earlier run left."""
        session = self._editing.session
        mine = {draft.file for draft in session.drafts}
        files = [] if session.is_bundled else left_beside(session.file)
        return [
            msg("A draft for your own editor was left here: {file}", file=str(file))
            for file in files
            if file not in mine
        ]

    def open(self, line: int) -> None:
        """Open a copy of the draft at a line, and use what was saved.

        Raises:
            Trouble: there is no editor, or it cannot be started; nothing has changed.
        """
        here = self._editing
        editor = own_editor(os.environ)
        draft = self._made()
        try:
            command = editor.opening(draft.file, line)
            words = here.view.say(
                "debttree waits for your editor; close it to go on here: {command}",
                command=clean_line(" ".join(command)),
            )
            status = lend(here.app, words, command, draft.held)
        except OSError as error:
            draft.begun()
            draft.remove()
            why = msg(
                "The editor {name} cannot be started: {reason}", name=editor.name, reason=reason_of(error)
            )
            raise Trouble(why, msg("Nothing was changed.")) from None
        except Trouble:
            draft.begun()
            draft.remove()
            raise
        draft.begun()
        self._drafts.append(draft)
        self._came_back(editor, draft, status)

    def _made(self) -> Draft:
        session = self._editing.session
        try:
            return Draft(session.document, None if session.is_bundled else session.file)
        except OSError as error:
            why = msg("No draft can be written for your editor: {reason}", reason=reason_of(error))
            raise Trouble(why, msg("Nothing was changed.")) from None

    def _came_back(self, editor: OwnEditor, draft: Draft, status: int) -> None:
        """Use what was saved; delete the copy if the editor is known to be closed."""
        here, saved, is_open = self._editing, draft.saved(), draft.is_open
        if saved is not None and not self._take(draft, saved):
            return
        if status:
            here.tell(_how_it_ended(editor, status, took=saved is not None), "warn")
        elif saved is not None:
            here.tell(msg("Taken over from your editor; it is not saved yet."))
            if editor.waits or not is_open:
                self._let_go(draft)
        elif editor.waits or not draft.file.exists():
            here.tell(msg("Nothing was changed."), "dim")
            self._let_go(draft)
        else:
            here.tell(
                msg(
                    "{name} came back at once. What you save there is taken over here; the draft is {file}",
                    name=editor.name,
                    file=str(draft.file),
                ),
                "dim",
            )

    def _let_go(self, draft: Draft) -> None:
        draft.remove()
        self._drafts.remove(draft)

    def _take(self, draft: Draft, content: bytes) -> bool:
        """Make one edit of what was saved; return whether that worked, and if not, say where the copy is."""
        here = self._editing
        try:
            text = self._with_edits_since(draft, content)
            here.make(ReplaceText(text))
        except Trouble as trouble:
            draft.stays = True
            here.changed()
            why = msg(
                "{why} What your editor saved is kept: {file}", why=trouble.message, file=str(draft.file)
            )
            here.complain(Trouble(why))
            return False
        draft.stays = False
        return True

    def _with_edits_since(self, draft: Draft, content: bytes) -> str:
        """Return the saved text merged with the edits made here since the copy was opened.

        Raises:
            Trouble: it is not text, or both changed the same thing.
        """
        mine = self._editing.session.document
        theirs = open_document(content, mine.name)
        if theirs.undecodable is not None:
            raise Trouble(msg("What came back is no UTF-8 text."))
        both = theirs if mine.text == draft.base.text else _both(draft.base, mine, theirs)
        draft.base = theirs
        return both.text

    def look(self) -> None:
        """Use what open editors have saved meanwhile, and forget those that have ended."""
        for draft in tuple(self._drafts):
            ends = draft.has_just_ended()
            try:
                saved = draft.saved() if ends else draft.look()
            except Trouble as trouble:
                self._editing.complain(trouble)
                continue
            if saved is not None and self._take(draft, saved):
                self._editing.tell(msg("Taken over from your editor; it is not saved yet."))
            if ends and not draft.stays:
                self._let_go(draft)
                if saved is None:
                    self._editing.tell(msg("Your editor has ended; all it saved is taken over."), "dim")

    def settle(self) -> Draft | None:
        """Use what was saved last, and return a copy that is still open or cannot be used, if there is one."""
        for draft in tuple(self._drafts):
            try:
                saved = draft.saved()
            except Trouble as trouble:
                self._editing.complain(trouble)
                continue
            if saved is not None:
                self._take(draft, saved)
        return next((draft for draft in self._drafts if draft.stays or draft.is_open), None)


def _both(base: Document, mine: Document, theirs: Document) -> Document:
    try:
        return merged(base, mine, theirs)
    except Refused as refused:
        raise Trouble(refused.message) from None


def _how_it_ended(editor: OwnEditor, status: int, *, took: bool) -> Message:
    """Return a message about an editor that failed, and about whether its saves were used."""
    places = {"name": editor.name, "status": str(status)}
    if status < 0:
        places["signal"] = _signal_name(-status)
        if took:
            return msg(
                "{name} was ended by {signal}. What it had saved is taken over; u takes it back.", **places
            )
        return msg("{name} was ended by {signal}. Nothing was changed.", **places)
    if took:
        return msg(
            "{name} ended with status {status}. What it saved is taken over; u takes it back.", **places
        )
    return msg("{name} ended with status {status}. Nothing was changed.", **places)


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)
