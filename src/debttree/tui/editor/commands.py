"""Add, delete, rename, duplicate: ask what is needed, and make the edits."""

from collections.abc import Callable, Iterator, Mapping

from debttree.editing.edits import (
    Drop,
    Duplicate,
    Edit,
    InsertItem,
    Redirect,
    Remove,
    Rename,
    Unset,
)
from debttree.editing.references import references
from debttree.editing.refusal import InUse
from debttree.model import Address, DataPath, Message, Trouble, free_id, msg
from debttree.tui.editor import making
from debttree.tui.editor.field_input import declared_entries, fill, node_entries, pick_node
from debttree.tui.editor.fields import field_at, fields_of
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.screens.replace import replace
from debttree.tui.editor.shifting import shift
from debttree.tui.editor.subjects import standing, table
from debttree.tui.editor.untranslated import untranslated
from debttree.tui.editor.view import View
from debttree.tui.editor.whereabouts import place_of
from debttree.tui.kit.dialogs.pick import Picked
from debttree.tui.kit.entries import Entry
from debttree.tui.kit.page import Para, Run, blank

_OF_A_CHOICE = ("text", "caution", "id")

_NEW: tuple[tuple[str, Message], ...] = (
    ("nodes", msg("A node")),
    ("urgent", msg("An urgent way")),
    ("stages", msg("A stage")),
    ("consequences", msg("A consequence")),
    ("contacts", msg("A contact")),
    ("events", msg("An event")),
    ("sources", msg("A source")),
)


def add(page: Page, path: DataPath) -> None:
    """Ask what to add at a data path, and add it."""
    say = page.say
    address = Address.of(path)
    part = address.part
    absent = {f"field {at[-1]}": (at, words) for at, words in _absent_fields(page, part)}
    offers = [(item, words) for item, (_, words) in absent.items()]
    if address.node is not None:
        offers += [
            ("choices", say("A choice of this node")),
            ("checklist", say("A checklist item of this node")),
            ("deadlines", say("A deadline of this node")),
        ]
    offers += [(name, say.tell(words)) for name, words in _NEW]
    entries = [Entry(value, (Run(words),)) for value, words in offers]
    where = address.list or (address.field if address.node is not None else None)
    if where in ("checklist", "deadlines"):
        cursor = where
    else:
        cursor = address.table if address.is_subject and address.table != "tree" else "choices"

    def take(picked: Picked) -> None:
        what = picked.values[0]
        if what in absent:
            fill(page, absent[what][0])
        else:
            _add(page, path, what)

    page.pick(say("Add"), entries, take, cursor=cursor)


def _absent_fields(page: Page, part: DataPath | None) -> Iterator[tuple[DataPath, str]]:
    """Yield the paths of fields that an item of a node's list may have and does not have yet, with their words."""
    if part is None:
        return
    held, say = table(page.view.at(part)), page.say
    for field in fields_of(part):
        if field.key not in held and (not field.is_needed or field.instead in held):
            words = say("{field} of this choice", field=field.label)
            if part[2] != "choices":
                words = say("{field} of this entry", field=field.label)
            yield (*part, field.key), words


def _add(page: Page, path: DataPath, what: str) -> None:
    address, say = Address.of(path), page.say
    subject = address.subject
    if what == "choices":
        index = address.index + 1 if address.index is not None and address.list == "choices" else None
        _ask(page, say("Label of the new choice"), lambda words: _add_choice(page, subject, index, words))
    elif what == "checklist":
        _ask(page, say("Text of the new checklist item"), lambda words: _add_item(page, subject, words))
    elif what == "deadlines":
        _ask(page, say("What must be done by then"), lambda words: _add_deadline(page, subject, words))
    elif what == "urgent":
        _ask(page, say("Label of the urgent way"), lambda words: _add_urgent(page, words))
    else:
        _ask(page, say("Title"), lambda words: _add_titled(page, subject, what, words))


