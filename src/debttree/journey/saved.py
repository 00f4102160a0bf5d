"""A journey as a TOML file, `debttree-journey/1`; docs/users/journey-file.md describes it.

Beside the walk it holds what the person saw (kinds, titles, labels), so that `resume` can tell whether a changed
tree still says the same.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from debttree.journey.calls import Answer, Call
from debttree.journey.events import event_key, is_event_key
from debttree.journey.fingerprint import Print, Prints
from debttree.journey.journey import Item, Journey, Note
from debttree.journey.names import as_typed
from debttree.model import Message, Path, Step, clean, clean_line, msg
from debttree.reading import parse
from debttree.reading.limits import is_too_deep

FORMAT = "debttree-journey/1"

_COUNTED = 1_000_000
"""The greatest revision number that a file may have."""

_KEYS = frozenset(
    "format saved language start revision whose tree steps ahead earlier notes ticks dates done calls nodes".split()
)
"""The keys that this program writes; other keys in a file are kept."""

Taken = tuple[str, str]
"""A choice: the id of its node and its own."""


class Unreadable(Exception):
    """The bytes are no journey of this format; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.template)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Saved:
    """The content of a journey file.

    Attributes:
        tree_name: of the tree walked.
        tree_title: in the language walked.
        tree_version: the version walked last.
        language: walked in.
        saved: the day on which it was written.
        journey: with the ids of that version.
        prints: of every node that the journey names, by id.
        labels: of the choices taken.
        items: the words of what is ticked.
        events: the words of the dated events.
        deeds: the words of the deadlines that were kept.
        questions: the words of the items that were answered in a call.
        further: what the file holds under keys that this program does not know.
    """

    tree_name: str
    tree_title: str
    tree_version: str
    language: str
    saved: dt.date
    journey: Journey
    prints: Mapping[str, Print] = field(default_factory=dict)
    labels: Mapping[Taken, str] = field(default_factory=dict)
    items: Mapping[Item, str] = field(default_factory=dict)
    events: Mapping[Item, str] = field(default_factory=dict)
    deeds: Mapping[Item, str] = field(default_factory=dict)
    questions: Mapping[Item, str] = field(default_factory=dict)
    further: Mapping[str, Any] = field(default_factory=dict)


def snapshot(
    prints: Prints, journey: Journey, today: dt.date, further: Mapping[str, Any] | None = None
) -> Saved:
    """Return what to store of a journey.

    Args:
        prints: fingerprints of the tree walked, in the language walked.
        journey: the walk.
        today: the day to write into the file.
        further: what the file held under keys that this program does not know.
    """
    tree, label = prints.tree, prints.label
    named = _nodes_named(journey)
    nodes = [tree.nodes[node] for node in named]
    items = {(node.id, item.id): item for node in nodes for item in node.checklist}
    rules = {(node.id, rule.id): rule for node in nodes for rule in node.deadlines}
    choices = {(node.id, choice.id): choice for node in nodes for choice in node.choices}
    taken = {(step.node, step.choice) for step in _all_steps(journey) if step.choice is not None}
    answered = [(call.node, item) for call in journey.calls for item in sorted(call.items)]
    return Saved(
        tree_name=clean_line(tree.name),
        tree_title=label(tree.title),
        tree_version=tree.version,
        language=prints.language,
        saved=today,
        journey=journey,
        prints={node: prints.of(node) for node in named},
        labels={choice: label(choices[choice].label) for choice in taken},
        items={item: label(items[item].text) for item in journey.ticks},
        events={
            item: label(tree.events[item[1]].title if is_event_key(item) else rules[item].event)
            for item in journey.dates
        },
        deeds={item: label(rules[item].text) for item in journey.done},
        questions={item: label(items[item].text) for item in answered},
        further=further or {},
    )


def _nodes_named(journey: Journey) -> dict[str, None]:
    """Return every node that a journey names, each once."""
    return dict.fromkeys(
        [
            *journey.path.nodes,
            *(node for step in _all_steps(journey) for node in (step.node, step.to)),
            *(note.node for note in journey.notes if note.node),
            *(call.node for call in journey.calls if call.node),
            *(node for node, _ in (*sorted(journey.ticks), *journey.dates, *journey.done) if node),
        ]
    )


def _all_steps(journey: Journey) -> list[Step]:
    return [*journey.path.steps, *journey.ahead, *(journey.earlier.steps if journey.earlier else ())]


