"""Give the texts of a tree to a translator as rows, and turn rows back into one edit, independently of file formats."""

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
        passage: the text.
        source: the words to translate.
        translation: the present translation; empty: none.
        before: the source's words at the time of the translation; None: unknown; empty: they were others.
    """

    passage: Passage
    source: str
    translation: str
    before: str | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the source has changed since it was translated."""
        return bool(self.translation) and self.before is not None and not alike(self.before, self.source)


@dataclass(frozen=True, slots=True)
class Given:
    """A row of a translator's file.

    Attributes:
        place: name of the place of the text, see `passages`.
        source: the words that the translator translated.
        translation: the new words; empty: none.
        is_fuzzy: whether the translator's tool marks it as unfinished.
        is_plural: whether it has plural forms, which no text of a tree has.
    """

    place: str
    source: str
    translation: str
    is_fuzzy: bool = False
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class NewWords:
    """An accepted translation: the text, its previous words and its new ones."""

    passage: Passage
    source: str
    before: str
    words: str


@dataclass(frozen=True, slots=True)
class Import:
    """The result of importing a translator's rows.

    Attributes:
        changes: the accepted translations.
        refused: the place of each refused row, with the reason.
        untranslated: number of rows without a translation.
        same: number of rows that equal the tree already.
        edit: makes all changes at once; None: there are none.
    """

    changes: tuple[NewWords, ...]
    refused: tuple[tuple[str, Message], ...]
    untranslated: int
    same: int
    edit: Edit | None


def alike(one: str, other: str) -> bool:
    """Return whether two sources are equal apart from line ends, which spreadsheets change."""
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
    """Yield a row for each text with words to translate. A plain string serves every language, so it is left out.

    If `plain_in` names the language of plain strings, they are included.

    Args:
        data: of the tree file.
        language: to translate into.
        sources: languages to translate from, the best first.
        before: by place, the source's words at the time of the translation.
        plain_in: the language of plain strings; None: they stay as they are.
    """
    for passage in _passages(data, plain_in):
        source = None if passage.serves_all else passage.source(sources, language)
        if source is not None:
            translation = passage.words.get(language, "")
            known = (before or {}).get(passage.place)
            yield TextRow(passage, passage.words[source], translation if translation.strip() else "", known)


def plain_texts(data: Mapping[str, Any]) -> int:
    """Return the number of texts that are plain strings."""
    return sum(passage.serves_all for passage in passages(data))


def _passages(data: Mapping[str, Any], plain_in: str | None) -> Iterator[Passage]:
    """Yield the texts; plain strings as texts in the language `plain_in`, if it is given."""
    for passage in passages(data):
        if passage.serves_all and plain_in is not None:
            yield replace(passage, words={plain_in: passage.words[""]})
        else:
            yield passage


def plan(
    data: Mapping[str, Any], given: Iterable[Given], language: str, *, plain_in: str | None = None
) -> Import:
    """Return the result of importing a translator's rows: those that fit make one edit, the others are refused.

    Args:
        data: of the tree file.
        given: the translator's rows.
        language: of the translations; no other language is written.
        plain_in: the language of plain strings, which become texts in that language and the new one; None: they stay.
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
        """Accept a row, or record why it is refused."""
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
    """Return the words with TOML's line ends, and with the source's blanks at both ends, which spreadsheets lose."""
    body = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return ("\n" if source.startswith("\n") else "") + body + ("\n" if source.endswith("\n") else "")
