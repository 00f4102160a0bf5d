"""The form of a subject: all fields of a node, with its choices, deadlines and so on; each field is an item."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debttree.locales import Phrases
from debttree.locales.words import period as period_words
from debttree.model import Address, DataPath, Kind, Severity, Unit, clean_line, is_id
from debttree.tui.editor.fields import MEANINGS, PARTS, TABLES, UNITS, Field, Form, fields_of
from debttree.tui.editor.items import AtPath
from debttree.tui.editor.subjects import items, kind_of, languages, table
from debttree.tui.editor.view import View
from debttree.tui.editor.views.beside import Beside
from debttree.tui.editor.views.signs import raw, sign
from debttree.tui.kit.page import Block, Line, Para, Run, blank, dotted
from debttree.tui.kit.signs import glyph, kind_mark

_EMPTY = Run("—", "dim")
_PROSE_LINES = 6
"""Most lines of a text that the form shows; Enter shows all."""


def form(view: View, subject: DataPath) -> list[Block]:
    """Return the form of a subject; empty if there is none."""
    about = table(view.at(subject))
    if view.at(subject) is None and subject != ("tree",):
        return []
    marks = _marks(view, subject)
    blocks = [*_head(view, subject), *_fields(view, subject, about, marks)]
    if subject[0] == "nodes":
        for part in PARTS:
            blocks += _part(view, (*subject, part), marks)
    return blocks


def _head(view: View, subject: DataPath) -> Iterator[Block]:
    """Yield the head of the form; the id is an item, so that it can be renamed."""
    say = view.say
    if subject[0] in ("tree", "urgent"):
        yield Para((Run(say.tell(TABLES[str(subject[0])].heading), "heading"),), (Run(" "),))
        return
    words: list[Run] = []
    if subject[0] == "nodes":
        kind = kind_of(view.at(subject))
        words += [*kind_mark(say, kind), Run(" ")]
    words.append(Run(clean_line(str(subject[1])), "title"))
    yield Para(tuple(words), (Run(" "),), (Run("   "),), item=AtPath(subject))


Marks = Mapping[DataPath, Severity]


def _marks(view: View, subject: DataPath) -> Marks:
    """Return the worst severity of problems at each data path of the subject."""
    marks: dict[DataPath, Severity] = {}
    for problem in view.assessment.of(subject) if view.assessment else ():
        if problem.severity is Severity.ERROR or problem.path not in marks:
            marks[problem.path] = problem.severity
    return marks


def _mark(marks: Marks, path: DataPath) -> Severity | None:
    """Return the worst severity of problems at a data path or below it."""
    found = [severity for place, severity in marks.items() if place[: len(path)] == path]
    return Severity.ERROR if Severity.ERROR in found else next(iter(found), None)


def _fields(
    view: View, path: DataPath, about: Mapping[str, Any], marks: Marks, *, number: int | None = None
) -> Iterator[Block]:
    """Yield the fields of a table; empty ones of numbered items, or of other kinds of node, are left out."""
    known = fields_of(path)
    for field in known:
        value = period(view.say, about) if field.form is Form.PERIOD else about.get(field.key)
        if value is None and number is not None and not field.is_needed and field is not known[0]:
            continue
        if value is None and field.only_at not in (None, kind_of(about)):
            continue
        if value is None and field.instead in about:
            continue
        at = (*path, field.key)
        places = (at, *((*path, unit) for unit in UNITS)) if field.form is Form.PERIOD else (at,)
        severity = next(filter(None, (_mark(marks, place) for place in places)), None)
        count = f"{number}. " if number is not None and field is known[0] else ""
        columns = tuple(_columns(view, field, value, about))
        label = (Run(" "), sign(severity), Run(count, "key"), Run(view.say.tell(field.label), "dim"))
        yield Beside(label, columns, AtPath(at), _PROSE_LINES if field.form is Form.PROSE else 0)
    yield from _unknown(view, path, about)


def _unknown(view: View, path: DataPath, about: Mapping[str, Any]) -> Iterator[Block]:
    """Yield the keys that the format does not know."""
    address = Address.of(path)
    names = {field.key for field in fields_of(path)}
    names |= set(UNITS) if address.list == "deadlines" else set()
    names |= set(PARTS) if address.table == "nodes" and address.is_subject else set()
    for key, value in about.items():
        if key not in names:
            label = (Run(" "), sign(Severity.WARNING), Run(clean_line(key), "warn"))
            words = (*raw(value), Run(" " + view.say("(not of the format; d takes it out)"), "dim"))
            yield Beside(label, (words,), AtPath((*path, key)), 2)


def _columns(view: View, field: Field, value: Any, about: Mapping[str, Any]) -> Iterable[Line]:
    if field.form in (Form.LINE, Form.PROSE):
        return _text(view, value, needed=field.is_needed)
    if value is None:
        return [_default(view, field, about)]
    return [_value(view, field, value)]


def _default(view: View, field: Field, about: Mapping[str, Any]) -> Line:
    """Return the words for a field without a value: its default."""
    if field.is_needed:
        return (Run(view.say("missing"), "bad"),)
    default = kind_of(about) if field.key == "kind" else field.default
    return (_EMPTY, Run(f" {word(view.say, default)}" if default else "", "dim"))


def _text(view: View, value: Any, *, needed: bool) -> Iterable[Line]:
    """Return a text as columns, one for each language that the tree promises or the text has."""
    if value is None:
        return [(Run(view.say("missing"), "bad"),)] if needed else [(_EMPTY,)]
    if isinstance(value, str):
        return [_words(value)]
    if not isinstance(value, dict):
        return [raw(value)]
    found = []
    for language in dict.fromkeys((*languages(view.data), *map(str, value))):
        tag = Run(clean_line(language) + " ", "key")
        words = value.get(language)
        if isinstance(words, str):
            found.append((tag, *_words(words)))
        else:
            found.append((tag, Run(view.say("not translated"), "warn")) if words is None else raw(words))
    return found


def _words(text: str) -> Line:
    return (Run(clean_line(text).strip()),) if text.strip() else (_EMPTY,)


def _value(view: View, field: Field, value: Any) -> Line:
    if field.form is Form.NODE and isinstance(value, str):
        return target(view, value)
    if field.form in (Form.NAME, Form.NAMES):
        names = [value] if field.form is Form.NAME else items(value)
        return _named(view, field.table, names) if names or value == [] else raw(value)
    if field.form is Form.WORDS and isinstance(value, list):
        return (Run(view.say.listed(clean_line(str(word)) for word in value)),) if value else (_EMPTY,)
    if field.form is Form.ONE_OF and value in field.words:
        return (Run(word(view.say, value)),)
    if field.form is Form.TRUTH and isinstance(value, bool):
        return (Run(word(view.say, str(value).lower())),)
    if isinstance(value, dict | list):
        return raw(value)
    return (Run(clean_line(str(value))),)


def word(say: Phrases, value: str) -> str:
    """Return a word of the format with its meaning."""
    return say("{word}: {meaning}", word=value, meaning=MEANINGS[value])


def not_there(view: View, node: str) -> Run:
    """Return the words for a target that does not exist."""
    if is_id(node):
        return Run(view.say("{id} (not written yet)", id=node), "bad")
    return Run(view.say("{id} (no such node)", id=node), "bad")


def target(view: View, node: str) -> Line:
    """Return the words for a target: sign, title and id of the node."""
    path: DataPath = ("nodes", node)
    if view.at(path) is None:
        return (Run("→ ", "rule"), not_there(view, node))
    kind: Kind = kind_of(view.at(path))
    name = view.name_of(path)
    own = () if name == node else (Run(f" {clean_line(node)}", "dim"),)
    return (Run("→ ", "rule"), glyph(kind), Run(name), *own)


def _named(view: View, where: str, names: Iterable[Any]) -> Line:
    """Return the titles of things declared in a table, given their ids."""
    found: list[Line] = []
    for name in names:
        if not isinstance(name, str) or view.at((where, name)) is None:
            found.append((Run(view.say("{id} (not declared)", id=str(name)), "bad"),))
        else:
            found.append((Run(view.name_of((where, name))),))
    return dotted(found, view.say(", "), "") or (_EMPTY,)


def period(say: Phrases, deadline: Mapping[str, Any]) -> str | None:
    """Return the period of a deadline in words; None if it has none."""
    found = [(unit, deadline[unit]) for unit in UNITS if unit in deadline]
    if not found:
        return None
    return say.listed(period_words(say, amount, Unit(unit)) for unit, amount in found)


def _part(view: View, where: DataPath, marks: Marks) -> Iterator[Block]:
    """Yield a list of a node, with numbered items."""
    entries = items(view.at(where))
    heading = view.say.tell(TABLES[str(where[-1])].heading)
    yield blank()
    lead = (Run(" "), sign(marks.get(where)))
    yield Para((Run(heading, "heading"), Run(f" {len(entries)}", "dim")), lead)
    for number, entry in enumerate(entries):
        path = (*where, number)
        if number:
            yield blank()
        yield from _fields(view, path, table(entry), marks, number=number + 1)
