"""Whole tasks of an author: the file before, and the file afterwards as a careful person would have typed it."""

from dataclasses import dataclass
from pathlib import Path

LOAN = (Path(__file__).parent / "tui" / "trees" / "loan.toml").read_text("utf-8")
"""The small tree."""


@dataclass(frozen=True)
class Task:
    """The content of a file before and after."""

    before: str
    after: str


def _replaced(text: str, old: str, new: str) -> str:
    """The text with a passage replaced that it contains exactly once."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


_TITLE_EN, _TITLE_ZH = 'title.en = "They refuse"\n', 'title.zh = "被拒绝了"\n'

TRANSLATE = Task(
    _replaced(LOAN, _TITLE_EN + _TITLE_ZH, _TITLE_ZH),
    _replaced(LOAN, _TITLE_EN + _TITLE_ZH, _TITLE_ZH + _TITLE_EN),
)
"""The English title of a node, which was missing."""

REWORD = Task(LOAN, _replaced(LOAN, _TITLE_EN, 'title.en = "They refuse!"\n'))
"""An exclamation mark behind the English title of a node."""

REWORDED_BY_OTHERS = _replaced(LOAN, 'title.en = "Collectors call"', 'title.en = "Collectors ring"')
"""The file as another program changes it meanwhile."""

MERGE = Task(LOAN, _replaced(REWORDED_BY_OTHERS, _TITLE_EN, 'title.en = "They refuse!"\n'))
"""Both changes."""

_LAST_CHOICE = """
[[nodes.answer.choices]]
label.en = "They want to think about it"
label.zh = "需要考虑"
to = "before-call"
"""

INSERT_BETWEEN = Task(
    LOAN,
    _replaced(
        LOAN,
        _LAST_CHOICE,
        """
[[nodes.answer.choices]]
label.en = "They want to think about it"
label.zh = "需要考虑"
to = "sleep-on-it"

[nodes.sleep-on-it]
stage = "talks"
title.en = "Sleep on it"

[[nodes.sleep-on-it.choices]]
label.zh = "继续"
label.en = "Go on"
to = "before-call"
""",
    ),
)
"""A new node between the last choice of a node and its target."""

SPLIT = Task(
    LOAN,
    _replaced(
        LOAN,
        _LAST_CHOICE,
        _LAST_CHOICE
        + """
[[nodes.answer.choices]]
label.en = "They want to think about it or not"
label.zh = "需要考虑"
to = "write-a-letter"

[nodes.write-a-letter]
stage = "talks"
title.en = "Write a letter"
""",
    ),
)
"""The last choice of a node made two; the second leads to a new node."""

_NODES = "".join(
    f'[nodes.n{n}]\ntitle = "Node {n}"\n[[nodes.n{n}.choices]]\nlabel = "Go"\nto = "end" # there\n\n'
    for n in range(50)
)
_OFTEN = f'format = "debttree/1"\n\n{_NODES}[nodes.end]\ntitle = "End"\n'

RENAME = Task(_OFTEN, _OFTEN.replace('"end"', '"the-end"').replace("[nodes.end]", "[nodes.the-end]"))
"""Another id for a node to which fifty choices lead."""
