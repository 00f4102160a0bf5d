"""Hand the texts of a tree to a translator as rows, and take rows back as one edit. Formats are no concern here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from debttree.editing.edits import Edit, Set, Together
from debttree.editing.passages import Passage, passages
from debttree.editing.toml.refused import Refused
from debttree.editing.toml.tokens import check_writable
from debttree.model import Message, msg
from debttree.reading.limits import TEXT_CHARACTERS


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text for a translator.

    Attributes:
        passage: which text it is.
        source: the words to translate.
        translation: what is there already; empty: nothing.
        before: the source's words as they were when it was translated, where that is known; empty: they were others.
    """

    passage: Passage
    source: str
    translation: str
    before: str | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the source has been changed since it was translated."""
        return bool(self.translation) and self.before is not None and not alike(self.before, self.source)


@dataclass(frozen=True, slots=True)
class Given:
    """A row as a file from outside has it.

    Attributes:
        place: which text it is for.
        source: the words that were translated.
        translation: the new words; empty: none.
        is_fuzzy: the translator's tool marks it as not finished.
        is_plural: it has forms for one and for many, which no text of a tree has.
    """

    place: str
    source: str
    translation: str
    is_fuzzy: bool = False
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class NewWords:
    """A translation that is taken: which text, what was there before, and the words from now on."""

    passage: Passage
    source: str
    before: str
    words: str


@dataclass(frozen=True, slots=True)
class Import:
    """What becomes of rows from outside.

    Attributes:
        changes: what is written.
        refused: the place of each row that does not fit, and why.
        untranslated: how many rows have no translation.
        same: how many say what the tree says already.
        edit: does all of it at once; None: there is nothing to do.
    """

    changes: tuple[NewWords, ...]
    refused: tuple[tuple[str, Message], ...]
    untranslated: int
    same: int
    edit: Edit | None


def alike(one: str, other: str) -> bool:
    """Return whether two sources are the same but for what spreadsheets do to the ends of lines."""
    return _even(one) == _even(other)


def _even(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def rows(
    data: Mapping[str, Any],
    language: str,
    sources: tuple[str, ...],
    before: Mapping[str, str] | None = None,
    *,
    plain_in: str | None = None,
) -> Iterator[TextRow]:
    """Yield each text that has words to translate. A plain string serves every language, so it is none.

    Where it is said in which language plain strings are, they have words to translate as well.

    Args:
        data: of the tree file.
        language: to translate into.
        sources: languages to translate from, the best first.
        before: by place, the source's words as they were when they were translated.
        plain_in: the language of plain strings; None: they stay as they are.
    """
    for passage in _passages(data, plain_in):
        source = None if passage.serves_all else passage.source(sources, language)
        if source is not None:
            translation = passage.words.get(language, "")
            known = (before or {}).get(passage.place)
            yield TextRow(passage, passage.words[source], translation if translation.strip() else "", known)


def plain_texts(data: Mapping[str, Any]) -> int:
    """Return how many texts are one string for every language."""
    return sum(passage.serves_all for passage in passages(data))


def _passages(data: Mapping[str, Any], plain_in: str | None) -> Iterator[Passage]:
    """Yield the texts; a plain string as one of that language, where there is one."""
    for passage in passages(data):
        if passage.serves_all and plain_in is not None:
            yield replace(passage, words={plain_in: passage.words[""]})
        else:
            yield passage


def plan(
    data: Mapping[str, Any], given: Iterable[Given], language: str, *, plain_in: str | None = None
) -> Import:
    """Return what becomes of the rows of a translator: those that fit make one edit, the others are refused.

    Args:
        data: of the tree file.
        given: the rows.
        language: that they are in; nothing else is written.
        plain_in: the language of plain strings, which become texts of that language and the new one; None: they stay.
    """
    plain = {passage.place for passage in passages(data) if passage.serves_all}
    planner = _Planner({passage.place: passage for passage in _passages(data, plain_in)}, language)
    for row in given:
        planner.take(row)
    edits: list[Edit] = [
        Set(one.passage.path, {**one.passage.words, language: one.words})
        if one.passage.place in plain
        else Set((*one.passage.path, language), one.words)
        for one in planner.changes
    ]
    declared = _declared(data)
    if plain_in is not None and not declared and any(one.passage.place in plain for one in planner.changes):
        declared = [plain_in]
    if edits and declared and language not in declared:
        edits.append(Set(("tree", "languages"), [*declared, language]))
    return Import(
        tuple(planner.changes),
        tuple(planner.refused),
        planner.untranslated,
        planner.same,
        Together(tuple(edits)) if edits else None,
    )


def _declared(data: Mapping[str, Any]) -> list[str]:
    tree = data.get("tree")
    languages = tree.get("languages") if isinstance(tree, dict) else None
    return [str(name) for name in languages] if isinstance(languages, list) else []


class _Planner:
    def __init__(self, known: Mapping[str, Passage], language: str) -> None:
        self._known = known
        self._language = language
        self._said: dict[str, str] = {}
        self.changes: list[NewWords] = []
        self.refused: list[tuple[str, Message]] = []
        self.untranslated = self.same = 0

    def take(self, row: Given) -> None:
        """Take a row, or note why not."""
        passage = self._known.get(row.place)
        before = passage.words.get(self._language, "") if passage else ""
        said = self._said.get(row.place, before)
        if not row.translation.strip():
            self.untranslated += 1
        elif passage is None:
            self._refuse(row, msg("The tree has no such text any more."))
        elif alike(row.translation, said):
            self.same += 1
            self._said[row.place] = said
        elif (why := self._why_not(row, passage)) is not None:
            self._refuse(row, why)
        else:
            words = _framed_like(row.translation, row.source)
            self.changes.append(NewWords(passage, row.source, before, words))
            self._said[row.place] = words

    def _refuse(self, row: Given, why: Message) -> None:
        self.refused.append((row.place, why))

    def _why_not(self, row: Given, passage: Passage) -> Message | None:
        if row.place in self._said:
            return msg("It is there twice; the first one is taken.")
        if row.is_plural:
            return msg("It has plural forms; the tree has one text here.")
        if passage.serves_all:
            return msg("The tree has one text for every language here.")
        if row.is_fuzzy:
            return msg("It is marked as fuzzy: somebody must look at it first.")
        sources = (words for tag, words in passage.words.items() if tag != self._language)
        if not any(alike(words, row.source) for words in sources):
            return msg("The text was changed since it was translated.")
        if len(row.translation) > TEXT_CHARACTERS:
            return msg("It is longer than {limit} characters.", limit=TEXT_CHARACTERS)
        try:
            check_writable(row.translation)
        except Refused as refused:
            return refused.message
        return None


def _framed_like(words: str, source: str) -> str:
    """Return the words with line ends as in TOML, beginning and ending as the source does: spreadsheets lose some."""
    body = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return ("\n" if source.startswith("\n") else "") + body + ("\n" if source.endswith("\n") else "")
