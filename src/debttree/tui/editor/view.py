"""A view: all that the editor's screens need to know to say what they say."""

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
    """A draft, and who looks at it.

    Attributes:
        document: the draft.
        language: of the tree's words: of titles in lists, and of what is typed into a prompt.
        is_dirty: it differs from what is on the disk.
        is_outside: another program has changed the file too.
        is_gone: the file is gone.
        private: unsaved edits are not kept.
        interface: of the program's sentences; empty: it follows the language of the words.
        assessment: problems and prospects, perhaps those of a moment ago; None before the first are known.
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
        """What the draft says; empty where it is no TOML."""
        return self.document.data or {}

    def at(self, path: DataPath) -> Any:
        """Return what stands at a path; None where nothing does."""
        return standing(self.data, path)

    def words(self, text: object) -> str:
        """Return a text on one clean line, in the language of the screen if it can be."""
        return clean_line(words_in(text, self.language)).strip()

    @property
    def new_words_hint(self) -> str:
        """Which language a prompt fills, in a tree of several; empty where there is one."""
        if len(languages(self.data)) < 2:
            return ""
        name = clean_line(own_name(language_of_new(self.data, self.language)))
        return self.say("In {language}; other languages come afterwards: n goes to them.", language=name)

    def name_of(self, subject: DataPath) -> str:
        """Return what a person calls a subject: its title or label; its id where it has none."""
        about = table(self.at(subject))
        return self.words(about.get("title") or about.get("label")) or clean_line(str(subject[-1]))

    def told_at(self, path: DataPath) -> str:
        """Return the words that tell what stands at a path: its title, label or text; empty where it has none."""
        about = table(self.at(path))
        return self.words(about.get("title") or about.get("label") or about.get("text"))
