"""Take values out of a table one by one; what is wrong with them is collected, not raised."""

import datetime as dt
from collections.abc import Callable, Set
from enum import StrEnum
from typing import Any, TypeVar

from debttree.model import (
    Aim,
    DataPath,
    Message,
    Text,
    did_you_mean,
    is_language,
    msg,
    suggestion,
)
from debttree.reading.limits import TEXT_CHARACTERS, is_too_deep
from debttree.reading.problem_list import ProblemList

E = TypeVar("E", bound=StrEnum)

Table = dict[str, Any]


class Collector(ProblemList):
    """Takes values out of tables and collects problems.

    Every method that takes a value gives None (or an empty tuple) where it is absent or wrong; whoever asks
    can tell the two apart by the problems. `where` is always the data path of the table.
    """

    def __init__(self) -> None:
        super().__init__()
        self._languages: tuple[str, ...] = ()
        self._named: Set[str] = {""}
        self._plain: list[tuple[str, DataPath]] = []
        """Texts that name no language."""
        self._tagged: list[DataPath] = []
        """Texts that name languages."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the tree names; each is written as languages are."""
        return self._languages

    @languages.setter
    def languages(self, languages: tuple[str, ...]) -> None:
        self._languages, self._named = languages, {*languages} or {""}

    def table(self, table: Table, key: str, where: DataPath) -> Table:
        """Return a table under `key`; empty where it is absent or no table.

        Args:
            table: the table that has `key`.
            key: of the table to return.
            where: data path of `table`.
        """
        value = table.get(key)
        if value is None or type(value) is dict:
            return value or {}
        self.mistyped((*where, key), value, msg("a table"), msg("Write it as [{name}].", name=key))
        return {}

    def tables(self, table: Table, key: str, where: DataPath) -> list[tuple[Table, DataPath]]:
        """Return the tables of an array under `key`, each with its path; leave out what is no table.

        Args:
            table: the table that has `key`.
            key: of the array.
            where: data path of `table`.
        """
        value = table.get(key)
        if value is None:
            return []
        path = (*where, key)
        if type(value) is not list:
            header = ".".join(str(part) for part in path)
            hint = msg("Write each of them as [[{name}]].", name=header)
            self.mistyped(path, value, msg("an array of tables"), hint)
            return []
        found = []
        for index, item in enumerate(value):
            if type(item) is dict:
                found.append((item, (*path, index)))
            else:
                self.mistyped((*path, index), item, msg("a table"))
        return found

    def named_tables(self, table: Table, key: str, where: DataPath) -> list[tuple[str, Table, DataPath]]:
        """Return id, table and path of each table in a table under `key`; check the ids.

        Args:
            table: the table that has `key`.
            key: of the table of tables.
            where: data path of `table`.
        """
        found = []
        for name, item in self.table(table, key, where).items():
            path = (*where, key, name)
            self.id(name, path, Aim.KEY)
            if type(item) is dict:
                found.append((name, item, path))
            else:
                self.mistyped(path, item, msg("a table"), msg("Write it as [{name}].", name=f"{key}.{name}"))
        return found

    def known_keys(
        self,
        table: Table,
        known: Set[str],
        where: DataPath,
        explain: Callable[[str, Any], Message | None] | None = None,
    ) -> None:
        """Warn of keys that mean nothing here.

        Args:
            table: whose keys are looked at.
            known: the keys that mean something there.
            where: data path of `table`.
            explain: from a key and its value to a better hint than the nearest known key, or None.
        """
        if table.keys() <= known:
            return
        for key, value in table.items():
            if key in known:
                continue
            if is_too_deep(value):
                self.error("too-deep", (*where, key), msg("Tables or arrays are nested too deeply."))
                continue
            hint = (explain and explain(key, value)) or did_you_mean(key, known)
            message = msg('"{name}" means nothing here.', name=key)
            self.warning("unknown-key", (*where, key), message, hint)

    def format(self, data: Table, wanted: str, otherwise: Message) -> None:
        """Collect an error where a file does not say the format that it must be in.

        Args:
            data: of the whole file.
            wanted: the format.
            otherwise: what is said of another one.
        """
        written = data.get("format")
        hint = msg('The file\'s first line should be: format = "{format}"', format=wanted)
        if written is None:
            self.error("missing", (), msg('"{name}" is missing.', name="format"), hint)
        elif written != wanted:
            self.error("unknown-format", ("format",), otherwise, hint)

    def string(self, table: Table, key: str, where: DataPath, *, required: bool = False) -> str | None:
        """Return a plain string.

        Args:
            table: the table that has `key`.
            key: of the string.
            where: data path of `table`.
            required: whether its absence is an error.
        """
        value = table.get(key)
        if type(value) is str:
            return value if self.is_short((*where, key), value) else None
        if value is not None:
            self.mistyped((*where, key), value, msg("a string"), msg('Put it in quotes: "..."'))
        elif required:
            self.missing(key, where)
        return None

    def strings(self, table: Table, key: str, where: DataPath) -> tuple[tuple[str, DataPath], ...]:
        """Return the strings of an array, each with its path.

        Args:
            table: the table that has `key`.
            key: of the array.
            where: data path of `table`.
        """
        value = table.get(key)
        if value is None:
            return ()
        path = (*where, key)
        if type(value) is not list:
            hint = msg('Write it as ["..."].') if type(value) is str else None
            self.mistyped(path, value, msg("an array of strings"), hint)
            return ()
        found = []
        for index, item in enumerate(value):
            if type(item) is str:
                found.append((item, (*path, index)))
            else:
                self.mistyped((*path, index), item, msg("a string"))
        return tuple(found)

    def integer(self, table: Table, key: str, where: DataPath, low: int, high: int) -> int | None:
        """Return a whole number from `low` to `high`; a boolean is none.

        Args:
            table: the table that has `key`.
            key: of the number.
            where: data path of `table`.
            low: the least number allowed.
            high: the greatest number allowed.
        """
        value = table.get(key)
        if value is None:
            return None
        if type(value) is not int:
            self.mistyped((*where, key), value, msg("a whole number"))
            return None
        if not low <= value <= high:
            message = msg('"{name}" must be from {low} to {high}.', name=key, low=low, high=high)
            self.error("out-of-range", (*where, key), message)
            return None
        return value

    def truth(self, table: Table, key: str, where: DataPath) -> bool:
        """Return whether something is true; false where it is absent.

        Args:
            table: the table that has `key`.
            key: of the truth.
            where: data path of `table`.
        """
        value = table.get(key, False)
        if type(value) is bool:
            return value
        self.mistyped((*where, key), value, msg("true or false"))
        return False

    def date(self, table: Table, key: str, where: DataPath) -> dt.date | None:
        """Return a local date; a date-time or a quoted date is an error with a hint.

        Args:
            table: the table that has `key`.
            key: of the date.
            where: data path of `table`.
        """
        value = table.get(key)
        if value is None or type(value) is dt.date:
            return value
        hint = None
        if isinstance(value, dt.datetime):
            hint = msg("Write the date alone: {date}", date=value.date().isoformat())
        elif type(value) is str:
            hint = msg("Write it without quotes: {date}", date=_as_date(value) or "2026-11-23")
        self.mistyped((*where, key), value, msg("a date"), hint, code="not-a-date")
        return None

    def one_of(
        self, table: Table, key: str, where: DataPath, values: type[E], code: str = "unknown-value"
    ) -> E | None:
        """Return a word of an enumeration.

        Args:
            table: the table that has `key`.
            key: of the word.
            where: data path of `table`.
            values: the enumeration of the words.
            code: of the error where it is another word.
        """
        value = self.string(table, key, where)
        if value is None:
            return None
        try:
            return values(value)
        except ValueError:
            message = msg('"{value}" is no {name}.', value=value, name=key)
            self.error(code, (*where, key), message, suggestion(value, map(str, values)))
            return None

    @staticmethod
    def quiet_table(table: Table, key: str) -> Table:
        """Return a table under `key`, empty where it is none, without collecting a problem."""
        value = table.get(key)
        return value if type(value) is dict else {}

    def text(self, table: Table, key: str, where: DataPath, *, required: bool = False) -> Text | None:
        """Return a text: a string, or a table of language to string.

        Args:
            table: the table that has `key`.
            key: of the text.
            where: data path of `table`.
            required: whether its absence is an error.
        """
        value = table.get(key)
        if type(value) is str:
            if not self.is_short((*where, key), value):
                return None
            if value and not value.isspace():
                self.seen(value, (*where, key))
                self._plain.append((value, (*where, key)))
                return Text.of(value)
            if required:
                self.missing(key, where, (*where, key))
            return None
        if type(value) is dict:
            return self._languages_of(value, (*where, key), required=required)
        if value is not None:
            self.mistyped((*where, key), value, msg("a text"), msg('Put it in quotes: "..."'))
        elif required:
            self.missing(key, where)
        return None

    def _languages_of(self, value: Table, path: DataPath, *, required: bool) -> Text | None:
        self._tagged.append(path)
        if value.keys() == self._named:
            plain = Text.plain(value, TEXT_CHARACTERS)
            if plain is not None:
                return plain
        words = {}
        for language, item in value.items():
            if not is_language(language):
                self.bad_language(language, (*path, language), Aim.KEY)
            elif type(item) is not str:
                self.mistyped((*path, language), item, msg("a string"), msg('Put it in quotes: "..."'))
            elif self.is_short((*path, language), item) and item and not item.isspace():
                self.seen(item, (*path, language))
                words[language] = item
        if self.languages:
            self._compare_languages(value, words, path)
        elif not words and not value and required:
            self.missing(str(path[-1]), path[:-1], path)
        return Text.of(words) if words else None

    def texts_without_language(self) -> None:
        """Warn of texts that name no language in a tree of several, where others of their table or kind do."""
        if len(self.languages) < 2 or not self._plain:
            return
        tops = {path[0] for _, path in self._plain}
        near = [path for path in self._tagged if path[0] in tops]
        tables, kinds = {path[:-1] for path in near}, {_kind(path) for path in near}
        for words, path in self._plain:
            key = str(path[-1])
            if (path[:-1] in tables or _kind(path) in kinds) and any(map(str.isalpha, words)):
                message = msg('"{name}" names no language, unlike others of this tree.', name=key)
                forms = ", ".join(f"{key}.{language}" for language in self.languages)
                self.warning("no-language", path, message, msg("Write {forms}.", forms=forms))

    def _compare_languages(self, value: Table, words: dict[str, str], path: DataPath) -> None:
        missing = [language for language in self.languages if language not in words]
        wrong = [language for language in missing if value.get(language, "").__class__ is not str]
        if missing and not wrong:
            name, languages = str(path[-1]), ", ".join(missing)
            message = msg('"{name}" is not there in: {languages}', name=name, languages=languages)
            self.warning("missing-translation", path, message)
        for language in words:
            if language not in self.languages:
                message = msg('The tree does not name the language "{name}".', name=language)
                hint = suggestion(language, self.languages, msg("Add it to languages under [tree]."))
                self.warning("unknown-language", (*path, language), message, hint)


def _kind(path: DataPath) -> DataPath:
    """Return what kind of text stands at a path: the path without ids and numbers."""
    return path[:1] + path[2:3] + path[-1:]


def _as_date(text: str) -> str | None:
    try:
        return dt.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return None
