"""Each edit that the editor has, of each thing that a tree can hold, is told by its own kind and by nothing else."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest

from debttree.editing.document import Document, apply, open_document
from debttree.editing.edits import (
    Add,
    Drop,
    Duplicate,
    Edit,
    InsertItem,
    MoveItem,
    Redirect,
    Remove,
    Rename,
    ReplaceText,
    Set,
    SetEach,
    SetRoot,
    Together,
    Unset,
)
from debttree.editing.history import History
from debttree.editing.shape import NAMED, TREE_FILE
from debttree.journey.matching import matched
from debttree.journey.tree_diff import Sort, differences
from debttree.model import DataPath
from debttree.reading import keys

FULL = """
format = "debttree/1"

[tree]
title = { en = "A guide", zh = "指南" }
summary = { en = "About it", zh = "关于" }
root = "start"
languages = ["en", "zh"]
reviewed = 2026-11-01
review_after_days = 90
holidays = "CN"
disclaimer = { en = "No advice", zh = "不是建议" }
call_reminder = { en = "Sign nothing", zh = "不要签" }
require = ["sources"]

[[urgent]]
label = { en = "Papers", zh = "文书" }
to = "sued"
contacts = ["aid"]

[[urgent]]
label = { en = "No money", zh = "没钱" }
to = "paid"

[stages.first]
title = { en = "First", zh = "先" }

[stages.last]
title = { en = "Last", zh = "后" }

[consequences.suit]
title = { en = "A suit", zh = "诉讼" }
severity = 4
text = { en = "They sue", zh = "起诉" }

[consequences.mark]
title = { en = "A mark", zh = "记录" }
severity = 2

[contacts.aid]
title = { en = "Legal aid", zh = "法律援助" }
phone = "12348"
url = "https://a.example/"
hours = { en = "By day", zh = "白天" }
cost = { en = "Free", zh = "免费" }
checked = 2026-11-01

[contacts.desk]
title = { en = "The desk", zh = "服务台" }
phone = "12315"

[events.bill]
title = { en = "The bill came", zh = "账单到了" }

[events.order]
title = { en = "The order came", zh = "令到了" }

[sources.code]
title = { en = "Civil Code", zh = "民法典" }
url = "https://b.example/"
valid_from = 2021-01-01
valid_until = 2030-01-01
checked = 2026-11-01
confidence = "verified"

[sources.rule]
title = { en = "A rule", zh = "规定" }

[nodes.start]
kind = "chance"
stage = "first"
actor = { en = "The lender", zh = "出借人" }
title = { en = "A bill is overdue", zh = "账单逾期" }
text = { en = "You have 15 days.", zh = "您有15日。" }
brings = ["mark"]
sources = ["code"]
tags = ["crisis"]
contacts = ["aid"]

[[nodes.start.checklist]]
id = "bill"
for = "have"
text = { en = "The bill", zh = "账单" }

[[nodes.start.checklist]]
id = "proof"
text = { en = "A proof", zh = "证明" }

[[nodes.start.deadlines]]
id = "reply"
days = 15
by = "you"
roll = "next-working-day"
on = "bill"
before = false
text = { en = "Reply", zh = "答复" }

[[nodes.start.deadlines]]
id = "object"
months = 2
event = { en = "The letter came", zh = "信到了" }
text = { en = "Object", zh = "异议" }

[[nodes.start.choices]]
id = "wait"
label = { en = "Wait", zh = "等" }
to = "sued"
text = { en = "Do nothing", zh = "不做" }
caution = { en = "Mind the date", zh = "注意日期" }

[[nodes.start.choices]]
label = { en = "Pay", zh = "付" }
to = "paid"

[nodes.sued]
kind = "outcome"
title = { en = "Sued", zh = "被诉" }
brings = ["suit"]
goes_on = ["paid"]
guide = "tutorial"

[nodes.paid]
kind = "outcome"
title = { en = "Paid", zh = "已还" }

[nodes.spare]
kind = "decision"
title = { en = "Spare", zh = "备用" }