def to_bytes(saved: Saved) -> bytes:
    """Return the bytes of the file; the same journey gives the same bytes."""
    import tomli_w

    journey = saved.journey
    data: dict[str, Any] = {
        "format": FORMAT,
        "saved": saved.saved,
        "language": saved.language,
        "start": journey.path.start,
        "revision": journey.revision,
        "tree": {"name": saved.tree_name, "title": saved.tree_title, "version": saved.tree_version},
        "whose": journey.whose,
        "steps": _steps(saved, journey.path.steps),
        "ahead": _steps(saved, journey.ahead),
        "earlier": _steps(saved, journey.earlier.steps if journey.earlier else ()),
        "notes": [_note(note) for note in journey.notes],
        "ticks": [{"node": n, "item": i, "text": saved.items[n, i]} for n, i in sorted(journey.ticks)],
        "dates": [
            {**_dated(item), "day": day, "event": saved.events[item]}
            for item, day in sorted(journey.dates.items())
        ],
        "done": [
            {"node": n, "deadline": d, "day": day, "text": saved.deeds[n, d]}
            for (n, d), day in sorted(journey.done.items())
        ],
        "calls": [_call(saved, call) for call in journey.calls],
        "nodes": {node: _print(found) for node, found in saved.prints.items()},
    }
    known = {key: value for key, value in data.items() if value not in (0, "", [], {})}
    return tomli_w.dumps({**known, **saved.further}).encode()


def _steps(saved: Saved, steps: Iterable[Step]) -> list[dict[str, Any]]:
    return [_step(saved, step) for step in steps]


def _step(saved: Saved, step: Step) -> dict[str, Any]:
    row: dict[str, Any] = {"node": step.node}
    if step.choice is not None:
        row |= {"choice": step.choice, "label": saved.labels[step.node, step.choice]}
    row["to"] = step.to
    return {**row, "day": day} if (day := saved.journey.days.get(step)) else row


def _dated(item: Item) -> dict[str, str]:
    """Return what a date belongs to: an event of the tree, or one deadline of a node."""
    node, name = item
    return {"on": name} if is_event_key(item) else {"node": node, "deadline": name}


def _note(note: Note) -> dict[str, Any]:
    table: dict[str, Any] = {"node": note.node, "made": note.made, "text": note.text}
    more = {"was_at": note.was_at, "at": note.at, "desk": note.desk}
    return {**table, **{key: value for key, value in more.items() if value}}


def _call(saved: Saved, call: Call) -> dict[str, Any]:
    """Return a call as a table; keys that would say nothing are left out."""
    table: dict[str, Any] = {"node": call.node, "begun": call.begun, "ended": call.ended, "came": call.came}
    table |= {"was_at": call.was_at, "answers": [_answer(saved, call, answer) for answer in call.answers]}
    return {key: value for key, value in table.items() if key == "node" or value not in (None, "", [])}


def _answer(saved: Saved, call: Call, answer: Answer) -> dict[str, Any]:
    asked = saved.questions[call.node, answer.item] if answer.item else answer.asked
    table = {"item": answer.item, "at": answer.at, "text": answer.text}
    return {**table, "asked": asked} if asked else table


def _print(found: Print) -> dict[str, Any]:
    words = {"kind": found.kind, "title": found.title, "text": found.text, "labels": found.labels}
    return {**words, "has_twin": True} if found.has_twin else {**words}


def from_bytes(content: bytes) -> Saved:
    """Read a file; all its words are cleaned.

    Raises:
        Unreadable: it is no TOML, another format, or does not hold together.
    """
    parsed = parse(content)
    if parsed.data is None:
        raise Unreadable(parsed.problem.message if parsed.problem else msg("The file is empty."))
    if is_too_deep(parsed.data):  # unknown keys are written back, which would fail
        raise Unreadable(msg("Tables or arrays are nested too deeply."))
    return _Reader(parsed.data).saved()


