"""Fill in a field: ask the question that fits its form, and make one edit of the answer."""

from collections.abc import Callable, Iterator
from typing import Any

from debttree.editing.edits import Edit, Rename, Set, Together, Unset
from debttree.locales.words import KINDS
from debttree.model import DataPath, Trouble, clean_line, msg
from debttree.tui.editor import making
from debttree.tui.editor.fields import Field, Form, field_at
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.screens.words import Words
from debttree.tui.editor.subjects import items, kind_of, language_of_new, languages, table
from debttree.tui.editor.view import View
from debttree.tui.editor.views.form import period, word
from debttree.tui.kit.dialogs.pick import Picked
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Run
from debttree.tui.kit.signs import glyph

NOTHING = ""
"""The entry that empties a field."""


def fill(page: Page, path: DataPath) -> None:
    """Ask for the value of the field at a data path."""
    field = field_at(path)
    if field is None:
        page.editor.show_text(path)
        return
    view = page.view
    heading = view.say("{name}: {field}", name=_name(view, path[:-1]), field=field.label)
    match field.form:
        case Form.LINE | Form.PROSE:
            _fill_text(page, path, field, heading)
        case Form.ONE_OF | Form.TRUTH:
            _fill_word(page, path, field, heading)
        case Form.NODE:
            _fill_node(page, path, heading)
        case Form.NAME:
            _fill_name(page, path, field, heading)
        case Form.NAMES:
            _fill_names(page, path, field, heading)
        case _:
            _fill_line(page, path, field, heading)


def _name(view: View, path: DataPath) -> str:
    return view.told_at(path) or str(path[-1])


def _put(path: DataPath, view: View, value: Any) -> Edit | None:
    """Return the edit that sets a field; an empty value removes it. None: nothing changes.

    If a value is set, the field that excludes it is removed.
    """
    if value is None or value == []:
        return Unset(path) if view.at(path) is not None else None
    field = field_at(path)
    other = (*path[:-1], field.instead) if field is not None and field.instead else None
    if other is None or view.at(other) is None:
        return Set(path, value)
    return Together((Set(path, value), Unset(other)))


def _fill_text(page: Page, path: DataPath, field: Field, heading: str) -> None:
    view = page.view
    value = view.at(path)
    if value is not None and not _is_text(value):
        page.editor.show_text(path)
        return

    def edit_of(text: Any) -> Edit | None:
        return _put(path, page.view, text)

    promised = languages(view.data)
    is_prose = field.form is Form.PROSE or "\n" in "".join(_strings(value))
    page.app.push_screen(Words(page.editor, heading, value, promised, edit_of, is_prose=is_prose))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (
        isinstance(value, dict) and all(isinstance(words, str) for words in value.values())
    )


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from table(value).values()


def _fill_word(page: Page, path: DataPath, field: Field, heading: str) -> None:
    say = page.say
    entries = [Entry(value, (Run(word(say, value)),), name=value) for value in field.words]
    if not field.is_needed and page.view.at(path) is not None:
        entries.append(Entry(NOTHING, (Run(say("leave it out"), "dim"),)))

    def take(picked: Picked) -> None:
        chosen = picked.values[0] or None
        value = chosen == "true" if chosen and field.form is Form.TRUTH else chosen
        page.editor.do_all(_put(path, page.view, value))

    held = page.view.at(path)
    page.pick(heading, entries, take, cursor=str(held).lower() if isinstance(held, bool) else held)


def _fill_node(page: Page, path: DataPath, heading: str) -> None:
    """Choose the target of a choice; a node that is not written yet is offered first, and shown once it is made."""
    held = page.view.at(path)
    was_missing = making.is_unwritten(page.view.data, held)

    def led(to: str, edits: tuple[Edit, ...]) -> None:
        if page.editor.do_all(*edits, Set(path, to)) and was_missing and to == held:
            page.editor.go_to(("nodes", to, "title"))

    pick_node(page, heading, led, held)


Led = Callable[[str, tuple[Edit, ...]], object]
"""Called with the id of a node, and the edits that make it if it is new."""


def pick_node(page: Page, question: str, led: Led, held: object = None) -> None:
    """Choose a node by its id or title, or make a new one with the typed title.

    Args:
        page: the page to ask on.
        question: the question.
        led: called with the id of the chosen node.
        held: the id in the field now.
    """
    view, say = page.view, page.say

    def take(picked: Picked) -> None:
        if picked.fresh:
            added = making.new_node(page.view.data, picked.fresh, page.view.language, page.editor.session.at)
            led(str(added.path[-1]), (added,))
        elif making.is_unwritten(page.view.data, picked.values[0]):
            made = making.written_node(
                page.view.data, picked.values[0], page.view.language, page.editor.session.at
            )
            led(picked.values[0], (made,))
        else:
            led(picked.values[0], ())

    def fresh(typed: str) -> str:
        return _in_language(view, say("New node: “{title}”", title=typed))

    entries = [*node_entries(view)]
    if isinstance(held, str) and making.is_unwritten(view.data, held):
        entries.insert(0, Entry(held, (Run(say("Write this node now: {id}", id=held), "strong"),), name=held))
    page.pick(question, entries, take, fresh=fresh, cursor=held)


