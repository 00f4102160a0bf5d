"""Make edits that add something, with ids for new things."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from debttree.editing.edits import Add, Edit, InsertItem, Set, Together, Unset
from debttree.locales import interface_of, phrases
from debttree.model import DataPath, Trouble, Unit, free_id, is_id, msg
from debttree.tui.editor.fields import UNITS
from debttree.tui.editor.subjects import items, language_of_new, languages, standing, table


def text_of(data: Mapping[str, Any], words: str, language: str) -> Any:
    """Return typed words as a text of a tree: a table if the tree promises languages, else a string.

    Args:
        data: of the tree file.
        words: what somebody typed.
        language: language of the words.
    """
    filled = language_of_new(data, language)
    return {filled: words} if filled else words


def new_node(data: Mapping[str, Any], words: str, language: str, after: DataPath) -> Add:
    """Return the edit that adds a node with a title, behind the node at `after` and in its stage.

    Args:
        data: of the tree file.
        words: its title.
        language: of the title.
        after: data path of the node before it, or of a part of that node.
    """
    name = free_id(words, table(data.get("nodes")), "node")
    return _node_called(data, name, text_of(data, words, language), after)


def written_node(data: Mapping[str, Any], name: str, language: str, after: DataPath) -> Add:
    """Return the edit that adds the missing target of a choice; its title is made of its id.

    Args:
        data: of the tree file.
        name: id of the node.
        language: of the title.
        after: data path of the choice, or of its node.
    """
    words = " ".join(name.replace("_", "-").split("-"))
    return _node_called(data, name, text_of(data, words[:1].upper() + words[1:], language), after)


def _node_called(data: Mapping[str, Any], name: str, title: Any, after: DataPath) -> Add:
    nodes = table(data.get("nodes"))
    behind = str(after[1]) if after[:1] == ("nodes",) and len(after) > 1 and after[1] in nodes else None
    stage = table(nodes.get(behind or "")).get("stage")
    fields = {"stage": stage} if isinstance(stage, str) else {}
    return Add(("nodes", name), {**fields, "title": title}, behind)


def is_unwritten(data: Mapping[str, Any], to: object) -> bool:
    """Return whether an id is a valid one of a node that is not written yet."""
    return isinstance(to, str) and is_id(to) and to not in table(data.get("nodes"))


def new_choice(
    data: Mapping[str, Any], node: DataPath, index: int | None, words: str, to: str, language: str
) -> InsertItem:
    """Return the edit that adds a choice to a node, at `index` or at the end.

    Args:
        data: of the tree file.
        node: data path of the node.
        index: of the choice, from 0.
        words: its label.
        to: id of the node that it leads to.
        language: of the label.
    """
    choice = {"label": text_of(data, words, language), "to": to}
    return InsertItem((*node, "choices"), choice, index)


_GO_ON = msg("Go on")


def going_on(data: Mapping[str, Any], language: str) -> Any:
    """Return the label "go on" for a choice, in the languages of the tree that the program speaks."""
    spoken = {name: phrases(name) for name in languages(data) if interface_of(name) is not None}
    return {name: say.tell(_GO_ON) for name, say in spoken.items()} or phrases(language).tell(_GO_ON)


def node_between(data: Mapping[str, Any], choice: DataPath, words: str, language: str) -> tuple[Edit, str]:
    """Return the edit that inserts a node between a choice and its target, and the node's id.

    Args:
        data: of the tree file.
        choice: data path of the choice.
        words: title of the new node.
        language: of the title.
    """
    onward = {"label": going_on(data, language), "to": standing(data, (*choice, "to"))}
    added = new_node(data, words, language, choice[:2])
    with_choice = Add(added.path, {**added.fields, "choices": [onward]}, added.after)
    new = str(added.path[-1])
    return Together((with_choice, Set((*choice, "to"), new))), new


def new_part(data: Mapping[str, Any], where: DataPath, fields: Mapping[str, Any], words: str) -> InsertItem:
    """Return the edit that adds a checklist item or deadline with a free id made of words.

    Args:
        data: of the tree file.
        where: data path of the list.
        fields: the fields of the new item.
        words: words to make its id of.
    """
    taken = {str(table(item).get("id")) for item in items(standing(data, where))}
    fallback = "item" if where[-1] == "checklist" else "deadline"
    return InsertItem(where, {"id": free_id(words, taken, fallback), **fields})


def new_named(data: Mapping[str, Any], where: str, words: str, language: str) -> Add:
    """Return the edit that adds a stage, consequence or source with a title.

    Args:
        data: of the tree file.
        where: the table, such as stages.
        words: its title.
        language: of the title.
    """
    path = (where, free_id(words, table(data.get(where)), where.rstrip("s")))
    fields: dict[str, Any] = {"title": text_of(data, words, language)}
    if where == "consequences":
        fields["severity"] = 3
    return Add(path, fields)


def duplicated_part(data: Mapping[str, Any], part: DataPath) -> InsertItem:
    """Return the edit that copies a choice, checklist item or deadline directly behind the original, with a new id."""
    copy = {key: value for key, value in table(standing(data, part)).items() if key != "id"}
    where, index = part[:-1], int(part[-1])
    if where[-1] == "choices":
        return InsertItem(where, copy, index + 1)
    taken = {str(table(item).get("id")) for item in items(standing(data, where))}
    old = str(standing(data, (*part, "id")) or "")
    return InsertItem(where, {"id": free_id(old, taken, "item"), **copy}, index + 1)


_PERIOD = re.compile(r"\s*([0-9]{1,5})\s*([\w ]*?)\s*")

_UNIT_WORDS: Mapping[str, Unit] = {
    "": Unit.DAYS, "day": Unit.DAYS, "days": Unit.DAYS, "d": Unit.DAYS, "日": Unit.DAYS, "天": Unit.DAYS,
    "working day": Unit.WORKING_DAYS, "working days": Unit.WORKING_DAYS, "working_days": Unit.WORKING_DAYS,
    "工作日": Unit.WORKING_DAYS, "个工作日": Unit.WORKING_DAYS,
    "month": Unit.MONTHS, "months": Unit.MONTHS, "月": Unit.MONTHS, "个月": Unit.MONTHS,
    "year": Unit.YEARS, "years": Unit.YEARS, "年": Unit.YEARS,
}  # fmt: skip


def period_from(text: str) -> tuple[str, int]:
    """Return the unit and number of a typed period such as `15 days`.

    Raises:
        Trouble: it is not a period.
    """
    match = _PERIOD.fullmatch(text)
    unit = _UNIT_WORDS.get(match[2].casefold()) if match else None
    if match is None or unit is None or int(match[1]) < 1:
        hint = msg("Write a number and days, working days, months or years, as in: 15 days")
        raise Trouble(msg('"{text}" is no period.', text=text), hint)
    return str(unit), int(match[1])


def day_from(text: str) -> dt.date:
    """Return a typed date.

    Raises:
        Trouble: it is not a date.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        hint = msg("Write year, month and day: 2026-11-23")
        raise Trouble(msg('"{text}" is no date.', text=text), hint) from None


def set_period(data: Mapping[str, Any], deadline: DataPath, text: str) -> Edit:
    """Return the edit that sets the period of a deadline.

    Args:
        data: of the tree file.
        deadline: data path of the deadline.
        text: the typed number and unit.

    Raises:
        Trouble: `text` is not a period.
    """
    unit, amount = period_from(text)
    held = [name for name in UNITS if name in table(standing(data, deadline))]
    if held == [unit]:
        return Set((*deadline, unit), amount)
    gone = [Unset((*deadline, name)) for name in held if name != unit]
    return Together((Set((*deadline, unit), amount), *gone))