[[nodes.spare.choices]]
label = { en = "On", zh = "走" }
to = "paid"
"""

OTHER: dict[str, Any] = {
    "languages": ["zh", "en"],
    "reviewed": dt.date(2026, 11, 2),
    "review_after_days": 91,
    "holidays": "TW",
    "require": ["fresh"],
    "severity": 3,
    "phone": "12300",
    "url": "https://c.example/",
    "checked": dt.date(2026, 11, 2),
    "valid_from": dt.date(2021, 1, 2),
    "valid_until": dt.date(2030, 1, 2),
    "confidence": "unverified",
    "stage": "last",
    "brings": ["suit", "mark"],
    "sources": ["rule"],
    "tags": ["calm"],
    "contacts": ["desk"],
    "goes_on": ["spare"],
    "guide": "other",
    "for": "ask",
    "days": 16,
    "months": 3,
    "by": "them",
    "roll": "none",
    "on": "order",
    "before": True,
}
"""Another value for each key that is no text and no id."""

RENAMED_KEYS = {"for": "purpose", "days": "amount", "months": "amount", "working_days": "amount"}
Told = set[tuple[Sort, str]]
Expected = tuple[Edit, Told]


def document() -> Document:
    return open_document(FULL.encode(), "guide")


DATA = document().data or {}


def told(edit: Edit) -> Told:
    history = History(document())
    before = history.document.reading().tree
    history.do(edit)
    after = history.document.reading().tree
    assert before is not None
    assert after is not None
    return {(one.sort, " ".join(one.path)) for one in differences(matched(before, after))}


def at(path: DataPath) -> Any:
    here: Any = DATA
    for step in path:
        here = here[step]
    return here


def name(path: DataPath) -> str:
    """As a difference calls it: items of lists by their ids, texts without their languages."""
    said = []
    for number, step in enumerate(path):
        item = at(path[: number + 1]) if isinstance(step, int) else {}
        here = item.get("id", item.get("to")) if path[0] == "nodes" else step
        said.append(str(here) if isinstance(step, int) else RENAMED_KEYS.get(step, step))
    return " ".join(said)


def tables() -> Iterator[DataPath]:
    yield ("tree",)
    yield from (("urgent", number) for number in range(len(DATA["urgent"])))
    for kind in NAMED:
        for one in DATA[kind]:
            yield (kind, one)
    for node, table in DATA["nodes"].items():
        for items in ("choices", "checklist", "deadlines"):
            yield from (("nodes", node, items, number) for number in range(len(table.get(items, []))))


def set_fields() -> Iterator[Expected]:
    for table in tables():
        for key, value in at(table).items():
            path = (*table, key)
            if key in TREE_FILE.texts:
                for language in value:
                    yield Set((*path, language), "Others 7"), {(Sort.REWORDED, name(path))}
            elif key == "to":
                # a choice without an id of its own is called after its target, then as now
                called = (
                    name(table) if "id" in at(table) or table[0] == "urgent" else "nodes start choices spare"
                )
                called = "nodes spare choices start" if table[1] == "spare" else called
                yield Set(path, "start" if table[1] == "spare" else "spare"), {(Sort.RETARGETED, called)}
            elif key == "root":
                yield SetRoot("sued"), {(Sort.RETARGETED, name(path))}
            elif key == "kind" and value != "outcome":
                yield Set(path, "question"), {(Sort.CHANGED, name(path))}
            elif key in OTHER:
                yield Set(path, OTHER[key]), {(Sort.CHANGED, name(path))}


REQUIRED = {"title", "label", "to", "severity", "days", "months", "on", "event", "id", "kind", "before", "by"}


def unset_fields() -> Iterator[Expected]:
    for table in tables():
        for key in at(table):
            path = (*table, key)
            kept = key in REQUIRED or (key == "text" and table[2:3] in (("checklist",), ("deadlines",)))
            if key in TREE_FILE.texts and (not kept or path == ("tree", "title")):
                yield Unset(path), {(Sort.REWORDED, name(path))}
            elif key in OTHER and not kept and key not in ("root", "for"):
                yield Unset(path), {(Sort.CHANGED, name(path))}


LISTS = [
    ("urgent",),
    ("nodes", "start", "choices"),
    ("nodes", "start", "checklist"),
    ("nodes", "start", "deadlines"),
]
NEW: dict[str, dict[str, Any]] = {
    "urgent": {"label": {"en": "New", "zh": "新"}, "to": "spare"},
    "choices": {"id": "new", "label": {"en": "New", "zh": "新"}, "to": "spare"},
    "checklist": {"id": "new", "text": {"en": "New", "zh": "新"}},
    "deadlines": {"id": "new", "days": 3, "on": "bill", "text": {"en": "New", "zh": "新"}},
}


def lists() -> Iterator[Expected]:
    for path in LISTS:
        new = str(NEW[str(path[-1])].get("id", "0"))
        yield InsertItem(path, NEW[str(path[-1])], 0), {(Sort.ADDED, f"{name(path)} {new}")}
        for number in range(2):
            yield Unset((*path, number)), {(Sort.REMOVED, name((*path, number)))}
        moved = "1" if path == ("urgent",) else name((*path, 0)).split()[-1]
        yield MoveItem((*path, 0), 1), {(Sort.REORDERED, f"{name(path)} {moved}")}


def declared() -> Iterator[Expected]:
    for kind in NAMED:
        yield (
            Add((kind, "new"), dict(at((kind, [*DATA[kind]][-1]))) | {"title": "New"}),
            {(Sort.ADDED, f"{kind} new")},
        )
        for one in DATA[kind]:
            yield Duplicate((kind, one), "copied"), {(Sort.ADDED, f"{kind} copied")}
            yield Rename((kind, one), "other"), {(Sort.RENAMED, f"{kind} other")}
        yield MoveItem((kind, [*DATA[kind]][1]), 0), {(Sort.REORDERED, f"{kind} {next(iter(DATA[kind]))}")}
    for items in ("choices", "checklist", "deadlines"):
        for number in range(2):
            yield (
                Rename(("nodes", "start", items, number), "other"),
                {(Sort.RENAMED, f"nodes start {items} other")},
            )


def removals() -> Iterator[Expected]:
    """What goes is told, and so is whatever named it."""
    gone = {(Sort.REMOVED, "nodes sued")}
    yield (
        Remove(("nodes", "sued"), Redirect("spare")),
        {
            *gone,
            (Sort.RETARGETED, "urgent 0"),
            (Sort.RETARGETED, "nodes start choices wait"),
        },
    )
    yield (
        Remove(("nodes", "sued"), Drop()),
        {
            *gone,
            (Sort.REMOVED, "urgent 0"),
            (Sort.REMOVED, "nodes start choices wait"),
        },
    )
    yield (
        Remove(("stages", "first"), Drop()),
        {
            (Sort.REMOVED, "stages first"),
            (Sort.CHANGED, "nodes start stage"),
        },
    )
    yield (
        Remove(("consequences", "suit"), Drop()),
        {
            (Sort.REMOVED, "consequences suit"),
            (Sort.CHANGED, "nodes sued brings"),
        },
    )
    yield (
        Remove(("contacts", "aid"), Redirect("desk")),
        {
            (Sort.REMOVED, "contacts aid"),
            (Sort.CHANGED, "urgent 0 contacts"),
            (Sort.CHANGED, "nodes start contacts"),
        },
    )
    yield (
        Remove(("events", "bill"), Drop()),
        {
            (Sort.REMOVED, "events bill"),
            (Sort.CHANGED, "nodes start deadlines reply on"),
        },
    )
    yield Remove(("sources", "rule")), {(Sort.REMOVED, "sources rule")}


def many_at_once() -> Iterator[Expected]:
    one = Set(("nodes", "paid", "title", "en"), "Others 7")
    said = {(Sort.REWORDED, "nodes paid title")}
    other = Set(("nodes", "sued", "title", "en"), "Others 8")
    yield SetEach(((one.path, one.value),)), said
    yield Together((one, other)), said | {(Sort.REWORDED, "nodes sued title")}
    yield ReplaceText(FULL.replace('"Paid"', '"Others 7"')), said
    yield apply(document(), one).done, said


EDITS = (set_fields, unset_fields, lists, declared, removals, many_at_once)


@pytest.mark.parametrize("edits", EDITS)
def test_each_edit_is_told_by_its_own_kind_and_nothing_else(edits: Callable[[], Iterator[Expected]]) -> None:
    for edit, expected in edits():
        assert told(edit) == expected, edit


def test_no_edit_of_the_editor_no_key_of_the_format_and_no_sort_is_left_out() -> None:
    tried = [(edit, expected) for edits in EDITS for edit, expected in edits()]
    assert {type(edit) for edit, _ in tried} == {*get_args(Edit)}
    assert {sort for _, expected in tried for sort, _ in expected} == {*Sort}
    written = {key for table in tables() for key in at(table)} | {"working_days", "years"}
    assert written == {
        *(*keys.TREE, *keys.URGENT, *keys.STAGE, *keys.CONSEQUENCE, *keys.CONTACT, *keys.EVENT, *keys.SOURCE),
        *(*keys.NODE, *keys.CHOICE, *keys.CHECKLIST_ITEM, *keys.DEADLINE),
    }