def _ask(page: Page, question: str, then: Callable[[str], None], *, value: str = "") -> None:
    """Ask for a line, which may not be empty."""

    def take(words: str) -> None:
        if not words:
            raise Trouble(msg("Nothing was typed."))
        page.app.call_later(then, words)

    page.ask((Run(question, "strong"),), take, value=value, hint=page.view.new_words_hint)


def _add_choice(page: Page, node: DataPath, index: int | None, words: str) -> None:
    view = page.view

    def led(to: str, edits: tuple[Edit, ...]) -> None:
        _do_and_go(page, *edits, making.new_choice(page.view.data, node, index, words, to, view.language))

    pick_node(page, page.say("“{label}” leads to", label=words), led)


def _add_item(page: Page, node: DataPath, words: str) -> None:
    view, where = page.view, (*node, "checklist")
    fields = {"text": making.text_of(view.data, words, view.language)}
    _do_and_go(page, making.new_part(view.data, where, fields, words))


def _add_deadline(page: Page, node: DataPath, words: str) -> None:
    """Ask for a new deadline: what to do, the event that it counts from, and the period."""
    view, say = page.view, page.say

    def with_event(event: str) -> None:
        def with_period(period: str) -> None:
            unit, amount = making.period_from(period)
            texts = {key: making.text_of(view.data, said, view.language) for key, said in
                     (("event", event), ("text", words))}  # fmt: skip
            where = (*node, "deadlines")
            made = making.new_part(view.data, where, {unit: amount, **texts}, words)
            page.app.call_later(_do_and_go, page, made)

        hint = say("A number and days, working days, months or years, as in: 15 days")
        page.ask((Run(say("How long is it?"), "strong"),), with_period, hint=hint)

    _ask(page, say("What starts it, as in: The order reached you"), with_event)


def _do_and_go(page: Page, *edits: Edit) -> None:
    """Make edits as one, and go to what the last of them made."""
    if page.editor.do_all(*edits):
        page.editor.go_to(place_of(edits[-1], page.view.data, is_back=False))


def _add_urgent(page: Page, words: str) -> None:
    view = page.view

    def led(to: str, edits: tuple[Edit, ...]) -> None:
        label = making.text_of(view.data, words, view.language)
        _do_and_go(page, *edits, InsertItem(("urgent",), {"label": label, "to": to}))

    pick_node(page, page.say("“{label}” leads to", label=words), led)


def _add_titled(page: Page, subject: DataPath, what: str, words: str) -> None:
    view = page.view
    if what == "nodes":
        _do_and_go(page, making.new_node(view.data, words, view.language, subject))
    else:
        _do_and_go(page, making.new_named(view.data, what, words, view.language))


def between(page: Page, path: DataPath) -> None:
    """Insert a new node between a choice and its target."""
    address = Address.of(path)
    part = address.part
    if part is None or address.list != "choices" or page.view.at((*part, "to")) is None:
        page.tell(page.say("Put the cursor on a choice: the new node goes between it and what it leads to."))
        return

    def take(words: str) -> None:
        edit, new = making.node_between(page.view.data, part, words, page.view.language)
        if page.editor.do_all(edit):
            page.editor.go_to(("nodes", new))

    _ask(page, page.say("Title of the node between"), take)


def delete(page: Page, path: DataPath) -> None:
    """Delete the thing at a data path: a field, a choice, a node ..."""
    address = Address.of(path)
    if address.is_declared and address.is_subject:
        _delete_declared(page, path)
        return
    part, is_whole = address.part, address.field is None
    if address.table == "urgent":
        gone: DataPath = address.subject if is_whole or path[-1] in ("label", "to") else path
    elif part is not None and (is_whole or path[-1] not in _OF_A_CHOICE or address.list != "choices"):
        gone = part if is_whole or field_at(path) is not None else path
    else:
        gone = path
    if standing(page.view.data, gone) is None or len(gone) < 2:
        page.tell(page.say("There is nothing here to delete."))
    elif page.editor.do_all(Unset(gone)):
        page.tell(page.say("Deleted; u brings it back."))