def node_entries(view: View) -> Iterator[Entry]:
    """Yield an entry for each node: its title in the language of the screen, its id at the right."""
    for name, node in table(view.data.get("nodes")).items():
        kind = kind_of(node)
        title = view.name_of(("nodes", name))
        beside = (Run(clean_line(name) + " ", "dim"), Run(view.say.tell(KINDS[kind].word), kind.value))
        yield Entry(name, (glyph(kind), Run(title)), beside, name, title)


def _fill_name(page: Page, path: DataPath, field: Field, heading: str) -> None:
    view, say = page.view, page.say
    entries = [*declared_entries(view, field.table)]
    if view.at(path) is not None:
        entries.append(Entry(NOTHING, (Run(say("leave it out"), "dim"),)))

    def take(picked: Picked) -> None:
        edits, names = _with_fresh(page, field.table, picked)
        page.editor.do_all(*edits, _put(path, page.view, names[-1] or None))

    page.pick(heading, entries, take, fresh=_fresh_words(page), cursor=view.at(path))


def _fill_names(page: Page, path: DataPath, field: Field, heading: str) -> None:
    view = page.view
    held = [name for name in items(view.at(path)) if isinstance(name, str)]
    undeclared = [
        Entry(name, (Run(name, "bad"),), name=name) for name in held if view.at((field.table, name)) is None
    ]

    def take(picked: Picked) -> None:
        edits, names = _with_fresh(page, field.table, picked)
        if names != held:
            page.editor.do_all(*edits, _put(path, page.view, names))

    entries = [*undeclared, *declared_entries(view, field.table)]
    page.pick(heading, entries, take, fresh=_fresh_words(page), chosen=held)


def _with_fresh(page: Page, where: str, picked: Picked) -> tuple[list[Edit], list[str]]:
    """Return the chosen ids, and the edit that declares a new one."""
    names = list(picked.values)
    if not picked.fresh:
        return [], names
    added = making.new_named(page.view.data, where, picked.fresh, page.view.language)
    return [added], [*names, str(added.path[-1])]


def _fresh_words(page: Page) -> Callable[[str], str]:
    view, say = page.view, page.say
    return lambda typed: _in_language(view, say("New: “{title}”", title=typed))


def _in_language(view: View, offer: str) -> str:
    """Return an offer to make something of typed words, with the language that they will belong to."""
    if len(languages(view.data)) < 2:
        return offer
    return f"{offer} ({clean_line(language_of_new(view.data, view.language))})"


def declared_entries(view: View, where: str) -> Iterator[Entry]:
    """Yield what a table declares by ids: the title, and beside it the id."""
    for name in table(view.data.get(where)):
        yield Entry(name, (Run(view.name_of((where, name))),), (Run(clean_line(name), "dim"),), name)


def _fill_line(page: Page, path: DataPath, field: Field, heading: str) -> None:
    """Ask for a short value: a date, a number, words with commas, an address, an id."""
    view, say = page.view, page.say
    value = view.at(path)

    def take(typed: str) -> None:
        edit = _edit_of(page, path, field, typed)
        if edit is not None:
            page.editor.make(edit)

    hints = {
        Form.DATE: say("Year, month and day, as in {date}; empty: none.", date=page.editor.session.today),
        Form.WORDS: say("With commas between; empty: none."),
        Form.PERIOD: say("A number and days, working days, months or years, as in: 15 days"),
    }
    if field.key == "languages":
        hints[Form.WORDS] = say("With commas between, as in: en, zh; empty: none.")
    shown = period(say, table(view.at(path[:-1]))) if field.form is Form.PERIOD else _as_line(value)
    question = (Run(heading, "strong"),)
    page.ask(question, take, hint=hints.get(field.form, ""), value=shown or "")


def _as_line(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def _edit_of(page: Page, path: DataPath, field: Field, typed: str) -> Edit | None:
    """Return the edit for a typed value; None: nothing changes.

    Raises:
        Trouble: the field cannot have this value.
    """
    view = page.view
    if field.form is Form.PERIOD:
        return making.set_period(view.data, path[:-1], typed)
    if field.key == "id" and typed:
        return Rename(path[:-1], typed)
    if not typed:
        return _put(path, view, None)
    if field.form is Form.DATE:
        return Set(path, making.day_from(typed))
    if field.form is Form.NUMBER:
        if not typed.isascii() or not typed.isdigit() or len(typed) > 6:
            raise Trouble(msg('"{text}" is no whole number.', text=typed))
        return Set(path, int(typed))
    if field.form is Form.WORDS:
        words = [word.strip() for word in typed.replace("，", ",").split(",")]
        return _put(path, view, [word for word in words if word])
    return Set(path, typed)
