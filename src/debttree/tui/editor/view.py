"""A view: all data that the editor's screens show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from debttree.editing.document import Document
from debttree.locales import Phrases, own_name, phrases
from debttree.model import DataPath, clean_line
from debttree.tui.editor.assessment import Assessment
from debttree.tui.editor.subjects import language_of_new, languages, standing, table, words_in


@dataclass(frozen=True)
class View:
    """A draft, with the language and settings of the person who looks at it.

    Attributes:
        document: the draft.
        language: of the tree's words: of titles in lists, and of words typed into a dialog.
        is_dirty: whether it differs from the file on disk.
        is_outside: whether another program has changed the file too.
        is_gone: whether the file is gone.
        private: whether unsaved edits are kept nowhere.
        interface: language of the program's sentences; empty: the same as `language`.
        assessment: problems and prospects, which may be slightly older than the draft; None before the first are
            computed.
    """

    document: Document
    language: str
    is_dirty: bool = False
    is_outside: bool = False
    is_gone: bool = False
    private: bool = False
    assessment: Assessment | None = None
    interface: str = ""

    @property
    def say(self) -> Phrases:
        """Sentences of the program."""
        return phrases(self.language, self.interface)

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the draft; empty if it is no TOML."""
        return self.document.data or {}

    def at(self, path: DataPath) -> Any:
        """Return the value at a data path, or None."""
        return standing(self.data, path)

    def words(self, text: object) -> str:
        """Return a text on one clean line, in the language of the screen if it has it."""
        return clean_line(words_in(text, self.language)).strip()

    @property
    def new_words_hint(self) -> str:
        """A hint which language typed words belong to, in a tree with several; else empty."""
        if len(languages(self.data)) < 2:
            return ""
        name = clean_line(own_name(language_of_new(self.data, self.language)))
        return self.say("In {language}; other languages come afterwards: n goes to them.", language=name)

    def name_of(self, subject: DataPath) -> str:
        """Return a subject's title or label; its id if it has none."""
        about = table(self.at(subject))
        return self.words(about.get("title") or about.get("label")) or clean_line(str(subject[-1]))

    def told_at(self, path: DataPath) -> str:
        """Return the words that tell what stands at a path: its title, label or text; empty where it has none."""
        about = table(self.at(path))
        return self.words(about.get("title") or about.get("label") or about.get("text"))