def _delete_declared(page: Page, path: DataPath) -> None:
    """Delete a declared thing; if there are references to it, ask what to do with them."""
    try:
        page.editor.make(Remove(path))
    except InUse as trouble:
        _ask_about_references(page, path, trouble)
    except Trouble as trouble:
        page.complain(trouble)
    else:
        page.tell(page.say("Deleted; u brings it back."))


_REDIRECT, _DROP, _KEEP = "redirect", "drop", "keep"


def _ask_about_references(page: Page, path: DataPath, trouble: InUse) -> None:
    view, say, n = page.view, page.say, len(trouble.references)
    places = [
        Para(
            (Run(view.name_of(Address.of(place).subject)), Run(_within(view, place), "dim")),
            (Run("· "),),
        )
        for place in trouble.references[:8]
    ]
    question = [
        Para((Run(say.plural("{n} place names it:", "{n} places name it:", n), "strong"),)),
        blank(),
        *places,
        *([Para((Run("…", "dim"),))] if n > len(places) else []),
    ]
    is_node = Address.of(path).node is not None
    drop = say("Delete it, and the choices that lead to it") if is_node else say("Delete it there too")
    redirect = say("Let them lead to another node") if is_node else say("Put another in its place")

    def answered(answer: str) -> None:
        if answer == _DROP:
            page.editor.do_all(Remove(path, Drop()))
        elif answer == _REDIRECT:
            _redirect(page, path)

    answers = [(_REDIRECT, redirect), (_DROP, drop), (_KEEP, say("Delete nothing"))]
    page.choose_one(question, answers, answered)


def _within(view: View, place: DataPath) -> str:
    """Return words for the place of a reference in its subject: the label of a choice, else the name of the field."""
    part = Address.of(place).part
    if part is not None:
        return " › " + view.told_at(part)
    field = field_at(place) or field_at(place[:-1])
    return ": " + view.say.tell(field.label) if field is not None else ""


def _redirect(page: Page, path: DataPath) -> None:
    view, where = page.view, str(path[0])
    offered = node_entries(view) if where == "nodes" else declared_entries(view, where)
    entries = [entry for entry in offered if entry.item != path[1]]

    def take(picked: Picked) -> None:
        page.editor.do_all(Remove(path, Redirect(picked.values[0])))

    page.pick(page.say("In its place"), entries, take)


def rename(page: Page, path: DataPath) -> None:
    """Ask for another id of the thing at a data path, and rename it."""
    address = Address.of(path)
    part, subject = address.part, address.subject
    what = part or subject
    if part is None and not address.is_declared:
        page.tell(page.say("This has no id."))
        return
    old = str(page.view.at((*part, "id")) or "") if part is not None else str(subject[1])
    n = len(references(page.view.data, subject)) if part is None else 0

    def take(new: str) -> None:
        if new and new != old:
            page.editor.make(Rename(what, new))
            page.editor.follow_rename(what, new)

    hint = page.say.plural("{n} place names it, and will follow.", "{n} places name it, and will follow.", n)
    question = (Run(page.say("New id"), "strong"),)
    page.ask(question, take, hint=hint if n else "", value=old)


def duplicate(page: Page, path: DataPath) -> None:
    """Duplicate a choice, an item of a list or a declared thing."""
    address = Address.of(path)
    part, subject = address.part, address.subject
    if part is not None:
        _do_and_go(page, making.duplicated_part(page.view.data, part))
    elif address.is_declared:
        taken = table(page.view.data.get(address.table))
        _do_and_go(page, Duplicate(subject, free_id(str(subject[1]), taken, "node")))
    elif address.table == "urgent":
        copy = dict(table(page.view.at(subject)))
        _do_and_go(page, InsertItem(("urgent",), copy, int(subject[1]) + 1))


COMMANDS: Mapping[str, Callable[..., None]] = {
    command.__name__: command
    for command in (add, between, delete, duplicate, rename, replace, shift, untranslated)
}
"""The commands by their names in the table of actions."""
