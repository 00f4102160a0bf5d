"""Collect the problems of a tree file: what is missing, mistyped, unknown, too long, or looks like something else."""

import datetime as dt
from collections.abc import Iterable

from debttree.model import (
    Aim,
    DataPath,
    Message,
    Problem,
    Severity,
    did_you_mean,
    first_harmful,
    is_id,
    look,
    msg,
    not_an_id,
)
from debttree.reading.limits import TEXT_CHARACTERS


class ProblemList:
    """The problems found so far, and the node that is being read, which problems name."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.node: str | None = None

    def error(
        self, code: str, path: DataPath, message: Message, hint: Message | None = None, aim: Aim = Aim.VALUE
    ) -> None:
        """Collect an error.

        Args:
            code: stable name of this kind of problem.
            path: the data path that it points to.
            message: what is wrong.
            hint: how to mend it.
            aim: whether the key or the value at `path` is meant.
        """
        self.problems.append(Problem(code, Severity.ERROR, message, hint, path, aim, self.node))

    def warning(
        self, code: str, path: DataPath, message: Message, hint: Message | None = None, aim: Aim = Aim.KEY
    ) -> None:
        """Collect a warning.

        Args:
            code: stable name of this kind of problem.
            path: the data path that it points to.
            message: what is wrong.
            hint: how to mend it.
            aim: whether the key or the value at `path` is meant.
        """
        self.problems.append(Problem(code, Severity.WARNING, message, hint, path, aim, self.node))

    def id(self, name: str, path: DataPath, aim: Aim = Aim.VALUE) -> None:
        """Collect an error where `name` is no id.

        Args:
            name: what should be an id.
            path: its data path.
            aim: whether `name` is the key or the value there.
        """
        if not is_id(name):
            self.error("bad-id", path, *not_an_id(name), aim)

    def unknown(self, what: str, name: str, known: Iterable[str], path: DataPath) -> None:
        """Collect an error: a reference to something that is not declared.

        Args:
            what: the kind of thing: target, stage, consequence, source, contact or event.
            name: what the file says.
            known: the ids that are declared.
            path: data path of the reference.
        """
        message = msg(NOT_THERE[what].template, name=name)
        self.error(f"unknown-{what}", path, message, did_you_mean(name, known))

    def lookalikes(self, names: Iterable[tuple[str, DataPath]], aim: Aim = Aim.KEY) -> None:
        """Warn of ids that differ only by case or by how they are written."""
        seen: dict[str, str] = {}
        for name, path in names:
            first = seen.setdefault(look(name), name)
            if first != name:
                message = msg('"{name}" looks like "{other}".', name=name, other=first)
                self.warning("lookalike-id", path, message, msg("Give one of them another id."), aim)

    def bad_language(self, name: str, path: DataPath, aim: Aim = Aim.VALUE) -> None:
        """Collect an error: what should name a language does not look like one.

        Args:
            name: what the file says.
            path: its data path.
            aim: whether `name` is the key or the value there.
        """
        hint = msg("Languages are written like en, zh or zh-Hant.")
        self.error("bad-language", path, msg('"{name}" is no language.', name=name), hint, aim)

    def seen(self, words: str, path: DataPath) -> None:
        """Warn of characters in words for people that cannot be seen, or that a terminal would act on."""
        found = first_harmful(words)
        if found is None:
            return
        before, sign, after = found
        message = msg("{sign} is no character that people can see; this sign is shown instead.", sign=sign)
        hint = msg('Take it out: it stands between "{before}" and "{after}".', before=before, after=after)
        self.warning("draws-nothing", path, message, hint, Aim.VALUE)

    def missing(self, key: str, where: DataPath, path: DataPath | None = None) -> None:
        """Collect an error: a value that must be there is absent. It is placed at its table.

        Args:
            key: that is absent.
            where: data path of the table that should have it.
            path: where the problem is placed instead.
        """
        self.error("missing", path or where, msg('"{name}" is missing.', name=key), aim=Aim.KEY)

    def mistyped(
        self,
        path: DataPath,
        value: object,
        wanted: Message,
        hint: Message | None = None,
        code: str = "mistyped",
    ) -> None:
        """Collect an error: a value is of another type than it must be.

        Args:
            path: data path of the value.
            value: what is there.
            wanted: what should be there, in words.
            hint: how to mend it.
            code: stable name of this kind of problem.
        """
        name = next(str(part) for part in reversed(path) if isinstance(part, str))
        message = msg('"{name}" must be {wanted}, not {found}.', name=name, wanted=wanted, found=_kind(value))
        self.error(code, path, message, hint)

    def is_short(self, path: DataPath, words: str) -> bool:
        """Return whether a text has no more characters than it may; else collect an error."""
        if len(words) <= TEXT_CHARACTERS:
            return True
        message = msg("A text may have {limit} characters at most.", limit=TEXT_CHARACTERS)
        self.error("too-large", path, message)
        return False


NOT_THERE = {
    "target": msg('There is no node "{name}" to lead to.'),
    "stage": msg('There is no stage "{name}".'),
    "consequence": msg('There is no consequence "{name}".'),
    "source": msg('There is no source "{name}".'),
    "contact": msg('There is no contact "{name}".'),
    "event": msg('There is no event "{name}".'),
}
"""What is said of a name that stands for nothing, by what it should name."""


def _kind(value: object) -> Message:
    match value:
        case bool():
            return msg("true or false")
        case int():
            return msg("a whole number")
        case float():
            return msg("a number with a point")
        case str():
            return msg("a string")
        case dt.datetime():
            return msg("a date with a time")
        case dt.date():
            return msg("a date")
        case dt.time():
            return msg("a time")
        case list():
            return msg("an array")
        case _:
            return msg("a table")
