"""The first tree for countries other than China, without Chinese law; and a blank one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from debttree.editing.starter_parts import Both, StarterTable, Value, about, parts
from debttree.model import msg


def parts_elsewhere(today: dt.date, languages: list[str], holidays: str | None) -> list[StarterTable]:
    """Return the tables without Chinese law, which the author replaces by that of their own country.

    Args:
        today: the day of the review.
        languages: that the tree promises.
        holidays: code of the country whose working days deadlines follow, or None.
    """
    found = []
    for table in parts(today, languages, holidays):
        if table.header == "[sources.loan-law]":
            found.append(StarterTable("[sources.my-law]", {**_MY_LAW, "checked": today}, table.notes))
        elif not table.header.startswith("[sources."):
            changed = {**table.values, **_ELSEWHERE.get(table.header, {})}
            if "sources" in changed:
                changed["sources"] = ["my-law"]
            found.append(replace(table, values=changed))
    return found


def blank_parts(today: dt.date, languages: list[str], holidays: str | None) -> list[StarterTable]:
    """Return a tree with a beginning, an end and nothing between.

    Args:
        today: the day of the review.
        languages: that the tree promises.
        holidays: code of the country whose working days deadlines follow, or None.
    """
    top, tree = about(today, languages, holidays)
    values = {key: value for key, value in tree.values.items() if key != "summary"}
    return [top, replace(tree, values={**values, **_BLANK_TREE}), *_BLANK]


_MY_LAW: Mapping[str, Value] = {
    "title": Both("（写上这里依据的法律或规定）", "(Write the law or rule that this rests on)"),
    "confidence": "unverified",
}

_ELSEWHERE: Mapping[str, Mapping[str, Value]] = {
    "[contacts.legal-aid]": {
        "title": Both(
            "免费法律咨询（号码请改成您那里的）", "Free legal advice (put the number of your country here)"
        ),
        "phone": "000",
    },
    "[events.served]": {"title": Both("收到文书", "The papers reached you")},
    "[nodes.court-papers]": {
        "text": Both(
            "今天就看清文书的名称和上面的日期。",
            "Read today what the papers are called, and the dates on them.",
        )
    },
    "[[nodes.court-papers.deadlines]]": {
        "text": Both(
            "书面答复法院（天数请按您那里的法律改）", "Answer the court (put the days of your own law here)"
        ),
    },
}

_BLANK_TREE: Mapping[str, Value] = {
    "title": Both("（指南的标题）", "(The title of the guide)"),
    "root": "start",
    "disclaimer": Both("（这份指南不是什么）", "(What this guide is not)"),
}

_BLANK = [
    StarterTable(
        "[[urgent]]",
        {"label": Both("（什么不能等？）", "(What cannot wait?)"), "to": "urgent"},
        (msg("What cannot wait, one key away from everywhere. There may be several."),),
    ),
    StarterTable(
        "[nodes.start]",
        {"title": Both("（发生了什么？）", "(What has happened?)")},
        (
            msg("A node: its id in the brackets, then its keys, then its lists in [[...]]."),
            msg("Ids hold letters, digits, - and _. With choices a node is a decision: you choose."),
        ),
    ),
    StarterTable(
        "[[nodes.start.choices]]",
        {"label": Both("（可以做什么？）", "(What can be done?)"), "to": "end"},
        (msg("A choice: label is what people read, to is the id of the next node."),),
    ),
    StarterTable(
        "[nodes.urgent]",
        {"title": Both("（先做什么？）", "(What comes first?)"), "goes_on": []},
        (msg("Without choices a node is an outcome: an end."),),
    ),
    StarterTable("[nodes.end]", {"title": Both("（结果怎样？）", "(How does it end?)"), "goes_on": []}),
]