class _Reader:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._labels: dict[Taken, str] = {}
        self._days: dict[Step, dt.date] = {}
        self._questions: dict[Item, str] = {}

    def saved(self) -> Saved:
        data = self._data
        if data.get("format") != FORMAT:
            raise Unreadable(msg('Its format is not "{format}".', format=FORMAT))
        tree, nodes = _table(data, "tree"), _table(data, "nodes")
        prints = {clean_line(node): self._print(clean_line(node), _table(nodes, node)) for node in nodes}
        ticks = {self._item(row, "item"): _line(row, "text") for row in _rows(data, "ticks")}
        dates, done = _rows(data, "dates"), _rows(data, "done")
        journey = Journey(
            path=self._path("steps"),
            ahead=tuple(map(self._step, _rows(data, "ahead"))),
            notes=tuple(map(self._note, _rows(data, "notes"))),
            ticks=frozenset(ticks),
            dates={self._dated(row): _day(row, "day") for row in dates},
            earlier=self._path("earlier") if _rows(data, "earlier") else None,
            revision=_count(data, "revision"),
            done={self._item(row, "deadline"): _day(row, "day") for row in done},
            whose=as_typed(_value(data, "whose", str, "")),
            days=self._days,
            calls=tuple(map(self._call, _rows(data, "calls"))),
        )
        return Saved(
            tree_name=_line(tree, "name"),
            tree_title=_line(tree, "title"),
            tree_version=_line(tree, "version"),
            language=_line(data, "language"),
            saved=_day(data, "saved"),
            journey=journey,
            prints=prints,
            labels=self._labels,
            items=ticks,
            events={self._dated(row): _line(row, "event") for row in dates},
            deeds={self._item(row, "deadline"): _line(row, "text") for row in done},
            questions=self._questions,
            further={key: value for key, value in data.items() if key not in _KEYS},
        )

    def _path(self, key: str) -> Path:
        path = Path(_line(self._data, "start"), tuple(map(self._step, _rows(self._data, key))))
        ends = [path.start, *(step.to for step in path.steps)]
        if any(step.node != end for step, end in zip(path.steps, ends, strict=False)):
            raise Unreadable(msg("Its steps do not follow one another."))
        return path

    def _step(self, row: Mapping[str, Any]) -> Step:
        node, to = _line(row, "node"), _line(row, "to")
        choice = _line(row, "choice") if "choice" in row else None
        if choice is not None:
            self._labels[node, choice] = _line(row, "label")
        step = Step(node, choice, to)
        if "day" in row:
            self._days[step] = _day(row, "day")
        return step

    def _note(self, row: Mapping[str, Any]) -> Note:
        node, text, made = _line(row, "node"), clean(_value(row, "text", str)), _day(row, "made")
        at = _value(row, "at", dt.time) if "at" in row else None
        return Note(node, text, made, _line(row, "was_at", ""), at, row.get("desk") is True)

    def _call(self, row: Mapping[str, Any]) -> Call:
        node = _line(row, "node")
        return Call(
            node,
            _moment(row, "begun"),
            tuple(self._answer(node, answer) for answer in _rows(row, "answers")),
            _moment(row, "ended") if "ended" in row else None,
            *(_line(row, key, "") for key in ("came", "was_at")),
        )

    def _answer(self, node: str, row: Mapping[str, Any]) -> Answer:
        item, asked = _line(row, "item"), _line(row, "asked", "")
        if item:
            self._questions[node, item] = asked
        return Answer(item, clean(_value(row, "text", str)), _moment(row, "at"), "" if item else asked)

    def _item(self, row: Mapping[str, Any], key: str) -> Item:
        return _line(row, "node"), _line(row, key)

    def _dated(self, row: Mapping[str, Any]) -> Item:
        return event_key(_line(row, "on")) if "on" in row else self._item(row, "deadline")

    def _print(self, node: str, row: Mapping[str, Any]) -> Print:
        kind, title, text, labels = (_line(row, key) for key in ("kind", "title", "text", "labels"))
        return Print(node, kind, title, text, labels, row.get("has_twin") is True)


def _wrong(key: str) -> Unreadable:
    return Unreadable(msg('"{name}" is missing in it, or is something else than it should be.', name=key))


Value = TypeVar("Value")


def _value(table: Mapping[str, Any], key: str, kind: type[Value], default: Value | None = None) -> Value:
    value = table.get(key, default)
    if not isinstance(value, kind):
        raise _wrong(key)
    return value


def _line(table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    return clean_line(_value(table, key, str, default))


def _day(table: Mapping[str, Any], key: str) -> dt.date:
    value = _value(table, key, dt.date)
    if isinstance(value, dt.datetime):
        raise _wrong(key)
    return value


def _moment(table: Mapping[str, Any], key: str) -> dt.datetime:
    """Return a moment; one that is written without a time zone is the machine's own."""
    value = _value(table, key, dt.datetime)
    try:
        return value if value.tzinfo else value.astimezone()
    except (OverflowError, ValueError):  # the first and the last day that there are, in some time zones
        raise _wrong(key) from None


def _count(table: Mapping[str, Any], key: str) -> int:
    value = _value(table, key, int, 0)
    if isinstance(value, bool) or not 0 <= value <= _COUNTED:
        raise _wrong(key)
    return value


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return _value(data, key, dict, {})


def _rows(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    rows = _value(data, key, list, [])
    if not all(isinstance(row, dict) for row in rows):
        raise _wrong(key)
    return rows
